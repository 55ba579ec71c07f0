import { showAddress } from '$lib/domain/people/address';
import { type Candidate, type PossibleDuplicate, possibleDuplicates } from '$lib/domain/people/duplicates';
import { filesFrom, type HouseholdFile } from '$lib/domain/people/household-file';
import { type Row, textOf } from '$lib/domain/entry/row';
import type { Receipt } from '$lib/protocol/sync';
import { seenAs, writeAtDesk } from './desk';
import { readNotDuplicates, readPeopleRows, saveNotDuplicates } from './queries/duplicates';
import { fromStored } from './queries/rows';
import { readGroupsByOrder, readHead } from './queries/ward';
import type { Services } from './services';

/** One side of a possible double, in words for the ward's desk. */
export type Side = Candidate &
  Readonly<{ name: string; birth: string | null; address: string; groupName: string }>;
export type ShownDuplicate = Readonly<{ one: Side; other: Side; because: PossibleDuplicate['because'] }>;

/** A merge that stands, and may be taken back. */
export type ShownMerge = Readonly<{ goes: Side; stays: Side }>;

/** What was found in the rows as they were at a number. */
export type DuplicatesMemory = {
  head: number;
  found: readonly ShownDuplicate[];
  merged: readonly ShownMerge[];
};

/** Possible doubles in the whole ward, the surest first, without those that somebody has found to be two (CO6). */
export async function findDuplicates(services: Services): Promise<ShownDuplicate[]> {
  const { found } = await upToDate(services);
  const apart = await readNotDuplicates(services.db);
  return found.filter(({ one, other }) => !apart.has(`${one.id} ${other.id}`));
}

/** What was merged and not taken back. */
export const findMerges = async (services: Services): Promise<readonly ShownMerge[]> =>
  (await upToDate(services)).merged;

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

async function upToDate(services: Services): Promise<DuplicatesMemory> {
  const { db, duplicates } = services;
  const head = await readHead(db);
  if (duplicates.head !== head) Object.assign(duplicates, { head, ...(await search(services)) });
  return duplicates;
}

async function search({ db }: Services): Promise<Omit<DuplicatesMemory, 'head'>> {
  const rows = (await readPeopleRows(db)).map(fromStored);
  const files = filesFrom(rows);
  const groups = new Map((await readGroupsByOrder(db)).map(({ id, name }) => [id, name]));
  const shown = (candidate: Candidate) => sideOf(candidate, files.get(candidate.household)!, groups);
  const found = possibleDuplicates([...files.values()]).map(({ one, other, because }) => ({
    one: shown(one),
    other: shown(other),
    because
  }));
  const rowsById = new Map(rows.map((row) => [row.id, row]));
  const merged = rows.flatMap((row): ShownMerge[] => {
    const into = rowsById.get(textOf(row, 'mergedInto') ?? '');
    return into ? [{ goes: shown(candidateOf(row)), stays: shown(candidateOf(into)) }] : [];
  });
  return { found, merged };
}

const candidateOf = ({ type, id, household, group }: Row): Candidate => ({
  type: type === 'person' ? 'person' : 'household',
  id,
  household,
  group
});

function sideOf(
  candidate: Candidate,
  { household, people }: HouseholdFile,
  groups: ReadonlyMap<string, string>
): Side {
  const person = people.find(({ id }) => id === candidate.id) ?? people[0];
  return {
    ...candidate,
    name: person?.name ?? '',
    birth: person?.birth ?? null,
    address: showAddress(household),
    groupName: groups.get(candidate.group) ?? ''
  };
}
