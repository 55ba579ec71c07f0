/** A sheet of an office's file as read: every cell is text, '' where nothing stands; a date is "1958-03-05". */
export type Sheet = Readonly<{ name: string; rows: readonly (readonly string[])[] }>;

/** Why a file is not read at all; nothing is changed by it. */
export type FileProblem =
  | 'empty'
  | 'not-a-table'
  | 'old-excel'
  | 'locked'
  | 'damaged'
  | 'too-large'
  | 'too-many-parts'
  | 'too-packed'
  | 'too-many-rows'
  | 'too-wide'
  | 'too-long-text'
  | 'has-doctype'
  | 'too-slow';

/** What a file may be at most (faults-and-security 3.10). */
export const FILE_LIMITS = {
  bytes: 10 * 1024 * 1024,
  members: 200,
  inflated: 60 * 1024 * 1024,
  ratio: 150,
  rows: 20_000,
  rowsInAll: 60_000,
  columns: 60,
  text: 2_000,
  memoryMb: 256,
  seconds: 20
} as const;
