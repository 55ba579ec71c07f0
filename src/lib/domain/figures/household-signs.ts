import type { Answers } from '../people/answers';
import { birthYear, type Day } from '../calendar';
import { type HouseholdFile, isOpen } from '../people/household-file';
import type { HouseholdId } from '../ids';
import type { Person } from '../people/person';
import { UNCLEAR } from '../plan/answer-rules';

/** What can look odd within one household. */
export const ODD_SIGNS = ['two-heads', 'age-impossible', 'head-too-young', 'child-older-than-head'] as const;
export type OddSign = (typeof ODD_SIGNS)[number];

/** What one open household adds to the doubts about its group: small, so that the ward remembers it of every household. */
export type HouseholdSigns = Readonly<{
  household: HouseholdId;
  answers: number;
  /** Of the answers, those that say "chưa rõ". */
  unclear: number;
  /** The days on which somebody spoke with them, each once. */
  visitedOn: readonly Day[];
  odd: readonly OddSign[];
}>;

const OLDEST = 110;
const YOUNGEST_HEAD = 15;

/** The signs of a household in a calendar year; none of one that is closed. */
export function signsOf(file: HouseholdFile, year: number): HouseholdSigns | undefined {
  if (!isOpen(file)) return;
  const given = answersIn(file).filter((answer) => answer !== null && answer !== undefined);
  const inPerson = file.visits.filter(({ undone, outcome }) => !undone && outcome !== 'absent');
  return {
    household: file.household.id,
    answers: given.length,
    unclear: given.filter((answer) => answer === UNCLEAR).length,
    visitedOn: [...new Set(inPerson.flatMap(({ on }) => on ?? []))],
    odd: ODD_SIGNS.filter((sign) => IS_ODD[sign](file, year))
  };
}

const answersIn = ({ household, people }: HouseholdFile): unknown[] => [
  ...valuesOf(household.answers),
  ...people.flatMap((person) => [
    ...[person.insurance, person.activity, person.training],
    ...valuesOf(person.answers)
  ])
];

const valuesOf = (answers: Answers): unknown[] => Object.values(answers);

const IS_ODD: Readonly<Record<OddSign, (file: HouseholdFile, year: number) => boolean>> = {
  'two-heads': (file) => present(file).filter(({ relation }) => relation === 'head').length > 1,
  'age-impossible': (file, year) =>
    present(file).some(({ birth }) => birth !== null && year - birthYear(birth) > OLDEST),
  'head-too-young': (file, year) => {
    const born = headOf(file)?.birth;
    return Boolean(born) && year - birthYear(born!) < YOUNGEST_HEAD;
  },
  'child-older-than-head': (file) => {
    const born = headOf(file)?.birth;
    if (!born) return false;
    return present(file).some(
      ({ relation, birth }) => relation === 'child' && birth !== null && birthYear(birth) <= birthYear(born)
    );
  }
};

const present = ({ people }: HouseholdFile): Person[] => people.filter(({ closed }) => closed === null);

const headOf = (file: HouseholdFile): Person | undefined =>
  present(file).find(({ id }) => id === file.household.head);
