import { canonical } from '$lib/domain/entry/alias';
import { type Change, ENTRY_SCHEMA } from '$lib/domain/entry/entry';
import type { GroupId } from '$lib/domain/ids';
import { PLACING_KINDS } from '$lib/domain/entry/entry';
import type { Row } from '$lib/domain/entry/row';
import { answerRules, QUESTION_FIELD } from '$lib/domain/plan/answer-rules';
import type { Database } from '../database/open';
import { type Author, readAuthor } from '../queries/accounts';
import { readAllQuestions } from '../queries/campaigns';
import { readOrigins } from '../queries/chain';
import { readEntries, readKnown } from '../queries/entries';
import { fromStored, type StoredRow } from '../queries/rows';
import { hasWaits, readOverdue, readWaitsFor } from '../queries/waits';
import { type Arrival, fromWaiting } from './arrival';
import { type Memory, noteWait, PATIENCE, remember, rowOf } from './memory';
import { recallMade } from './recall-made';
import { recallRows } from './recall-rows';

/** Reads what some entries can touch, and what waits for them. */
export async function recall(
  db: Database,
  groups: readonly GroupId[],
  arrivals: readonly Arrival[],
  now: number,
  /** Stored entries about which somebody decides now. */
  decided: readonly number[] = []
): Promise<Memory> {
  const waits = await hasWaits(db);
  const memory: Writable = {
    groups: new Set(groups),
    rows: new Map(),
    differences: new Map(),
    known: new Map(),
    origins: new Map(),
    waiting: new Map(),
    waitingFor: new Map(),
    overdue: waits ? await readOverdue(db, now - PATIENCE, ENTRY_SCHEMA) : [],
    made: new Map(),
    questions: undefined
  };
  if (decided.length > 0) await recallByNumber(db, memory, decided);
  if (waits) await recallWaiting(db, memory, arrivals);
  const all = [...arrivals, ...[...memory.waiting.values()].map(({ arrival }) => arrival)];
  for (const entry of await readKnown(db, namedEntries(all))) remember(memory, entry);
  await recallMade(db, memory, all);
  await recallRows(db, memory, all);
  if (all.some(isAnswer)) memory.questions = answerRules(await readAllQuestions(db));
  for (const origin of await readOrigins(db, namedNumbers(all, memory)))
    memory.origins.set(origin.seq, origin);
  return memory;
}

type Writable = { -readonly [Key in keyof Memory]: Memory[Key] };

const isAnswer = ({ body }: Arrival): boolean =>
  body?.changes.some(({ set }) => Object.keys(set).some((field) => QUESTION_FIELD.test(field))) ?? false;

/** Those that wait for what has come, those that wait for them, and so on; and those that waited long enough. */
async function recallWaiting(db: Database, memory: Memory, arrivals: readonly Arrival[]): Promise<void> {
  await recallByNumber(db, memory, memory.overdue);
  let ids = [...arrivals, ...[...memory.waiting.values()].map(({ arrival }) => arrival)].flatMap(broughtBy);
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
  return stored.flatMap(({ number }) => broughtBy(memory.waiting.get(number)!.arrival));
}

/** What somebody may be waiting for: an entry, and the rows that it is the first to name. */
const broughtBy = ({ entry, body }: Arrival): string[] => [
  entry.id,
  ...(MAKING.test(entry.kind) ? (body?.changes ?? []).map(({ id }) => id) : [])
];

/** Kinds that bring households and people in. */
const MAKING = /\.add$|^life-event$/;

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
