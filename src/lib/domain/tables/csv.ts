import { showTableValue, type TableColumn, type TableValue, type WardTable } from './table';

/** What would make a spreadsheet reckon instead of read, the wide forms of East Asia included (T-H11). */
const RECKONS = /^[=+\-@\t\r\0＝＋－＠]/;

/** A table as CSV that Excel opens rightly: its mark first, lines of Windows, and nothing that could be a formula (RFC 4180). */
export function csvOf(above: readonly string[], table: WardTable): string {
  const lines = [
    ...above.map((line) => [line]),
    table.columns.map(({ name }) => name),
    ...table.rows.map((row) => row.map((value, at) => textOf(value, table.columns[at]!)))
  ];
  return `\ufeff${lines.map((line) => line.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

/** A day goes by year, month, day: a spreadsheet set to American would take 5/3 for the third of May. */
const textOf = (value: TableValue, column: TableColumn): string =>
  column.kind === 'day' && typeof value === 'string' ? value : showTableValue(value, column);

export function cellOf(text: string): string {
  const harmless = RECKONS.test(text) ? `'${text}` : text;
  return /[",\n\r;\t]|^\s|\s$/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
