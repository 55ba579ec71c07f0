import type { GroupId } from '../ids';
import type { ColumnCode } from './columns';
import { findHeader } from './header';
import { groupNamedIn } from './group-words';
import type { Sheet } from './sheet';

/** How a sheet is to be read, as proposed and then confirmed by a person. */
export type SheetSetup = Readonly<{
  name: string;
  from: number;
  labels: readonly string[];
  columns: readonly ColumnCode[];
  group: GroupId | null;
  isUsed: boolean;
  /** Rows below the header with something in them. */
  rows: number;
  /** The first of them, to be looked at. */
  sample: readonly (readonly string[])[];
}>;

type Named = Readonly<{ id: GroupId; name: string; oldNames?: readonly string[] }>;

/** Proposes what a sheet's columns are and whose list it is; what somebody confirmed for the same header is taken. */
export function proposeSetup(
  sheet: Sheet,
  file: string,
  groups: readonly Named[],
  remembered?: readonly ColumnCode[]
): SheetSetup {
  const { from, labels, columns, above } = findHeader(sheet);
  const filled = sheet.rows.slice(from).filter((row) => row.some((cell) => cell.trim() !== ''));
  const isList = columns.includes('name') || columns.includes('head');
  return {
    ...{ name: sheet.name, from, labels, rows: filled.length },
    columns: remembered?.length === columns.length ? remembered : columns,
    group: groupNamedIn(above, groups) ?? groupNamedIn(file, groups) ?? null,
    isUsed: isList && filled.length > 0,
    sample: filled.slice(0, 3).map((row) => labels.map((_, column) => row[column] ?? ''))
  };
}

/** Why a list cannot be laid over the book as it is set up. */
export type SetupProblem = 'no-sheet' | 'no-name' | 'no-group' | 'column-twice';

export function problemOf(setups: readonly SheetSetup[], needsGroup: boolean): SetupProblem | undefined {
  const used = setups.filter(({ isUsed }) => isUsed);
  if (used.length === 0) return 'no-sheet';
  for (const { columns, group } of used) {
    if (!columns.includes('name') && !columns.includes('head')) return 'no-name';
    const told = columns.filter((column) => column !== 'skip' && column !== 'note');
    if (new Set(told).size < told.length) return 'column-twice';
    if (needsGroup && group === null && !columns.includes('group')) return 'no-group';
  }
}
