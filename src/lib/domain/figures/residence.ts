import { type Day, firstDayOf } from '../calendar';
import type { Campaign } from '../plan/campaign';
import { CLOSING_REASONS, type ClosingReason, type Household } from '../people/household';
import type { HouseholdFile } from '../people/household-file';
import { type Person, RESIDENCES, type Residence } from '../people/person';
import { type Judgement, outside, unknown } from './reason';

/** Why a person is in no denominator on a day, or cannot be placed; nothing for a resident (người đang sinh sống). */
export function absenceOfPerson(
  person: Person,
  household: Household,
  asOf: Day,
  campaign: Campaign
): Judgement | undefined {
  const closed = closingOn(household, asOf) ?? closingOn(person, asOf);
  if (closed) return outside(closed);
  if (person.birth !== null && firstDayOf(person.birth) > asOf) return outside('not-born-yet');
  if (arrivesAfter(person, asOf)) return outside('not-here-yet');
  return absenceByResidence(person, campaign);
}

/** The same for a household (hộ sống trong tổ dân phố): it needs one person who lives here, by the ward's choice. */
export function absenceOfHousehold(
  { household, people }: HouseholdFile,
  asOf: Day,
  campaign: Campaign
): Judgement | undefined {
  const closed = closingOn(household, asOf);
  if (closed) return outside(closed);
  if (people.some((person) => isHere(person, asOf, campaign))) return;

  const members = people.filter((person) => !closingOn(person, asOf));
  if (members.length === 0) return absenceOfLast(people, asOf);
  const here = members.filter((person) => !arrivesAfter(person, asOf));
  if (here.length === 0) return outside('not-here-yet');
  if (here.every((person) => absenceByResidence(person, campaign)?.class === 'outside')) {
    return outside('lives-elsewhere');
  }
}

/** The usual case, told without looking further: one person who lives here keeps the household here. */
const isHere = (person: Person, asOf: Day, campaign: Campaign): boolean =>
  !closingOn(person, asOf) &&
  !arrivesAfter(person, asOf) &&
  absenceByResidence(person, campaign)?.class !== 'outside';

/**
 * A household whose people are all gone went with the last of them. Nobody recorded, or by mistake only, is work to do
 * and not a household that is not there: it stays in the denominator.
 */
function absenceOfLast(people: readonly Person[], asOf: Day): Judgement | undefined {
  const last = people
    .filter(({ closed }) => !NEVER_THERE.includes(closed ?? ''))
    .sort((a, b) => (a.closedOn ?? '').localeCompare(b.closedOn ?? ''))
    .at(-1);
  const reason = last && closingOn(last, asOf);
  return reason && outside(reason);
}

const NEVER_THERE: readonly string[] = ['entered-by-mistake', 'duplicate'];

/** What was never there is out whatever the day; who left is out from the day of leaving. */
export function closingOn(
  { closed, closedOn }: Pick<Household, 'closed' | 'closedOn'>,
  asOf: Day
): ClosingReason | 'closed' | undefined {
  if (closed === null) return;
  if (!NEVER_THERE.includes(closed) && closedOn !== null && closedOn > asOf) return;
  return CLOSING_REASONS.includes(closed as ClosingReason) ? (closed as ClosingReason) : 'closed';
}

const arrivesAfter = ({ arrivedOn }: Person, asOf: Day): boolean => arrivedOn !== null && arrivedOn > asOf;

function absenceByResidence({ residence }: Person, { choices }: Campaign): Judgement | undefined {
  if (residence === null || choices.residences.includes(residence)) return;
  return RESIDENCES.includes(residence as Residence) ? outside('lives-elsewhere') : unknown('unrecognised');
}
