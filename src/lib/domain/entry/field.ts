import { addDays, type Day, firstDayOf, isDay, isPartialDay } from '../calendar';
import type { FieldValue } from './row';

/** Why a value cannot stand in a field; words.ts has the sentence. */
export type FieldProblem =
  | 'required'
  | 'too-long'
  | 'not-text'
  | 'not-a-date'
  | 'not-a-number'
  | 'out-of-range'
  | 'unknown-code'
  | 'not-a-phone-number'
  | 'not-a-national-id'
  | 'impossible-date';

/** Says what is wrong with a value on the day of the tap, or nothing. null always means "not recorded". */
export type FieldRule = (value: FieldValue, today: Day) => FieldProblem | undefined;

export type FieldRules = Readonly<Record<string, FieldRule>>;

export const text =
  (longest: number): FieldRule =>
  (value) => {
    if (value === null) return;
    if (typeof value !== 'string' || /[\p{Surrogate}\0]/u.test(value)) return 'not-text';
    return value.length > longest ? 'too-long' : undefined;
  };

export const requiredText =
  (longest: number): FieldRule =>
  (value, today) =>
    value === null || (typeof value === 'string' && value.trim() === '')
      ? 'required'
      : text(longest)(value, today);

export const oneOf =
  (codes: readonly FieldValue[]): FieldRule =>
  (value) =>
    value === null || codes.includes(value) ? undefined : 'unknown-code';

export const number =
  (least: number, most: number): FieldRule =>
  (value) => {
    if (value === null) return;
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'not-a-number';
    return value < least || value > most ? 'out-of-range' : undefined;
  };

export const yesOrNo: FieldRule = (value) =>
  value === null || typeof value === 'boolean' ? undefined : 'unknown-code';

/** A whole day, "2026-11-30". */
export const day: FieldRule = (value) =>
  value === null || (typeof value === 'string' && isDay(value)) ? undefined : 'not-a-date';

/** A rule for dates that also keeps them within what can be: a typo in a year must not raise a rate. */
export const between =
  (rule: FieldRule, earliest: Day, latest: (today: Day) => Day): FieldRule =>
  (value, today) => {
    const problem = rule(value, today);
    if (problem || typeof value !== 'string') return problem;
    const first = firstDayOf(value);
    return first < earliest || first > latest(today) ? 'impossible-date' : undefined;
  };

const LONGEST_LIFE_BACK = '1900-01-01';

export const upToToday = (rule: FieldRule): FieldRule => between(rule, LONGEST_LIFE_BACK, (today) => today);

/** A phone's clock may be some hours behind the person's day. */
export const upToTomorrow = (rule: FieldRule): FieldRule =>
  between(rule, LONGEST_LIFE_BACK, (today) => addDays(today, 1));

/** A day known to the day, the month or the year: "1958-03-05", "1958-03", "1958". */
export const partialDay: FieldRule = (value) =>
  value === null || (typeof value === 'string' && isPartialDay(value)) ? undefined : 'not-a-date';

export const matching =
  (pattern: RegExp, problem: FieldProblem): FieldRule =>
  (value) =>
    value === null || (typeof value === 'string' && pattern.test(value)) ? undefined : problem;
