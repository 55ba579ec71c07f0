import type { GroupId, HouseholdId, PersonId } from '../ids';
import { type Answers, answersFrom } from './answers';
import type { Row } from '../entry/row';
import { textOf, valueOf } from '../entry/reading';

/**
 * Why a household or person is no longer counted; it stays listed and can be reopened (EN5).
 * other-household: lives on in another household of the ward (tách hộ, nhập hộ), where a row of its own follows them.
 */
export const CLOSING_REASONS = [
  'moved-away',
  'died',
  'other-household',
  'duplicate',
  'entered-by-mistake'
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** A household (hộ). Address as in domain 5.5: số nhà, ngách, ngõ, đường, chi tiết. */
export type Household = Readonly<{
  id: HouseholdId;
  group: GroupId;
  head: PersonId | null;
  houseNumber: string | null;
  /** Ngách. */
  subAlley: string | null;
  /** Ngõ, or the name of a building or hamlet. */
  alley: string | null;
  street: string | null;
  addressNote: string | null;
  /** Place in the walk along the alleys; fractions allow an insertion between two. */
  walkOrder: number;
  phone: string | null;
  /** Answers to the campaign's questions, by field. */
  answers: Answers;
  closed: string | null;
  closedOn: string | null;
}>;

export const householdFrom = (row: Row): Household => ({
  id: row.household,
  group: row.group,
  head: textOf(row, 'head') as PersonId | null,
  houseNumber: textOf(row, 'houseNumber'),
  subAlley: textOf(row, 'subAlley'),
  alley: textOf(row, 'alley'),
  street: textOf(row, 'street'),
  addressNote: textOf(row, 'addressNote'),
  walkOrder: Number(valueOf(row, 'walkOrder') ?? 0),
  phone: textOf(row, 'phone'),
  answers: answersFrom(row),
  closed: textOf(row, 'closed'),
  closedOn: textOf(row, 'closedOn')
});
