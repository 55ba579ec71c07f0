import type { Day, PartialDay } from '../calendar';

/** What a column holds, so that a spreadsheet reckons with numbers and leaves numbers of people as text. */
export type TableColumn = Readonly<{
  name: string;
  kind: 'text' | 'count' | 'points' | 'percent' | 'day';
  /** Numbers of people and phones: shown by their end unless somebody needs them whole (domain 4.2). */
  isSecret?: boolean;
}>;

/** Columns of one kind, by their names. */
export const columnsOf = (kind: TableColumn['kind'], ...names: string[]): TableColumn[] =>
  names.map((name) => ({ name, kind }));

/** A value of a table; a day may be known to the month or the year. */
export type TableValue = string | number | Day | PartialDay | null;

/** A table of the ward's desk, described once: the page and every file show these rows (bảng). */
export type WardTable = Readonly<{
  title: string;
  about: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly TableValue[])[];
}>;

/** The same table with the numbers of people shown by their last four digits. */
export const masked = (table: WardTable): WardTable => ({
  ...table,
  rows: table.rows.map((row) =>
    row.map((value, at) =>
      table.columns[at]?.isSecret && typeof value === 'string' ? maskedNumber(value) : value
    )
  )
});

export const maskedNumber = (number: string): string =>
  number.length > 4 ? `${'*'.repeat(number.length - 4)}${number.slice(-4)}` : number;

/** Words without the mark that stands before them on a screen. */
export const unmarked = (words: string): string => words.replace(/^[^\p{L}]+/u, '');

/** A value as a page shows it: decimals with a comma, a day as 31/12/2026. */
export function showTableValue(value: TableValue, { kind }: TableColumn): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    if (kind === 'percent') return `${(value * 100).toFixed(2).replace('.', ',')} %`;
    return kind === 'points' ? value.toFixed(2).replace('.', ',') : String(value);
  }
  return kind === 'day' ? value.split('-').reverse().join('/') : value;
}

/** One line a row, by which page and file are compared; the same rows give the same text. */
export const linesOf = ({ columns, rows }: WardTable): string =>
  rows.map((row) => row.map((value, at) => showTableValue(value, columns[at]!)).join('\t')).join('\n');
