import { birthYear, type Day } from '../../calendar';
import type { Campaign } from '../../plan/campaign';
import type { Household } from '../../people/household';
import type { Person } from '../../people/person';
import { counted, type Judgement, outside } from '../reason';

/**
 * Births and deaths of a year (sinh, mất; chỉ tiêu 5): events of those whose usual home is here, counted and never a rate;
 * the rate is the ward's alone, for in a group chance is larger than any difference (domain 1.2, 1.9).
 */
export const judgeBirth = (person: Person, asOf: Day, campaign: Campaign, household: Household): Judgement =>
  isWithin(person.birth, campaign, asOf) && wasHere(person, campaign, household)
    ? counted('born')
    : outside('no-event');

export const judgeDeath = (person: Person, asOf: Day, campaign: Campaign, household: Household): Judgement =>
  person.closed === 'died' &&
  isWithin(person.closedOn, campaign, asOf) &&
  wasHere(person, campaign, household)
    ? counted('died-here')
    : outside('no-event');

/** A birth known only to the year still happened in it; only a whole day can be after the day that is counted for. */
const isWithin = (on: string | null, { year }: Campaign, asOf: Day): boolean =>
  on !== null && on <= asOf && birthYear(on) === year;

const NEVER_THERE = ['entered-by-mistake', 'duplicate'];

/** Who lives on in another household is followed there: one life is counted once. */
const wasHere = ({ residence, closed }: Person, { choices }: Campaign, household: Household): boolean =>
  (residence === null || choices.residences.includes(residence)) &&
  ![...NEVER_THERE, 'other-household'].includes(closed ?? '') &&
  !NEVER_THERE.includes(household.closed ?? '');
