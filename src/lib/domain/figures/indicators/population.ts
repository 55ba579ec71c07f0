import type { Campaign } from '../../plan/campaign';
import type { Day } from '../../calendar';
import type { HouseholdFile } from '../../people/household-file';
import type { Person } from '../../people/person';
import type { Classified } from '../classify';
import { counted, outside } from '../reason';

/**
 * Births and deaths of a year (sinh, mất; chỉ tiêu 5): events of those whose usual home is here, counted and never a rate;
 * the rate is the ward's alone, for in a group chance is larger than any difference (domain 1.2, 1.9).
 */
export const classifyBirths = (file: HouseholdFile, asOf: Day, campaign: Campaign): Classified[] =>
  eventsIn(file, (person) => isWithin(person.birth, campaign, asOf) && wasHere(person, campaign), 'born');

export const classifyDeaths = (file: HouseholdFile, asOf: Day, campaign: Campaign): Classified[] =>
  eventsIn(
    file,
    (person) =>
      person.closed === 'died' && isWithin(person.closedOn, campaign, asOf) && wasHere(person, campaign),
    'died-here'
  );

const NEVER_THERE = ['entered-by-mistake', 'duplicate'];

const eventsIn = (
  { household, people }: HouseholdFile,
  happened: (person: Person) => boolean,
  reason: 'born' | 'died-here'
): Classified[] =>
  people.map((person) => ({
    subject: 'person',
    id: person.id,
    ...(happened(person) &&
    !NEVER_THERE.includes(person.closed ?? '') &&
    !NEVER_THERE.includes(household.closed ?? '')
      ? counted(reason)
      : outside('no-event'))
  }));

/** A birth known only to the year still happened in it; only a whole day can be after the day that is counted for. */
const isWithin = (on: string | null, { year }: Campaign, asOf: Day): boolean =>
  on !== null && on.startsWith(String(year)) && on <= asOf;

const wasHere = ({ residence }: Person, { choices }: Campaign): boolean =>
  residence === null || choices.residences.includes(residence);
