import { canonical } from '$lib/domain/alias';
import { disputedIn } from '$lib/domain/difference';
import { type Change, ENTRY_SCHEMA } from '$lib/domain/entry';
import type { GroupId } from '$lib/domain/ids';
import { PLACING_KINDS } from '$lib/domain/merge';
import { keyOf, type Row, type RowKey } from '$lib/domain/row';
import type { Database } from '../database/open';
import { type Author, readAuthor } from '../queries/accounts';
import { type Origin, readOrigins } from '../queries/chain';
import { type KnownEntry, readEntries, readKnown, type StoredEntry } from '../queries/entries';
import { fromStored, type StoredRow } from '../queries/rows';
import { hasWaits, readOverdue, readWaitsFor } from '../queries/waits';
import { type Arrival, fromWaiting } from './arrival';
import { recallRows } from './recall-rows';

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
}>;

/** Entries wait five days for what they build on (SV5). */
export const PATIENCE = 5 * 86_400_000;

export async function recall(
  db: Database,
  groups: readonly GroupId[],
  arrivals: readonly Arrival[],
  now: number,
  /** Stored entries about which somebody decides now. */
  decided: readonly number[] = []
): Promise<Memory> {
  const waits = await hasWaits(db);
  const memory: Memory = {
    groups: new Set(groups),
    rows: new Map(),
    differences: new Map(),
    known: new Map(),
    origins: new Map(),
    waiting: new Map(),
    waitingFor: new Map(),
    overdue: waits ? await readOverdue(db, now - PATIENCE, ENTRY_SCHEMA) : []
  };
  if (decided.length > 0) await recallByNumber(db, memory, decided);
  if (waits) await recallWaiting(db, memory, arrivals);
  const all = [...arrivals, ...[...memory.waiting.values()].map(({ arrival }) => arrival)];
  for (const entry of await readKnown(db, namedEntries(all))) remember(memory, entry);
  await recallRows(db, memory, all);
  for (const origin of await readOrigins(db, namedNumbers(all, memory)))
    memory.origins.set(origin.seq, origin);
  return memory;
}

/** Those that wait for what has come, those that wait for them, and so on; and those that waited long enough. */
async function recallWaiting(db: Database, memory: Memory, arrivals: readonly Arrival[]): Promise<void> {
  await recallByNumber(db, memory, memory.overdue);
  let ids = [
    ...arrivals.map(({ entry }) => entry.id),
    ...[...memory.waiting.values()].map(({ stored }) => stored.id)
  ];
  while (ids.length > 0) {
    const waits = await readWaitsFor(db, ids);
    for (const { awaited, entry } of waits) noteWait(memory, awaited, entry);
    const next = new Set(waits.map(({ entry }) => entry).filter((number) => !memory.waiting.has(number)));
    ids = await recallByNumber(db, memory, next);
  }
}

async function recallByNumber(db: Database, memory: Memory, numbers: Iterable<number>): Promise<string[]> {
  const stored = await readEntries(db, numbers);
  const authors = new Map<string, Author | undefined>();
  for (const entry of stored) {
    if (!authors.has(entry.account)) authors.set(entry.account, await readAuthor(db, entry.account));
    memory.waiting.set(entry.number, {
      stored: entry,
      arrival: fromWaiting(entry),
      author: authors.get(entry.account)
    });
  }
  return stored.map(({ id }) => id);
}

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

function namedEntries(arrivals: readonly Arrival[]): Set<string> {
  const ids = new Set<string>();
  for (const { entry, body } of arrivals) {
    ids.add(entry.id);
    entry.buildsOn.forEach((id) => ids.add(id));
    for (const { set } of body?.changes ?? []) {
      for (const field in set) set[field]!.own.forEach((id) => ids.add(id));
    }
  }
  return ids;
}

function namedNumbers(arrivals: readonly Arrival[], memory: Memory): Set<number> {
  const numbers = new Set<number>();
  for (const { entry, body } of arrivals) {
    if (PLACING_KINDS.includes(entry.kind)) allNumbers(memory, numbers);
    for (const change of body?.changes ?? []) {
      const { set } = change;
      const fields = fieldsOf(memory, change);
      for (const field in set) {
        const [value, seq] = fields?.[field] ?? [null, 0];
        if (seq > 0 && !Object.is(value, set[field]!.value)) numbers.add(seq);
      }
    }
  }
  return numbers;
}

function fieldsOf(memory: Memory, change: Change): Row['fields'] | undefined {
  try {
    const { type, id } = canonical(change, (wanted, name) => rowOf(memory, wanted, name));
    return rowOf(memory, type, id)?.fields;
  } catch {
    return undefined;
  }
}

/** A merge may set any value of one thing beside any of another. */
function allNumbers({ rows }: Memory, numbers: Set<number>): void {
  for (const row of rows.values()) {
    if (typeof row.fields === 'string' && !row.fields.startsWith('{"')) continue;
    const fields = typeof row.fields === 'string' ? fromStored(row as StoredRow).fields : row.fields;
    for (const [, seq] of Object.values(fields)) if (seq > 0) numbers.add(seq);
  }
}
