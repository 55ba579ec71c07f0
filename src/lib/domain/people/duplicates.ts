import type { HouseholdFile } from './household-file';
import type { GroupId, HouseholdId } from '../ids';
import { fold } from './names';

/** What two records have in common, the strongest first. */
export type Likeness = 'number' | 'name-and-birthday' | 'name-and-address' | 'address-and-people';

/** One of two records that may be the same person or household. */
export type Candidate = Readonly<{
  type: 'person' | 'household';
  id: string;
  household: HouseholdId;
  group: GroupId;
}>;

/** The same person or household entered twice, perhaps (có thể trùng; CO6). People decide, never a machine. */
export type PossibleDuplicate = Readonly<{ one: Candidate; other: Candidate; because: readonly Likeness[] }>;

/** Found by number, name, birth and address; who is closed or has another number is nobody's double. */
export function possibleDuplicates(files: readonly HouseholdFile[]): PossibleDuplicate[] {
  const open = files.filter(({ household }) => household.closed === null);
  const found = [...duplicatePeople(open), ...duplicateHouseholds(open)];
  return found.sort((a, b) => strength(b) - strength(a) || (a.one.id < b.one.id ? -1 : 1));
}

type Known = Readonly<{
  candidate: Candidate;
  name: string;
  birth: string;
  number: string | null;
  address: string | null;
}>;

function duplicatePeople(files: readonly HouseholdFile[]): PossibleDuplicate[] {
  const people = files.flatMap(({ household, people: own }) =>
    own
      .filter(({ closed }) => closed === null)
      .map(({ id, name, birth, nationalId }): Known => ({
        candidate: { type: 'person', id, household: household.id, group: household.group },
        name: plain(name),
        birth: birth ?? '',
        number: nationalId && numberOf(nationalId),
        address: addressOf(household)
      }))
  );
  const pairs = new Pairs();
  pairEqual(
    people,
    ({ number }) => number,
    (one, other) => pairs.add(one.candidate, other.candidate, 'number')
  );
  const named = ({ name, birth }: Known) => (name && birth ? `${name}|${birth.slice(0, 4)}` : null);
  pairEqual(people, named, (one, other) => {
    if (!mayBeSame(one, other)) return;
    if (one.birth.length === 10 && one.birth === other.birth)
      pairs.add(one.candidate, other.candidate, 'name-and-birthday');
    if (one.address !== null && one.address === other.address)
      pairs.add(one.candidate, other.candidate, 'name-and-address');
  });
  return pairs.all();
}

/** Two households at one address that share a person by name and year of birth. */
function duplicateHouseholds(files: readonly HouseholdFile[]): PossibleDuplicate[] {
  const households = files.map(({ household, people }) => ({
    candidate: {
      type: 'household' as const,
      id: household.id,
      household: household.id,
      group: household.group
    },
    address: addressOf(household),
    people: new Set(
      people
        .filter(({ closed, birth }) => closed === null && birth !== null)
        .map(({ name, birth }) => `${plain(name)}|${birth!.slice(0, 4)}`)
    )
  }));
  const pairs = new Pairs();
  pairEqual(
    households,
    ({ address }) => address,
    (one, other) => {
      if ([...one.people].some((person) => other.people.has(person)))
        pairs.add(one.candidate, other.candidate, 'address-and-people');
    }
  );
  return pairs.all();
}

/** Two numbers, or two whole birthdays, that differ are two people. */
function mayBeSame(one: Known, other: Known): boolean {
  if (one.number && other.number && one.number !== other.number) return false;
  return one.birth.length < 10 || other.birth.length < 10 || one.birth === other.birth;
}

/** More than this many of one name and year say nothing about each other. */
const MOST_ALIKE = 40;

function pairEqual<T>(
  all: readonly T[],
  keyOf: (one: T) => string | null,
  found: (one: T, other: T) => void
): void {
  const alike = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === null) continue;
    const before = alike.get(key);
    if (before) before.push(one);
    else alike.set(key, [one]);
  }
  for (const same of alike.values()) {
    if (same.length > MOST_ALIKE) continue;
    same.forEach((one, at) => same.slice(at + 1).forEach((other) => found(one, other)));
  }
}

class Pairs {
  readonly #found = new Map<string, { one: Candidate; other: Candidate; because: Likeness[] }>();

  add(a: Candidate, b: Candidate, because: Likeness): void {
    const [one, other] = a.id < b.id ? [a, b] : [b, a];
    const before = this.#found.get(`${one.id} ${other.id}`);
    if (before) before.because.push(because);
    else this.#found.set(`${one.id} ${other.id}`, { one, other, because: [because] });
  }

  all = (): PossibleDuplicate[] => [...this.#found.values()];
}

const WEIGHT: Readonly<Record<Likeness, number>> = {
  number: 8,
  'name-and-birthday': 4,
  'address-and-people': 3,
  'name-and-address': 2
};

const strength = ({ because }: PossibleDuplicate): number =>
  because.reduce((sum, likeness) => sum + WEIGHT[likeness], 0);

/** Letters and digits alone, without marks; whatever else was typed makes no two people. */
const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** "O" for 0 and "l" for 1, and blanks, are slips of the hand. */
const numberOf = (number: string): string =>
  fold(number).replace(/\s/g, '').replace(/o/g, '0').replace(/[il]/g, '1');

function addressOf({ houseNumber, subAlley, alley, street }: HouseholdFile['household']): string | null {
  if (!houseNumber || !(alley ?? street)) return null;
  return [houseNumber, subAlley, alley, street]
    .map((part) => plain(part ?? '').replace(/^(so|ngo|ngach|duong|pho) /, ''))
    .join('|');
}
