import type { GroupId, HouseholdId } from '../ids';
import type { Household } from './household';
import { fold } from './names';
import type { Person } from './person';

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

/** As much of a household as tells it from others. */
export type Lived = Readonly<{
  household: Pick<Household, 'id' | 'group' | 'closed' | 'houseNumber' | 'subAlley' | 'alley' | 'street'>;
  people: readonly Pick<Person, 'id' | 'name' | 'birth' | 'nationalId' | 'closed'>[];
}>;

/** Found by number, name, birth and address; who is closed or has another number is nobody's double. */
export function possibleDuplicates(files: readonly Lived[]): PossibleDuplicate[] {
  const register = new LikenessRegister();
  for (const file of files) register.put(file);
  return register.pairs();
}

type Known = Readonly<{
  candidate: Candidate;
  birth: string;
  number: string | null;
  address: string | null;
  /** Of a household: its people by name and year. */
  people: ReadonlySet<string>;
  /** Only records that share one of these are ever compared. */
  keys: readonly string[];
}>;

/** Households and people by what makes two of them alike; kept while they change, so that nobody is compared with all others. */
export class LikenessRegister {
  readonly #known = new Map<string, Known>();
  readonly #alike = new Map<string, Known[]>();
  readonly #plainWords = new Map<string, string>();

  /** A household as it is now, in place of what was known of it and of its people. */
  put({ household, people }: Lived): void {
    const home = { household: household.id, group: household.group };
    const address = this.#addressOf(household);
    const isOpen = household.closed === null;
    const named = new Set<string>();
    for (const { id, name, birth, nationalId, closed } of people) {
      this.#forget(id);
      if (!isOpen || closed !== null) continue;
      const plain = this.#plain(name);
      const nameAndYear = plain && birth && `${plain}|${birth.slice(0, 4)}`;
      if (nameAndYear) named.add(nameAndYear);
      const number = nationalId && numberOf(nationalId);
      const keys = [number && `${NUMBER}${number}`, nameAndYear].filter(isKey);
      const candidate = { type: 'person' as const, id, ...home };
      this.#remember({ candidate, birth: birth ?? '', number, address, people: NOBODY, keys });
    }
    this.#forget(household.id);
    if (!isOpen || address === null) return;
    const candidate = { type: 'household' as const, id: household.id, ...home };
    this.#remember({ candidate, birth: '', number: null, address, people: named, keys: [`at ${address}`] });
  }

  /** Whoever may be one, the surest first. */
  pairs(): PossibleDuplicate[] {
    const pairs = new Pairs();
    for (const same of this.#alike.values()) {
      if (same.length < 2 || same.length > MOST_ALIKE) continue;
      same.forEach((one, at) => same.slice(at + 1).forEach((other) => compare(one, other, pairs)));
    }
    return pairs.all().sort((a, b) => strength(b) - strength(a) || (a.one.id < b.one.id ? -1 : 1));
  }

  #remember(known: Known): void {
    this.#known.set(known.candidate.id, known);
    for (const key of known.keys) {
      const same = this.#alike.get(key);
      if (same) same.push(known);
      else this.#alike.set(key, [known]);
    }
  }

  #forget(id: string): void {
    const known = this.#known.get(id);
    if (!known) return;
    this.#known.delete(id);
    for (const key of known.keys) {
      const others = this.#alike.get(key)!.filter((one) => one !== known);
      if (others.length > 0) this.#alike.set(key, others);
      else this.#alike.delete(key);
    }
  }

  /** Letters and digits alone, without marks; whatever else was typed makes no two people. Few words make all names. */
  #plain(text: string): string {
    return text
      .split(' ')
      .map((word) => {
        const before = this.#plainWords.get(word);
        if (before !== undefined) return before;
        const plain = fold(word)
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim();
        this.#plainWords.set(word, plain);
        return plain;
      })
      .filter(Boolean)
      .join(' ');
  }

  #addressOf({ houseNumber, subAlley, alley, street }: Lived['household']): string | null {
    if (!houseNumber || !(alley ?? street)) return null;
    return [houseNumber, subAlley, alley, street]
      .map((part) => this.#plain(part ?? '').replace(/^(so|ngo|ngach|duong|pho) /, ''))
      .join('|');
  }
}

const NUMBER = 'number ';
const NOBODY: ReadonlySet<string> = new Set();
const isKey = (key: string | null | undefined): key is string => Boolean(key);

/** More than this many of one name and year say nothing about each other. */
const MOST_ALIKE = 40;

function compare(one: Known, other: Known, pairs: Pairs): void {
  const add = (likeness: Likeness) => pairs.add(one.candidate, other.candidate, likeness);
  if (one.candidate.type === 'household') {
    if ([...one.people].some((person) => other.people.has(person))) add('address-and-people');
    return;
  }
  if (one.number !== null && one.number === other.number) add('number');
  const shareName = one.keys.some((key) => !key.startsWith(NUMBER) && other.keys.includes(key));
  if (!shareName || !mayBeSame(one, other)) return;
  if (one.birth.length === 10 && one.birth === other.birth) add('name-and-birthday');
  if (one.address !== null && one.address === other.address) add('name-and-address');
}

/** Two numbers, or two whole birthdays, that differ are two people. */
function mayBeSame(one: Known, other: Known): boolean {
  if (one.number && other.number && one.number !== other.number) return false;
  return one.birth.length < 10 || other.birth.length < 10 || one.birth === other.birth;
}

class Pairs {
  readonly #found = new Map<string, { one: Candidate; other: Candidate; because: Likeness[] }>();

  add(a: Candidate, b: Candidate, because: Likeness): void {
    const [one, other] = a.id < b.id ? [a, b] : [b, a];
    const before = this.#found.get(`${one.id} ${other.id}`);
    if (!before) this.#found.set(`${one.id} ${other.id}`, { one, other, because: [because] });
    else if (!before.because.includes(because)) before.because.push(because);
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

/** "O" for 0 and "l" for 1, and blanks, are slips of the hand. */
const numberOf = (number: string): string =>
  fold(number).replace(/\s/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
