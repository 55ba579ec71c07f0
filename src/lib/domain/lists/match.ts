import type { HouseholdId } from '../ids';
import { addressKey, type KnownHousehold, type KnownPerson, type Like, likeOfListed } from './known';
import { likeness, SURE } from './likeness';
import type { ListHousehold } from './list';

/** A household of a list and the one of the book that it is, perhaps: 0 people in common is no candidate. */
export type Candidate = Readonly<{
  known: KnownHousehold;
  score: number;
  pairs: ReadonlyMap<number, KnownPerson>;
}>;

/** What was made of a list's household: none in the book, one, or several among which a person must choose. */
export type Match =
  | Readonly<{ kind: 'new' }>
  | Readonly<{ kind: 'one'; candidate: Candidate }>
  | Readonly<{ kind: 'unclear'; candidates: readonly Candidate[] }>;

/** The ward's book by everything that leads from a list to a household (đối chiếu). */
export class Book {
  readonly households = new Map<HouseholdId, KnownHousehold>();
  readonly #byKey = new Map<string, KnownHousehold[]>();
  /** Households that left: a list that still has one of them is asked about. */
  readonly #closed: Book | undefined;
  readonly #people = new Map<string, { person: KnownPerson; home: KnownHousehold }[]>();

  constructor(closed?: Book) {
    this.#closed = closed;
  }

  add(known: KnownHousehold): void {
    if (known.isClosed && this.#closed) return this.#closed.add(known);
    this.households.set(known.id, known);
    const keys = new Set(known.people.flatMap(({ like }) => keysOf(like)));
    if (known.address !== '') keys.add(`at ${known.address}`);
    for (const key of keys) push(this.#byKey, key, known);
    for (const person of known.people) {
      for (const key of surelyKeys(person.like)) push(this.#people, key, { person, home: known });
    }
  }

  /** Households with somebody or something in common, the likeliest first. */
  candidatesOf(listed: ListHousehold): Candidate[] {
    const likes = listed.people.map(likeOfListed);
    const address = addressKey(listed.address);
    const found = new Set<KnownHousehold>();
    for (const key of [...likes.flatMap(keysOf), ...(address === '' ? [] : [`at ${address}`])]) {
      const all = this.#byKey.get(key) ?? [];
      if (all.length <= MOST_ALIKE) all.forEach((known) => found.add(known));
      else all.filter(({ group }) => group === listed.group).forEach((known) => found.add(known));
    }
    return [...found]
      .map((known) => compared(listed, likes, address, known))
      .filter(({ score, pairs }) => pairs.size > 0 && score >= LEAST)
      .sort((a, b) => b.score - a.score);
  }

  /** The household that left and that this one certainly is. */
  closedLike(listed: ListHousehold): KnownHousehold | undefined {
    const [best] = this.#closed?.candidatesOf(listed) ?? [];
    return best && best.score >= ENOUGH ? best.known : undefined;
  }

  /** Where a person certainly is who is not in the household that the list says; by number, or by name and whole birthday. */
  find(like: Like): { person: KnownPerson; home: KnownHousehold } | undefined {
    const found = surelyKeys(like).flatMap((key) => this.#people.get(key) ?? []);
    const sure = found.filter(({ person }) => likeness(like, person.like) >= SURE);
    const persons = new Set(sure.map(({ person }) => person));
    return persons.size === 1 ? sure[0] : undefined;
  }
}

/** Says what each household of a list is: the surest take their own first, and nobody's twice. */
export function matchAll(all: readonly Candidate[][]): Match[] {
  const order = all.map((_, at) => at).sort((a, b) => (all[b]![0]?.score ?? 0) - (all[a]![0]?.score ?? 0));
  const taken = new Set<HouseholdId>();
  const matches: Match[] = all.map(() => ({ kind: 'new' }));
  for (const at of order) {
    const [best, ...others] = all[at]!.filter(({ known }) => !taken.has(known.id));
    const claimed = all[at]!.find(({ known, score }) => taken.has(known.id) && score >= ENOUGH);
    if (!best) {
      if (claimed) matches[at] = { kind: 'unclear', candidates: [claimed] };
      continue;
    }
    const rival = others.find(({ score }) => score > best.score - MARGIN);
    const isSure = best.score >= ENOUGH && !rival && !(claimed && claimed.score > best.score);
    if (isSure) {
      taken.add(best.known.id);
      matches[at] = { kind: 'one', candidate: best };
    } else {
      matches[at] = { kind: 'unclear', candidates: [best, ...others].slice(0, MOST_OFFERED) };
    }
  }
  return matches;
}

/** A name that so many bear leads nowhere, but within the group. */
const MOST_ALIKE = 60;
const MOST_OFFERED = 4;
/** Below it two households have nothing to do with each other. */
const LEAST = 4;
/** From here on it is the same household. */
const ENOUGH = 6;
const MARGIN = 2;

function compared(
  listed: ListHousehold,
  likes: readonly Like[],
  address: string,
  known: KnownHousehold
): Candidate {
  const pairs = new Map<number, KnownPerson>();
  const left = new Set(known.people);
  const all = likes.flatMap((like, at) =>
    known.people.map((person) => ({ at, person, score: likeness(like, person.like) }))
  );
  let score = 0;
  for (const pair of all.filter((one) => one.score > 0).sort((a, b) => b.score - a.score)) {
    if (pairs.has(pair.at) || !left.has(pair.person)) continue;
    pairs.set(pair.at, pair.person);
    left.delete(pair.person);
    score += pair.score;
  }
  // In one household, one name and nearly one age are one person whose birth was written down wrongly.
  for (const [at, like] of pairs.size > 0 ? likes.entries() : []) {
    const same = [...left].find((person) => !pairs.has(at) && isSlipOfBirth(like, person.like));
    if (same) pairs.set(at, same);
    if (same) left.delete(same);
  }
  if (pairs.size > 0) {
    if (address !== '' && address === known.address) score += 4;
    else if (address !== '' && known.address !== '' && listed.group === known.group) score -= 2;
    if (listed.group === known.group) score += 2;
    const sharesHead = pairs.get(0) !== undefined && pairs.get(0) === known.people[0];
    if (sharesHead) score += 1;
    // A daughter who married does not take her parents' household along.
    const isFew = pairs.size * 2 < Math.max(listed.people.length, known.people.length);
    const isElsewhere = listed.group !== known.group || (address !== '' && address !== known.address);
    if (isFew && isElsewhere && !sharesHead) score -= 6;
  }
  return { known, score, pairs };
}

const isSlipOfBirth = (one: Like, other: Like): boolean =>
  one.name !== '' &&
  one.name === other.name &&
  Math.abs(Number(one.birth.slice(0, 4)) - Number(other.birth.slice(0, 4))) <= 5;

const keysOf = ({ name, birth, number }: Like): string[] => [
  ...(number === '' ? [] : [number]),
  ...(name === '' ? [] : [name, `${name}|${birth.slice(0, 4)}`])
];

const surelyKeys = ({ name, birth, number }: Like): string[] => [
  ...(number === '' ? [] : [number]),
  ...(birth.length === 10 ? [`${name}|${birth}`] : [])
];

function push<T>(map: Map<string, T[]>, key: string, one: T): void {
  const before = map.get(key);
  if (before) before.push(one);
  else map.set(key, [one]);
}
