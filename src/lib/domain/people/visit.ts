import type { Day } from '../calendar';
import { day, type FieldRules, oneOf, upToTomorrow, yesOrNo } from '../entry/field';
import type { HouseholdId } from '../ids';
import type { Row } from '../entry/row';
import { textOf, valueOf } from '../entry/reading';

/** unchanged: không thay đổi; reviewed: rà soát xong, có thay đổi; absent: vắng nhà. */
export const VISIT_OUTCOMES = ['unchanged', 'reviewed', 'absent'] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

/** One visit to a household (lượt rà soát). Append-only; an undone one stays, marked. */
export type Visit = Readonly<{
  id: string;
  household: HouseholdId;
  outcome: string | null;
  on: Day | null;
  undone: boolean;
}>;

export const visitRules: FieldRules = {
  outcome: oneOf(VISIT_OUTCOMES),
  on: upToTomorrow(day),
  undone: yesOrNo
};

export const visitFrom = (row: Row): Visit => ({
  id: row.id,
  household: row.household,
  outcome: textOf(row, 'outcome'),
  on: textOf(row, 'on'),
  undone: valueOf(row, 'undone') === true
});

/** Whether the household was reviewed from one day to another; being away is no review, an unknown outcome is (EN4). */
export const isReviewed = (visits: readonly Visit[], since: Day, until: Day): boolean =>
  visits.some((visit) => isBetween(visit, since, until) && visit.outcome !== 'absent');

export const isBetween = ({ on, outcome, undone }: Visit, since: Day, until: Day): boolean =>
  !undone && outcome !== null && on !== null && on >= since && on <= until;
