import { day, type FieldRules, oneOf, text } from '../entry/field';
import type { HouseholdId } from '../ids';
import { type Row, textOf } from '../entry/row';

/** States of bình xét gia đình văn hóa for one household and year (NĐ 86/2023; domain 1.3), in the order of the process. */
export const ASSESSMENT_STATES = [
  'expected',
  'not-expected',
  'barred',
  'too-new',
  'published',
  'objected',
  'proposed',
  'recognised'
] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

/** Trường hợp không xét tặng (NĐ 86/2023). A code only: never on a list, an export or a message. */
export const BARS = [
  'prosecuted',
  'military-or-tax',
  'child-marriage',
  'marriage-law',
  'public-order',
  'gambling',
  'social-evils',
  'fire-safety',
  'domestic-violence'
] as const;
export type Bar = (typeof BARS)[number];

/** A household's assessment of one year (bình xét gia đình văn hóa). */
export type Assessment = Readonly<{
  household: HouseholdId;
  year: number;
  state: string | null;
  bar: string | null;
  decision: string | null;
}>;

export const assessmentRules: FieldRules = {
  state: oneOf(ASSESSMENT_STATES),
  bar: oneOf(BARS),
  decision: text(80),
  decidedOn: day
};

/** One row a household and year, whoever writes it first: two phones meet in the same row. */
export const assessmentId = (household: HouseholdId, year: number): string => `${household}/${year}`;

export const assessmentFrom = (row: Row): Assessment => ({
  household: row.household,
  year: Number(row.id.split('/')[1]),
  state: textOf(row, 'state'),
  bar: textOf(row, 'bar'),
  decision: textOf(row, 'decision')
});
