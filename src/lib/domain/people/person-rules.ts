import type { Day } from '../calendar';
import {
  between,
  day,
  type FieldRules,
  matching,
  oneOf,
  partialDay,
  requiredText,
  text,
  upToToday,
  upToTomorrow
} from '../entry/field';
import { JOB_POSITIONS, SCHOOLINGS, SOCIAL_INSURANCES, UNEMPLOYED_FOR, WORKED_BEFORE } from './labour-form';
import { NATIONAL_ID } from './number-patterns';
import {
  ACTIVITIES,
  ANSWERS,
  INACTIVE_REASONS,
  INSURANCE_GROUPS,
  INSURANCE_SOURCES,
  RELATIONS,
  RESIDENCES,
  SEXES,
  TRAININGS
} from './person';

const inTenYears = (today: Day): Day => `${Number(today.slice(0, 4)) + 10}${today.slice(4)}`;

/** What each field of a person may hold. */
export const personRules: FieldRules = {
  name: requiredText(80),
  birth: upToToday(partialDay),
  sex: oneOf(SEXES),
  relation: oneOf(RELATIONS),
  residence: oneOf(RESIDENCES),
  arrivedOn: upToTomorrow(day),
  nationalId: matching(NATIONAL_ID, 'not-a-national-id'),
  insurance: oneOf(ANSWERS),
  insuranceGroup: oneOf(INSURANCE_GROUPS),
  insuranceExpiry: between(day, '2000-01-01', inTenYears),
  insuranceSource: oneOf(INSURANCE_SOURCES),
  activity: oneOf(ACTIVITIES),
  inactiveReason: oneOf(INACTIVE_REASONS),
  training: oneOf(TRAININGS),
  schooling: oneOf(SCHOOLINGS),
  jobPosition: oneOf(JOB_POSITIONS),
  socialInsurance: oneOf(SOCIAL_INSURANCES),
  workedBefore: oneOf(WORKED_BEFORE),
  unemployedFor: oneOf(UNEMPLOYED_FOR),
  /** Nơi ở trước, nơi chuyển đến: as they were told, for the household's history. */
  arrivedFrom: text(200),
  wentTo: text(200),
  /** The row that followed this person in the household they lived in before (tách hộ, nhập hộ). */
  continues: text(36),
  note: text(300)
};
