import { type ColumnCode, columnOf, plainLabel } from './columns';
import type { Sheet } from './sheet';

/** Where a list begins, and what each column was called (dòng tiêu đề). */
export type Header = Readonly<{
  /** The first row below the header. */
  from: number;
  labels: readonly string[];
  columns: readonly ColumnCode[];
  /** Above the header: the list's title, its group, its day. */
  above: string;
}>;

/** Finds the header of one to three rows below any titles; columns of one kind are taken once, the first. */
export function findHeader({ name, rows }: Sheet): Header {
  let best: { from: number; labels: string[]; score: number } = { from: 0, labels: [], score: 0 };
  for (let top = 0; top < Math.min(rows.length, DEEPEST); top += 1) {
    for (let height = 1; height <= 3 && top + height <= rows.length; height += 1) {
      const labels = labelsOf(rows.slice(top, top + height));
      const score = scoreOf(labels, rows.slice(top, top + height));
      if (score > best.score) best = { from: top + height, labels, score };
    }
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const labels = Array.from({ length: width }, (_, column) => best.labels[column] ?? '');
  const headed = best.score > 0 ? best.from - 1 : 0;
  const above = [name, ...rows.slice(0, headed).flatMap((row) => row.filter(Boolean))].join(' · ');
  return { from: afterNumbers(rows, best.from), labels, columns: takenOnce(labels.map(columnOf)), above };
}

/** One name for all files with these columns, so that what a person confirmed is remembered. */
export const headerKey = (labels: readonly string[]): string => labels.map(plainLabel).join('|');

/** Titles are longer than this only with somebody's own drawings above. */
const DEEPEST = 30;

/** "Năm sinh" above "Nam" and "Nữ" is "Năm sinh Nam", "Năm sinh Nữ": a merged cell stands for all below it. */
function labelsOf(rows: readonly (readonly string[])[]): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const spread = rows.map((row, at) => {
    let last = '';
    return Array.from({ length: width }, (_, column) => {
      const own = row[column]?.trim() ?? '';
      if (own !== '') last = own;
      const isCovered = own === '' && rows.slice(at + 1).some((below) => below[column]?.trim());
      return own !== '' ? own : isCovered ? last : '';
    });
  });
  return Array.from({ length: width }, (_, column) => {
    const parts = spread.map((row) => row[column]!).filter(Boolean);
    const whole = parts.join(' ').replace(/\s+/g, ' ');
    return columnOf(whole) === 'skip' ? (parts.find((part) => columnOf(part) !== 'skip') ?? whole) : whole;
  });
}

/** How many different things are named; a list names people. Sentences and values are no labels. */
function scoreOf(labels: readonly string[], rows: readonly (readonly string[])[]): number {
  const named = new Set(labels.filter((label) => label.length <= LONGEST).map(columnOf));
  named.delete('skip');
  const isList = named.has('name') || named.has('head');
  const hasValues = rows.some((row) =>
    row.some((cell) => /^\d{5,}$|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(cell.trim()))
  );
  // A title above has one cell, however many it covers.
  const isFilled = rows.every((row) => row.filter((cell) => cell.trim() !== '').length > 1);
  if (!isList || named.size < 2 || hasValues || !isFilled) return 0;
  return named.size * 10 - rows.length;
}

const LONGEST = 80;

/** "1 | 2 | 3" or "(1) | (2)" below a header only numbers its columns. */
function afterNumbers(rows: readonly (readonly string[])[], from: number): number {
  const cells = (rows[from] ?? []).filter((cell) => cell.trim() !== '');
  const numbers = cells.map((cell) => /^\(?([a-c]|\d{1,2})\)?$/i.exec(cell.trim())?.[1]);
  const isNumbering = cells.length > 2 && numbers.every((one) => one !== undefined);
  return isNumbering && new Set(numbers).size === numbers.length ? from + 1 : from;
}

const ONE_OF: readonly ColumnCode[] = ['skip', 'note'];

function takenOnce(columns: readonly ColumnCode[]): ColumnCode[] {
  return columns.map((column, at) =>
    !ONE_OF.includes(column) && columns.indexOf(column) < at ? 'skip' : column
  );
}
