import { birthYear, type PartialDay } from '../calendar';
import { PLACES } from './birth-places';
import { NATIONAL_ID } from './number-patterns';
import type { Sex } from './person';

/** What a number of twelve digits says of its person (TT 07/2016/TT-BCA); the last six say nothing. */
export type ReadId = Readonly<{ place: string | undefined; isAbroad: boolean; sex: Sex; year: number }>;

/** Place of the first registration, century and sex, year of birth. */
export function readNationalId(id: string): ReadId | undefined {
  if (!NATIONAL_ID.test(id)) return;
  const century = Number(id[3]);
  return {
    place: PLACES[id.slice(0, 3)],
    isAbroad: Number(id.slice(0, 3)) > 100,
    sex: century % 2 === 0 ? 'male' : 'female',
    year: 1900 + Math.floor(century / 2) * 100 + Number(id.slice(4, 6))
  };
}

/** Where a number and its person disagree: said, never a wall, since real numbers do disagree after corrections. */
export type IdDoubt = 'unknown-place' | 'other-sex' | 'other-year' | 'not-born-yet';

/** What may be mistyped in a number, as far as the person is known. */
export function doubtsAboutId(
  id: string,
  { birth, sex }: { birth: PartialDay | null; sex: string | null },
  thisYear: number
): IdDoubt[] {
  const read = readNationalId(id);
  if (!read) return [];
  const doubts: (IdDoubt | false)[] = [
    !read.place && !read.isAbroad && 'unknown-place',
    read.year > thisYear && 'not-born-yet',
    (sex === 'male' || sex === 'female') && sex !== read.sex && 'other-sex',
    birth !== null && read.year <= thisYear && birthYear(birth) !== read.year && 'other-year'
  ];
  return doubts.filter((doubt) => doubt !== false);
}

/** Why what was typed is no number of twelve digits, where the reason is known and helps. */
export type IdMistake = 'old-nine' | 'lost-zero' | 'insurance-code' | 'wrong-length';

/** "031 058 001234" as it is stored. */
export const normaliseNationalId = (typed: string): string => typed.replace(/[\s.-]/g, '');

/** Tells an old identity card, a zero lost in a table, and the code of an insurance card from a slip of the finger. */
export function mistakeInId(id: string): IdMistake | undefined {
  if (NATIONAL_ID.test(id)) return;
  if (/^\p{L}{2}\d{13}$/u.test(id) || /^\d{10}$/.test(id)) return 'insurance-code';
  if (/^\d{9}$/.test(id)) return 'old-nine';
  if (/^\d{11}$/.test(id) && PLACES[`0${id.slice(0, 2)}`]) return 'lost-zero';
  return 'wrong-length';
}
