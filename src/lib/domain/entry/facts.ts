import type { Actor } from '../actor';
import type { Day } from '../calendar';
import type { AccountId, EntryId } from '../ids';
import type { Act, Change } from './entry';
import type { FieldRules } from './field';
import type { Row } from './row';
import type { Verdict } from './verdict';

/** What judge must know of the world; the phone and the server each fill it in. */
export type Facts = Readonly<{
  actor: Actor;
  /** Null where no earlier number is known to mean what the author saw: another epoch (EP1). */
  knowsEpoch: (epoch: string | null) => boolean;
  row: (type: string, id: string) => Row | undefined;
  /** Who set the value with this number; undefined on a phone. */
  authorOf: (seq: number) => AccountId | undefined;
  /** Whether an entry is stored, and the number under which it settled a field; null if it did not. */
  known: (entry: EntryId) => boolean;
  settled: (entry: EntryId, change: Change, field: string) => number | null;
  /** Whether the same device has already had a newer word on a field (CO2); a phone has them all in order. */
  isOvertaken?: (change: Change, field: string) => boolean;
  /** The day of the tap: no birth is after it, and no card ends a lifetime from it. */
  today: Day;
  /** When it was tapped, milliseconds: deadlines are judged by it (TI1). Without it none is. */
  at?: number;
  /** All rows of a household; only the ward's desk says which thing is which (CO4). */
  rowsOf?: (household: string) => readonly Row[];
  /** Merges and moves are the office's alone: a phone neither judges nor carries them (CO4). */
  judgePlacing?: (act: Act, facts: Facts) => Verdict;
  /** Answers that the campaigns' questions allow (plan/question.ts); by what is asked. */
  questions?: Readonly<Record<'household' | 'person', FieldRules>>;
  /** An officer has looked at it: what is closed may take it in (CO4). */
  isDecided?: boolean;
  /** Whether it may wait for what is not here yet (SV5); a phone waits for nothing. */
  mayWait?: boolean;
}>;
