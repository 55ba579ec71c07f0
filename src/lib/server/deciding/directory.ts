import { showAddress } from '$lib/domain/people/address';
import { type Candidate, LikenessRegister, type PossibleDuplicate } from '$lib/domain/people/duplicates';
import { type Household, householdFrom } from '$lib/domain/people/household';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import { type Person, personFrom } from '$lib/domain/people/person';
import { keyOf, type RowKey, textOf } from '$lib/domain/entry/reading';
import type { Row } from '$lib/domain/entry/row';
import { catchUpWith } from '../changes/changed-households';
import { yieldTurn } from '../turns';
import type { Services } from '../services';

/** All households as this process remembers them (danh bạ): read once, then what changed. */
export type Directory = {
  /** Up to which number each group was read. */
  upTo: Map<GroupId, number>;
  lookalikes: LikenessRegister;
  /** Worked out anew only where something changed. */
  pairs: readonly PossibleDuplicate[] | undefined;
  /** What is another name of what, after a merge. */
  merged: Map<RowKey, { goes: Candidate; into: string }>;
  /** Who lives where, for a search: of each open household the head, and the address with all names. */
  words: Map<HouseholdId, { home: Candidate; head: string; text: string }>;
  /** Households that came from another group, and the number of the move. */
  moved: Map<HouseholdId, { home: Candidate; from: GroupId; number: number }>;
  /** One reading at a time. */
  reading: Promise<unknown>;
};

export const createDirectory = (): Directory => ({
  upTo: new Map(),
  lookalikes: new LikenessRegister(),
  pairs: undefined,
  merged: new Map(),
  words: new Map(),
  moved: new Map(),
  reading: Promise.resolve()
});

/** The directory as of now. */
export function readDirectory(services: Services): Promise<Directory> {
  const { directory } = services;
  const read = directory.reading.then(() => catchUp(services));
  directory.reading = read.catch(() => undefined);
  return read;
}

async function catchUp({ db, directory }: Services): Promise<Directory> {
  const take = async (homes: readonly Row[][]) => {
    for (const rows of homes) note(directory, rows);
    directory.pairs = undefined;
    await yieldTurn();
  };
  await catchUpWith(db, directory.upTo, take, ['household', 'person']);
  return directory;
}

export const candidateOf = ({ type, id, household, group }: Row): Candidate => ({
  type: type === 'person' ? 'person' : 'household',
  id,
  household,
  group
});

function note(directory: Directory, rows: readonly Row[]): void {
  const people = rows.filter(({ type }) => type === 'person').map(personFrom);
  const row = rows.find(({ type }) => type === 'household');
  if (row) noteHousehold(directory, row, householdFrom(row), people);
  for (const one of rows) {
    const into = textOf(one, 'mergedInto');
    if (into) directory.merged.set(keyOf(one), { goes: candidateOf(one), into });
    else directory.merged.delete(keyOf(one));
  }
}

function noteHousehold(
  { lookalikes, words, moved }: Directory,
  row: Row,
  household: Household,
  people: readonly Person[]
): void {
  lookalikes.put({ household, people });
  const names = people.filter(({ closed }) => closed === null).map(({ name }) => name);
  const text = [showAddress(household), ...names].join(' ');
  const head = people.find(({ id }) => id === household.head)?.name ?? names[0] ?? '';
  if (household.closed === null) words.set(household.id, { home: candidateOf(row), head, text });
  else words.delete(household.id);

  const [from, number] = row.fields.movedFrom ?? [null, 0];
  const hasMoved = typeof from === 'string' && from !== row.group && textOf(row, 'mergedInto') === null;
  if (hasMoved) moved.set(household.id, { home: candidateOf(row), from: from as GroupId, number });
  else moved.delete(household.id);
}
