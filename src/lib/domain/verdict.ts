import type { FieldProblem } from './field';
import type { EntryId, GroupId, HouseholdId } from './ids';
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
  | 'unreadable'
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
}>;

/** The word of judge on one entry. There is none that means "thrown away". */
export type Verdict =
  | { kind: 'accepted'; writes: Write[]; clashes: Clash[]; resolves?: string }
  | { kind: 'waiting'; on: EntryId[] | 'newer-version' }
  | { kind: 'quarantined'; reason: RejectionReason; field?: string; problem?: FieldProblem };
