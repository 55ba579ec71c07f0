import { day, type FieldRules, matching, number, oneOf, text, upToTomorrow } from '../entry/field';
import { CLOSING_REASONS } from './household';
import { PHONE_NUMBER } from './number-patterns';

/** How a household or person is closed, and reopened (EN5). */
export const closingRules: FieldRules = { closed: oneOf(CLOSING_REASONS), closedOn: upToTomorrow(day) };

/** What each field of a household may hold. */
export const householdRules: FieldRules = {
  head: text(36),
  houseNumber: text(40),
  subAlley: text(40),
  alley: text(60),
  street: text(80),
  addressNote: text(200),
  walkOrder: number(0, 1_000_000),
  phone: matching(PHONE_NUMBER, 'not-a-phone-number')
};
