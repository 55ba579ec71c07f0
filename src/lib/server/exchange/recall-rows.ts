import { canonical, follow } from '$lib/domain/entry/alias';
import { PLACING_KINDS } from '$lib/domain/entry/entry';
import { keyOf, textOf } from '$lib/domain/entry/reading';
import type { Row } from '$lib/domain/entry/row';
import type { Database } from '../database/open';
import { readDifferencesOf, readRowsById, readRowsOfHouseholds, type StoredRow } from '../queries/rows';
import type { Arrival } from './arrival';
import { type Memory, noteDifference, rowOf } from './memory';

const ELSEWHERE = /"(mergedInto|homeBefore)":/;

/** Merges are followed through so many rows (CO4). */
const MOST_ROUNDS = 10;

/** Every row that some entries can touch: those they name, what these were merged into, and where it is now. */
export async function recallRows(db: Database, memory: Memory, arrivals: readonly Arrival[]): Promise<void> {
  const isAliased = await recallWithPlaces(db, memory, namedRows(arrivals));
  if (isAliased) await recallAliased(db, memory, arrivals);
  const placing = arrivals.filter(({ entry }) => PLACING_KINDS.includes(entry.kind));
  if (placing.length > 0) await recallHouseholds(db, memory, placing);
  await recallDifferences(db, memory);
}

/** Rows and all that they lead to; says whether entries may mean rows by other names than theirs. */
async function recallWithPlaces(db: Database, memory: Memory, named: ReadonlySet<string>): Promise<boolean> {
  let wanted = named;
  let isAliased = false;
  for (let round = 0; wanted.size > 0 && round < MOST_ROUNDS; round += 1) {
    const found = await readRowsById(db, wanted);
    for (const row of found) memory.rows.set(keyOf(row), row);
    wanted = placesElsewhere(memory, found);
    // Also where all that it leads to is here already.
    isAliased ||= found.some(({ fields }) => ELSEWHERE.test(fields));
  }
  return isAliased;
}

/** Whatever a field's new value does to what stands beside it (CO1). */
async function recallDifferences(db: Database, memory: Memory): Promise<void> {
  const households = new Set([...memory.rows.values()].map(({ household }) => household));
  if (households.size === 0) return;
  for (const row of await readDifferencesOf(db, households)) {
    if (!memory.rows.has(keyOf(row))) memory.rows.set(keyOf(row), row);
    noteDifference(memory, row.id);
  }
}

function namedRows(arrivals: readonly Arrival[]): Set<string> {
  const ids = new Set<string>();
  for (const { body } of arrivals) {
    const { about } = body ?? {};
    if (about && 'difference' in about) ids.add(about.difference);
    if (about && 'into' in about) ids.add(about.into);
    for (const { id, household } of body?.changes ?? []) ids.add(id).add(household);
  }
  return ids;
}

/** Rows are read as text first: only those that were merged or moved by a merge are looked into. */
function placesElsewhere(memory: Memory, found: readonly StoredRow[]): Set<string> {
  const ids = new Set<string>();
  for (const stored of found) {
    if (!ELSEWHERE.test(stored.fields)) continue;
    const row = readable(memory, stored.type, stored.id);
    const into = row && textOf(row, 'mergedInto');
    if (into && !memory.rows.has(keyOf({ type: stored.type, id: into }))) ids.add(into);
    if (!memory.rows.has(keyOf({ type: 'household', id: stored.household }))) ids.add(stored.household);
  }
  return ids;
}

/** The same names as judge will use: an assessment of a merged household is that of the other. */
async function recallAliased(db: Database, memory: Memory, arrivals: readonly Arrival[]): Promise<void> {
  const rows = (type: string, id: string) => readable(memory, type, id);
  const ids = new Set<string>();
  for (const { body } of arrivals) {
    for (const change of body?.changes ?? []) {
      const { type, id, household } = canonical(change, rows);
      if (!memory.rows.has(keyOf({ type, id }))) ids.add(id);
      if (!memory.rows.has(keyOf({ type: 'household', id: household }))) ids.add(household);
    }
  }
  for (const row of await readRowsById(db, ids)) memory.rows.set(keyOf(row), row);
}

async function recallHouseholds(db: Database, memory: Memory, placing: readonly Arrival[]): Promise<void> {
  const rows = (type: string, id: string) => readable(memory, type, id);
  const households = new Set<string>();
  for (const { body } of placing) {
    const { about } = body ?? {};
    for (const { type, id, household } of body?.changes ?? []) {
      households.add(household);
      const targets = [
        follow(rows, type, id),
        about && 'into' in about ? follow(rows, type, about.into) : undefined
      ];
      const named = rows(type, id);
      const into = named && rows(type, textOf(named, 'mergedInto') ?? '');
      [...targets, into].forEach((row) => row && households.add(row.household));
    }
  }
  const homes = new Set<string>();
  for (const row of await readRowsOfHouseholds(db, households)) {
    if (!memory.rows.has(keyOf(row))) memory.rows.set(keyOf(row), row);
    const home = ELSEWHERE.test(row.fields) ? readable(memory, row.type, row.id) : undefined;
    const before = home && textOf(home, 'homeBefore');
    if (before && !memory.rows.has(keyOf({ type: 'household', id: before }))) homes.add(before);
  }
  // Which merge each of them came by.
  await recallWithPlaces(db, memory, homes);
}

function readable(memory: Memory, type: string, id: string): Row | undefined {
  try {
    return rowOf(memory, type, id);
  } catch {
    return undefined;
  }
}
