import { day, type FieldRules, matching, oneOf, requiredText, text, upToTomorrow } from '../entry/field';
import type { GroupId } from '../ids';
import type { Row } from '../entry/row';
import { textOf } from '../entry/reading';

/** A leader's signature under a period's figures (chốt số liệu), also made offline. Append-only. */
export type SignOff = Readonly<{
  id: string;
  group: GroupId;
  period: string;
  on: string | null;
  /** JSON of the Figures that stood on the screen. */
  figures: string;
  note: string | null;
  /** Number under which the ward holds it; 0 while it is on its way. */
  seq: number;
}>;

/** duyệt; trả lại. */
export const REVIEW_VERDICTS = ['approved', 'returned'] as const;

/** The ward's word on a sign-off, or with a household's own reason on one of its households (thẩm định). Append-only. */
export type Review = Readonly<{
  id: string;
  group: GroupId;
  /** The group's id where it is about the group. */
  household: string;
  signOff: string;
  period: string;
  verdict: string | null;
  reason: string | null;
  seq: number;
}>;

const UUID = /^[0-9a-f-]{36}$/;

export const signOffRules: FieldRules = {
  period: matching(UUID, 'not-text'),
  on: upToTomorrow(day),
  figures: requiredText(20_000),
  note: text(500)
};

export const reviewRules: FieldRules = {
  signOff: matching(UUID, 'not-text'),
  period: matching(UUID, 'not-text'),
  verdict: oneOf(REVIEW_VERDICTS),
  reason: text(500)
};

export const signOffFrom = (row: Row): SignOff => ({
  id: row.id,
  group: row.group,
  period: textOf(row, 'period') ?? '',
  on: textOf(row, 'on'),
  figures: textOf(row, 'figures') ?? '{}',
  note: textOf(row, 'note'),
  seq: row.seq
});

export const reviewFrom = (row: Row): Review => ({
  id: row.id,
  group: row.group,
  household: row.household,
  signOff: textOf(row, 'signOff') ?? '',
  period: textOf(row, 'period') ?? '',
  verdict: textOf(row, 'verdict'),
  reason: textOf(row, 'reason'),
  seq: row.seq
});

/** How far a period is in a group: chưa chốt, đã chốt chờ phường, trả lại, đã duyệt. */
export type PeriodState = Readonly<
  | { kind: 'open' }
  | { kind: 'signed' | 'approved'; signOff: SignOff }
  | { kind: 'returned'; signOff: SignOff; review: Review }
>;

/** The last signature counts, and the last word of the ward about that one. */
export function periodState(
  period: string,
  signOffs: readonly SignOff[],
  reviews: readonly Review[]
): PeriodState {
  const signOff = last(signOffs.filter((one) => one.period === period));
  if (!signOff) return { kind: 'open' };
  const review = last(
    reviews.filter((one) => one.signOff === signOff.id && one.household === (signOff.group as string))
  );
  if (review?.verdict === 'returned') return { kind: 'returned', signOff, review };
  return { kind: review?.verdict === 'approved' ? 'approved' : 'signed', signOff };
}

/** By number; what is still on its way comes after all that have one. */
const last = <One extends { seq: number }>(all: readonly One[]): One | undefined =>
  [...all].sort((a, b) => (a.seq || Infinity) - (b.seq || Infinity)).at(-1);
