import type { SheetSetup } from '$lib/domain/lists/setup';
import type { RowDoubt } from '$lib/domain/lists/list';
import type { GroupId } from '$lib/domain/ids';

/** Where a list stands: its columns are looked at, its preview, it is being written, written, being taken back, taken back. */
export type ListState = 'columns' | 'preview' | 'applying' | 'applied' | 'undoing' | 'undone';

/** What is kept of a list beside its rows: how it is read, and what came of it. */
export type ListBook = Readonly<{
  setups: readonly SheetSetup[];
  /** All of a group stands in it: who does not is asked about. */
  isWhole: boolean;
  result?: ListResult;
  /** How far taking back has come: below which number it goes on, and how many had to be left. */
  undo?: { below: number; left: number };
}>;

export type ListResult = Readonly<{
  households: number;
  people: number;
  same: number;
  passed: number;
  doubts: readonly (RowDoubt & { sheet: string })[];
  doubtCount: number;
  groups: readonly GroupId[];
  /** How many entries were made, and of those how many were shown beside somebody's own word or kept apart. */
  written?: { entries: number; review: number; apart: number };
  /** Entries taken back, and those left because somebody recorded something since. */
  undone?: { entries: number; left: number };
}>;

export const readBook = ({ json }: { json: string }): ListBook => JSON.parse(json) as ListBook;
