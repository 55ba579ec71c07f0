import type { Change } from './entry';
import type { FieldProblem } from './field';
import type { EntryId, GroupId, HouseholdId } from '../ids';
import type { FieldValue } from './row';

/** Why an entry is stored but not in effect. */
export type RejectionReason =
  | 'invalid'
  | 'outside-right'
  | 'unknown-target'
  | 'already-there'
  | 'closed'
  | 'late'
  | 'not-allowed'
  | 'id-reused'
  | 'wrong-author'
  | 'held'
  | 'refused'
  | 'unreadable'
  | 'damaged'
  | 'internal';

/** One field that takes a new value. */
export type Write = Readonly<{
  type: string;
  id: string;
  household: HouseholdId;
  group: GroupId;
  field: string;
  value: FieldValue;
}>;

/** A field for which two people gave different values without having seen each other's (hai giá trị). */
export type Clash = Readonly<{
  type: string;
  id: string;
  household: HouseholdId;
  group: GroupId;
  field: string;
  current: FieldValue;
  /** Number of the entry that set the current value. */
  currentSeq: number;
  proposed: FieldValue;
  /** What was merged and said the second value; it takes the place of nobody's proposal. */
  beside?: string;
}>;

/** A field of a row. */
export type Target = Readonly<{ type: string; id: string; field: string }>;

/** A field for which an entry was a proposal and no more, and is taken back. */
export type Withdrawal = Target &
  Readonly<{
    entry: EntryId;
    /** What was merged and said it: the merge put it beside the other value. */
    beside?: string;
  }>;

/** The place that a row has from now on: another household, or its household in another group. */
export type Move = Readonly<{ type: string; id: string; household: HouseholdId; group: GroupId }>;

/** The word of judge on one entry. There is none that means "thrown away". */
export type Verdict =
  | {
      kind: 'accepted';
      /** What is changed, by the names that things have now (CO4). */
      changes: readonly Change[];
      writes: Write[];
      clashes: Clash[];
      moves: readonly Move[];
      /** Proposals that their author takes back: a second value stands no longer beside the first. */
      withdraws?: readonly Withdrawal[];
      /** Fields that it names and leaves as they are: a newer word of its device stands, or there was nothing to take back. */
      idle?: readonly Target[];
      resolves?: string;
    }
  /** For entries by their ids, or for rows that are not here. */
  | { kind: 'waiting'; on: readonly string[] | 'newer-version' }
  | { kind: 'quarantined'; reason: RejectionReason; field?: string; problem?: FieldProblem };

/** The word that keeps an entry apart, and where it is wrong. */
export const quarantined = (
  reason: RejectionReason,
  where: { field?: string; problem?: FieldProblem } = {}
): Verdict => ({ kind: 'quarantined', reason, ...where });
