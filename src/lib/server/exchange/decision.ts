import { capturedAt, isAbout } from '$lib/domain/delivery/captured-time';
import { fieldNamed } from '$lib/domain/entry/overtaken';
import type { Row } from '$lib/domain/entry/row';
import type { RejectionReason } from '$lib/domain/entry/verdict';
import type { ReceiptStatus } from '$lib/protocol/sync';
import type { Arrival } from './arrival';
import { rowsAfter } from './effects';
import { type Circumstances, judgeArrival } from './judging';
import type { Memory } from './memory';

/** What becomes of one entry: its receipt, and the rows as they stand after it. */
export type Decision = Readonly<{
  status: ReceiptStatus;
  reason: string | null;
  field: string | null;
  /** Number of the fault in the log. */
  fault: string | null;
  /** Fields that it names and does not set: what it says there is only proposed, or overtaken, or taken back. */
  disputed: readonly string[];
  rows: readonly Row[];
  /** Entries or rows that are not here yet. */
  awaits: readonly string[];
}>;

/** Judges an entry and works out its effects; whatever breaks on the way breaks this entry alone (SV4). */
export function decide(
  arrival: Arrival,
  circumstances: Circumstances & { seq: number },
  memory: Memory,
  patient: boolean,
  reportFault: (fault: unknown) => string
): Decision {
  try {
    return decided(arrival, circumstances, memory, patient);
  } catch (fault) {
    return quarantine('internal', reportFault(fault));
  }
}

export const quarantine = (reason: RejectionReason, fault: string | null = null): Decision => ({
  ...NOTHING,
  status: 'quarantined',
  reason,
  fault
});

const NOTHING = { reason: null, field: null, fault: null, disputed: [], rows: [], awaits: [] } as const;

function decided(
  arrival: Arrival,
  circumstances: Circumstances & { seq: number },
  memory: Memory,
  patient: boolean
): Decision {
  const verdict = judgeArrival(arrival, circumstances, memory, patient);
  if (verdict.kind === 'quarantined') return { ...quarantine(verdict.reason), field: verdict.field ?? null };
  if (verdict.kind === 'waiting') {
    return verdict.on === 'newer-version'
      ? { ...NOTHING, status: 'waiting', reason: verdict.on }
      : { ...NOTHING, status: 'waiting', awaits: verdict.on };
  }
  const { author, receivedAt, now, seq } = circumstances;
  const at = capturedAt(arrival.entry.clock, receivedAt);
  const about = isAbout(arrival.entry.clock, receivedAt);
  const cause = { seq, author: author.account, name: author.name, at, isAbout: about, now };
  const rows = rowsAfter(arrival, verdict, cause, memory);
  const without = [...verdict.clashes, ...(verdict.idle ?? [])].map((one) => fieldNamed(one, one.field));
  return { ...NOTHING, status: verdict.clashes.length > 0 ? 'review' : 'applied', disputed: without, rows };
}
