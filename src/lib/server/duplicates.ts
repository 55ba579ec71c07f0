import { showAddress } from '$lib/domain/people/address';
import { type Candidate, LikenessRegister, type PossibleDuplicate } from '$lib/domain/people/duplicates';
import { filesFrom, type HouseholdFile } from '$lib/domain/people/household-file';
import { householdFrom } from '$lib/domain/people/household';
import type { GroupId } from '$lib/domain/ids';
import { personFrom } from '$lib/domain/people/person';
import { keyOf, type Row, type RowKey, textOf } from '$lib/domain/entry/row';
import type { Receipt } from '$lib/protocol/sync';
import { changedHouseholds } from './changed-households';
import { seenAs, writeAtDesk } from './desk';
import { readNotDuplicates, saveNotDuplicates } from './queries/duplicates';
import { fromStored, readLastChanges, readRowsById, readRowsOfHouseholds } from './queries/rows';
import { readGroupsByOrder } from './queries/ward';
import type { Services } from './services';

/** One side of a possible double, in words for the ward's desk. */
export type Side = Candidate &
  Readonly<{ name: string; birth: string | null; address: string; groupName: string }>;
export type ShownDuplicate = Readonly<{ one: Side; other: Side; because: PossibleDuplicate['because'] }>;

/** A merge that stands, and may be taken back. */
export type ShownMerge = Readonly<{ goes: Side; stays: Side }>;

/** The whole ward once, and then what changed; nobody's name leaves the process. */
export type DuplicatesMemory = {
  register: LikenessRegister;
  /** Up to which number each group was looked at. */
  upTo: Map<GroupId, number>;
  /** What is another name of what. */
  merged: Map<RowKey, { goes: Candidate; into: string }>;
  /** Worked out anew only where something changed. */
  pairs: readonly PossibleDuplicate[] | undefined;
};

export const createDuplicatesMemory = (): DuplicatesMemory => ({
  register: new LikenessRegister(),
  upTo: new Map(),
  merged: new Map(),
  pairs: undefined
});

/** Possible doubles in the whole ward, the surest first, without those that somebody has found to be two (CO6). */
export async function findDuplicates(
  services: Services,
  most = Infinity
): Promise<{ count: number; shown: ShownDuplicate[] }> {
  const memory = await upToDate(services);
  memory.pairs ??= memory.register.pairs();
  const apart = await readNotDuplicates(services.db);
  const found = memory.pairs.filter(({ one, other }) => !apart.has(`${one.id} ${other.id}`));
  const asked = found.slice(0, most);
  const sideOf = await sidesOf(
    services,
    asked.flatMap(({ one, other }) => [one, other])
  );
  const shown = asked.map(({ one, other, because }) => ({
    one: sideOf(one),
    other: sideOf(other),
    because
  }));
  return { count: found.length, shown };
}

/** What was merged and not taken back. */
export async function findMerges(services: Services, most = Infinity): Promise<ShownMerge[]> {
  const { merged } = await upToDate(services);
  const all = [...merged.values()].slice(0, most);
  const into = (await readRowsById(services.db, new Set(all.map(({ into }) => into)))).map(fromStored);
  const rows = new Map(into.map((row) => [keyOf(row), candidateOf(row)]));
  const both = all.flatMap(({ goes, into: id }) => {
    const stays = rows.get(keyOf({ type: goes.type, id }));
    return stays ? [{ goes, stays }] : [];
  });
  const sideOf = await sidesOf(
    services,
    both.flatMap(({ goes, stays }) => [goes, stays])
  );
  return both.map(({ goes, stays }) => ({ goes: sideOf(goes), stays: sideOf(stays) }));
}

/** The first stays, the second becomes another name of it; by an entry of the officer's. */
export const mergeAtDesk = (
  services: Services,
  account: string,
  { type, stays, goes }: { type: string; stays: string; goes: string }
): Promise<Receipt | undefined> =>
  writeAtDesk(services, account, async (row) => {
    const merged = await row(type, goes);
    if (!merged) return;
    return {
      kind: 'merge',
      group: merged.group,
      body: { changes: [seenAs(merged, {})], about: { into: stays } }
    };
  });

export const unmergeAtDesk = (
  services: Services,
  account: string,
  { type, id }: { type: string; id: string }
): Promise<Receipt | undefined> =>
  writeAtDesk(services, account, async (row) => {
    const merged = await row(type, id);
    return merged && { kind: 'unmerge', group: merged.group, body: { changes: [seenAs(merged, {})] } };
  });

/** "Không phải trùng": remembered, so that nobody is asked again. */
export async function keepApart(services: Services, account: string, a: string, b: string): Promise<void> {
  const [one, other] = a < b ? [a, b] : [b, a];
  await services.write((trx) =>
    saveNotDuplicates(trx, { one, other, account, at: Math.round(services.now()) })
  );
}

async function upToDate({ db, duplicates: memory }: Services): Promise<DuplicatesMemory> {
  for (const [id, last] of await readLastChanges(db)) {
    const group = id as GroupId;
    const seen = memory.upTo.get(group);
    if (seen === last) continue;
    for (const rows of await changedHouseholds(db, group, seen, ['household', 'person'])) note(memory, rows);
    memory.upTo.set(group, last);
    memory.pairs = undefined;
  }
  return memory;
}

function note({ register, merged }: DuplicatesMemory, rows: readonly Row[]): void {
  const home = rows.find(({ type }) => type === 'household');
  const people = rows.filter(({ type }) => type === 'person').map(personFrom);
  if (home) register.put({ household: householdFrom(home), people });
  for (const row of rows) {
    const into = textOf(row, 'mergedInto');
    if (into) merged.set(keyOf(row), { goes: candidateOf(row), into });
    else merged.delete(keyOf(row));
  }
}

const candidateOf = ({ type, id, household, group }: Row): Candidate => ({
  type: type === 'person' ? 'person' : 'household',
  id,
  household,
  group
});

/** Words for some candidates, read as the rows are now. */
async function sidesOf(
  { db }: Services,
  candidates: readonly Candidate[]
): Promise<(candidate: Candidate) => Side> {
  const households = new Set(candidates.map(({ household }) => household));
  const files = filesFrom((await readRowsOfHouseholds(db, households)).map(fromStored));
  const groups = new Map((await readGroupsByOrder(db)).map(({ id, name }) => [id, name]));
  return (candidate) => inWords(candidate, files.get(candidate.household), groups);
}

function inWords(
  candidate: Candidate,
  file: HouseholdFile | undefined,
  groups: ReadonlyMap<string, string>
): Side {
  const person = file?.people.find(({ id }) => id === candidate.id) ?? file?.people[0];
  return {
    ...candidate,
    name: person?.name ?? '',
    birth: person?.birth ?? null,
    address: file ? showAddress(file.household) : '',
    groupName: groups.get(candidate.group) ?? ''
  };
}
