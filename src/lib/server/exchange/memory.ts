import { disputedIn } from '$lib/domain/entry/difference';
import type { EntryBody } from '$lib/domain/entry/entry';
import type { GroupId } from '$lib/domain/ids';
import type { Facts } from '$lib/domain/entry/facts';
import { keyOf, type RowKey } from '$lib/domain/entry/reading';
import type { Row } from '$lib/domain/entry/row';
import type { Author } from '../queries/accounts';
import type { Origin } from '../queries/chain';
import type { KnownEntry, StoredEntry } from '../queries/entries';
import { fromStored, type StoredRow } from '../queries/rows';
import type { Arrival } from './arrival';

/** All that a batch can touch, read with few questions; judged in memory, so that 1,000 entries cost one transaction. */
export type Memory = Readonly<{
  groups: ReadonlySet<GroupId>;
  rows: Map<RowKey, Row | StoredRow>;
  /** Differences by the field that they are about. */
  differences: Map<string, Set<string>>;
  known: Map<string, KnownEntry[]>;
  origins: Map<number, Origin>;
  waiting: Map<number, { stored: StoredEntry; arrival: Arrival; author: Author | undefined }>;
  /** Stored entries by what they wait for. */
  waitingFor: Map<string, number[]>;
  overdue: readonly number[];
  /** Entries of devices of which something comes after what is newer, by the entry before each. */
  made: Map<string, MadeEntry[]>;
  /** Answers that the campaigns of this ward allow; read only where something was answered. */
  questions: Facts['questions'];
}>;

/** An entry as its device made it; the body only of those that were made after one that is judged now. */
export type MadeEntry = Pick<KnownEntry, 'id'> &
  Readonly<{ previous: string | null; kind: string; body: EntryBody | null }>;

/** Entries wait five days for what they build on (SV5). */
export const PATIENCE = 5 * 86_400_000;

export function noteWait({ waitingFor }: Memory, awaited: string, entry: number): void {
  const before = waitingFor.get(awaited);
  if (!before) waitingFor.set(awaited, [entry]);
  else if (!before.includes(entry)) before.push(entry);
}

export function noteDifference({ differences }: Memory, id: string): void {
  const field = disputedIn(id);
  const before = differences.get(field);
  if (before) before.add(id);
  else differences.set(field, new Set([id]));
}

export function remember({ known }: Memory, entry: KnownEntry): void {
  const before = known.get(entry.id);
  const others = before?.filter(({ number }) => number !== entry.number) ?? [];
  known.set(entry.id, before ? [...others, entry].sort((a, b) => a.number - b.number) : [entry]);
}

/** A row as it stands now; its text is read only here, so that a damaged one harms only who touches it (SV4). */
export function rowOf({ rows }: Memory, type: string, id: string): Row | undefined {
  const key = keyOf({ type, id });
  const row = rows.get(key);
  if (!row || typeof row.fields !== 'string') return row as Row | undefined;
  const read = fromStored(row as StoredRow);
  rows.set(key, read);
  return read;
}

/** All rows of a household that were recalled, as they stand now. */
export const rowsOf = (memory: Memory, household: string): Row[] =>
  [...memory.rows.values()]
    .filter((row) => row.household === household)
    .flatMap(({ type, id }) => rowOf(memory, type, id) ?? []);
