import {
  day,
  type FieldRules,
  matching,
  number,
  oneOf,
  requiredText,
  text,
  upToTomorrow
} from '../entry/field';
import type { Row } from '../entry/row';
import { textOf, valueOf } from '../entry/reading';
import type { GroupId } from '../ids';

/** Cá nhân; hộ gia đình; tập thể; mô hình, cách làm hay (plan I.1.b, II.4.e). */
export const EXEMPLAR_KINDS = ['person', 'household', 'collective', 'model'] as const;
export type ExemplarKind = (typeof EXEMPLAR_KINDS)[number];

/** What is said of an exemplary model: what it is, who does it, what came of it. A photo by the sum of its bytes. */
export type ExemplarText = Readonly<{
  kind: ExemplarKind;
  title: string;
  who: string;
  effect: string;
  photo: string | null;
}>;

/** A group names what others could learn from (giới thiệu điển hình tiên tiến). Append-only. */
export type Nomination = ExemplarText &
  Readonly<{ id: string; group: GroupId; on: string | null; seq: number }>;

/** nhận; trả lại. */
export const NOMINATION_VERDICTS = ['accepted', 'returned'] as const;

/** The ward's word on a nomination; the last one counts. Append-only. */
export type NominationReview = Readonly<{
  nomination: string;
  verdict: string | null;
  reason: string | null;
  seq: number;
}>;

/** A model that the ward has spread (điển hình tiên tiến đã phổ biến): one row in every group, so that its phones hold it. */
export type Exemplar = ExemplarText &
  Readonly<{
    nomination: string;
    group: GroupId;
    /** The group that it comes from, by name. */
    from: string;
    on: string | null;
    isShown: boolean;
    seq: number;
  }>;

export const LONGEST_TITLE = 150;
export const LONGEST_WHO = 150;
/** As long as a text that people still read to its end. */
export const LONGEST_EFFECT = 1_500;

const UUID = /^[0-9a-f-]{36}$/;

const textRules: FieldRules = {
  kind: oneOf(EXEMPLAR_KINDS),
  title: requiredText(LONGEST_TITLE),
  who: requiredText(LONGEST_WHO),
  effect: requiredText(LONGEST_EFFECT),
  photo: matching(/^[0-9a-f]{64}$/, 'not-text'),
  on: upToTomorrow(day)
};

export const nominationRules: FieldRules = textRules;

export const nominationReviewRules: FieldRules = {
  nomination: matching(UUID, 'not-text'),
  verdict: oneOf(NOMINATION_VERDICTS),
  reason: text(500)
};

export const exemplarRules: FieldRules = {
  ...textRules,
  nomination: matching(UUID, 'not-text'),
  from: requiredText(120),
  /** 1 while it is shown, 0 after it was taken down. */
  shown: number(0, 1)
};

/** A nomination has one row in each group that it is spread to. */
export const exemplarId = (nomination: string, group: GroupId): string => `${nomination}/${group}`;

export const nominationFrom = (row: Row): Nomination => ({
  ...said(row),
  ...{ id: row.id, group: row.group, on: textOf(row, 'on'), seq: row.seq }
});

export const nominationReviewFrom = (row: Row): NominationReview => ({
  nomination: textOf(row, 'nomination') ?? '',
  ...{ verdict: textOf(row, 'verdict'), reason: textOf(row, 'reason'), seq: row.seq }
});

export const exemplarFrom = (row: Row): Exemplar => ({
  ...said(row),
  nomination: textOf(row, 'nomination') ?? '',
  from: textOf(row, 'from') ?? '',
  isShown: valueOf(row, 'shown') === 1,
  ...{ group: row.group, on: textOf(row, 'on'), seq: row.seq }
});

const said = (row: Row): ExemplarText => ({
  // A kind of a newer version is shown as the widest of those known here (EN4).
  kind: EXEMPLAR_KINDS.find((kind) => kind === textOf(row, 'kind')) ?? 'model',
  title: textOf(row, 'title') ?? '',
  who: textOf(row, 'who') ?? '',
  effect: textOf(row, 'effect') ?? '',
  photo: textOf(row, 'photo')
});

/** How far a nomination is: chờ phường xem, phường đã nhận, trả lại, đã phổ biến. */
export type NominationState = Readonly<
  { kind: 'waiting' } | { kind: 'accepted' } | { kind: 'returned'; reason: string } | { kind: 'published' }
>;

/** What is shown to all groups is published, whatever was said before; otherwise the ward's last word counts. */
export function nominationState(
  { id }: Pick<Nomination, 'id'>,
  reviews: readonly NominationReview[],
  exemplars: readonly Pick<Exemplar, 'nomination' | 'isShown'>[]
): NominationState {
  if (exemplars.some(({ nomination, isShown }) => isShown && nomination === id)) return { kind: 'published' };
  const last = reviews
    .filter(({ nomination }) => nomination === id)
    .sort((a, b) => a.seq - b.seq)
    .at(-1);
  if (last?.verdict === 'returned') return { kind: 'returned', reason: last.reason ?? '' };
  return { kind: last?.verdict === 'accepted' ? 'accepted' : 'waiting' };
}
