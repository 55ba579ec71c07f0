import type { HouseholdFile } from './household-file';
import { fold, initialsOf, wordsOf } from './names';

/** What is found: a household, with the member whose name led there. */
export type Found<Listed> = Readonly<{ listed: Listed; member: string | undefined }>;

/**
 * Finds households by words in any order and without marks: name, initials ("nva"), house number, ngách, ngõ, street, year of
 * birth; only where nothing is found so, one slip of the finger is forgiven. Each file is folded once, and again only when it
 * has changed.
 */
export class Finder {
  readonly #folded = new WeakMap<HouseholdFile, Folded>();

  /** Folds what is not folded yet, so that the first letter typed need not wait for it. */
  prepare(files: Iterable<HouseholdFile>): void {
    for (const file of files) this.#foldedOf(file);
  }

  /** An empty query finds everything, in the order given. */
  find<Listed extends { file: HouseholdFile }>(query: string, all: readonly Listed[]): Found<Listed>[] {
    const readings = readQuery(query);
    if (readings.length === 0) return all.map((listed) => ({ listed, member: undefined }));
    const search = (slips: number) => all.flatMap((listed) => this.#match(listed, readings, slips) ?? []);
    const exact = search(0);
    const mayHaveSlipped = readings[0]!.some(({ text }) => text.length > 2 && !isNumber(text));
    return exact.length > 0 || !mayHaveSlipped ? exact : search(1);
  }

  #match<Listed extends { file: HouseholdFile }>(
    listed: Listed,
    readings: readonly Reading[],
    slips: number
  ): Found<Listed> | undefined {
    const { people, place, text } = this.#foldedOf(listed.file);
    const possible = readings.filter((reading) => mayFit(reading, text, slips));
    for (const reading of possible) {
      const found = people.find((person) => isPerson(reading, person, place, slips));
      if (found) return { listed, member: found.name };
    }
    if (possible.some((reading) => fits(reading, undefined, place, slips))) {
      return { listed, member: undefined };
    }
  }

  #foldedOf(file: HouseholdFile): Folded {
    const known = this.#folded.get(file);
    if (known) return known;
    const folded = foldFile(file);
    this.#folded.set(file, folded);
    return folded;
  }
}

type FoldedPerson = Readonly<{ name: string; words: readonly string[]; initials: string; year: string }>;
type FoldedPlace = Readonly<{ words: readonly string[]; house: string; subAlley: string; alley: string }>;
type Folded = Readonly<{
  people: readonly FoldedPerson[];
  place: FoldedPlace;
  /** All of it in one line, so that most households are passed over at one look. */
  text: string;
}>;

function foldFile({ household, people }: HouseholdFile): Folded {
  const [house, subAlley, alley] = [household.houseNumber, household.subAlley, household.alley].map((part) =>
    fold(part ?? '')
  ) as [string, string, string];
  const words = wordsOf([house, subAlley, alley, household.street, household.addressNote].join(' '));
  const members = people.filter(({ closed }) => !closed).map(foldPerson);
  const text = [
    ...members.flatMap((person) => [...person.words, person.initials, person.year]),
    ...[...words, house, subAlley, alley]
  ].join(' ');
  return { people: members, place: { words, house, subAlley, alley }, text };
}

function foldPerson({ name, birth }: HouseholdFile['people'][number]): FoldedPerson {
  const words = wordsOf(name);
  return { name, words, initials: initialsOf(words), year: birth?.slice(0, 4) ?? '' };
}

/** "ngo 124" is the alley of that number; the rest of a query is words, and numbers among them. */
type Term = Readonly<{
  at: 'house' | 'subAlley' | 'alley' | 'year' | 'anywhere';
  text: string;
  /** Which words it nearly begins: a group has few words, and many who bear them. */
  near: Map<string, boolean>;
}>;
type Reading = readonly Term[];

const MARKERS: Readonly<Record<string, Term['at']>> = {
  so: 'house',
  nha: 'house',
  can: 'house',
  ngach: 'subAlley',
  ngo: 'alley',
  hem: 'alley',
  nam: 'year',
  sn: 'year',
  sinh: 'year'
};

/** "Ngô 12" may be a man at number 12 as well as the alley: both ways of reading are tried, the plain one first. */
function readQuery(query: string): Reading[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const plain = words.map((text) => term('anywhere', text));
  const marked: Term[] = [];
  for (let n = 0; n < words.length; n += 1) {
    const [word = '', next = ''] = [words[n], words[n + 1]];
    const at = /^\d/.test(next) ? MARKERS[word] : undefined;
    if (at) marked.push(term(at, words[(n += 1)]!));
    else if (!isFiller(word, next)) marked.push(term('anywhere', word));
  }
  return marked.length === plain.length ? [plain] : [plain, marked];
}

const term = (at: Term['at'], text: string): Term => ({ at, text, near: new Map() });

/** "Đường" before a street, "số" of "số nhà". */
const isFiller = (word: string, next: string): boolean =>
  (next !== '' && /^(?:duong|pho)$/.test(word)) || (word === 'so' && next === 'nha');

/** False only where more terms stand nowhere in a household than may be slips. */
const mayFit = (reading: Reading, text: string, slips: number): boolean =>
  reading.filter((term) => !text.includes(term.text)).length <= slips;

/** Whether all terms fit one person where they live, and at least one of them the person. */
const isPerson = (reading: Reading, person: FoldedPerson, place: FoldedPlace, slips: number): boolean =>
  reading.some((term) => isOf(person, term, slips > 0)) && fits(reading, person, place, slips);

function fits(
  reading: Reading,
  person: FoldedPerson | undefined,
  place: FoldedPlace,
  slips: number
): boolean {
  let left = slips;
  return reading.every((term) => {
    if ((person && (isOf(person, term, false) || isBornIn(person, term))) || isAt(place, term)) return true;
    if (left === 0) return false;
    left -= 1;
    return (
      (person && isOf(person, term, true)) ||
      (term.at === 'anywhere' && place.words.some((word) => begins(word, term, true)))
    );
  });
}

/** By a word of the name, by its initials, or by the year of birth in full. */
function isOf({ words, initials, year }: FoldedPerson, term: Term, forgiving: boolean): boolean {
  const { at, text } = term;
  if (at === 'year') return year !== '' && (text.length === 2 ? year.endsWith(text) : year.startsWith(text));
  if (at !== 'anywhere') return false;
  if (words.some((word) => begins(word, term, forgiving))) return true;
  if (isNumber(text)) return text.length === 4 && text === year;
  return text.length > 1 && initials.includes(text);
}

/** "lan 58", "lan 195": years only beside a name, since 58 is a house as well. */
const isBornIn = ({ year }: FoldedPerson, { at, text }: Term): boolean =>
  at === 'anywhere' &&
  isNumber(text) &&
  ((text.length === 2 && year.endsWith(text)) || (text.length === 3 && year.startsWith(text)));

function isAt(place: FoldedPlace, { at, text }: Term): boolean {
  if (at === 'year') return false;
  if (at !== 'anywhere') return place[at].startsWith(text);
  return place.words.some((word) => word.startsWith(text));
}

/** Whether a word begins with what is typed, or nearly; numbers are never guessed. */
function begins(word: string, { text, near }: Term, forgiving: boolean): boolean {
  if (word.startsWith(text)) return true;
  if (!forgiving || text.length < 3 || isNumber(text)) return false;
  const known = near.get(word);
  if (known !== undefined) return known;
  const isNear = nearlyBegins(word, text);
  near.set(word, isNear);
  return isNear;
}

/** Two letters in the wrong order; from four letters on also one too many, too few, or another. */
function nearlyBegins(word: string, typed: string): boolean {
  let n = 0;
  while (word[n] === typed[n]) n += 1;
  const rest = (from: number, at: number) => word.startsWith(typed.slice(from), at);
  if (typed[n] === word[n + 1] && typed[n + 1] === word[n] && rest(n + 2, n + 2)) return true;
  return typed.length > 3 && (rest(n + 1, n) || rest(n, n + 1) || rest(n + 1, n + 1));
}

const isNumber = (text: string): boolean => /^\d/.test(text);
