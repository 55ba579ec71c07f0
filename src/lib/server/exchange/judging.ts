import { dayOf } from '$lib/domain/calendar';
import { canonical } from '$lib/domain/entry/alias';
import { capturedAt } from '$lib/domain/delivery/captured-time';
import { type Act, ENTRY_SCHEMA, type Entry } from '$lib/domain/entry/entry';
import type { AccountId, EntryId } from '$lib/domain/ids';
import type { Facts } from '$lib/domain/entry/facts';
import { judge } from '$lib/domain/entry/judge';
import { judgePlacing } from '$lib/domain/entry/merge';
import { fieldNamed, madeAfter, spokenFields } from '$lib/domain/entry/overtaken';
import type { Verdict } from '$lib/domain/entry/verdict';
import { actorAt } from '../accounts/actor';
import type { Author } from '../queries/accounts';
import type { KnownEntry } from '../queries/entries';
import type { Arrival } from './arrival';
import { type Memory, rowOf, rowsOf } from './memory';

/** Who is judged, in which history, and when the entry came. */
export type Circumstances = Readonly<{
  author: Author;
  /** The officer who decides about it, with whose rights it may take effect where the author's fail (SV6, CO4). */
  officer?: Author;
  isDecided?: boolean;
  epoch: string;
  receivedAt: number;
  /** When the ward last heard of the device before this visit; without it no older time is believed. */
  calledAt?: number | null;
  now: number;
}>;

/** The word of the one rule book on an entry. `patient`: wait for what it builds on (SV5). */
export function judgeArrival(
  { entry, body }: Arrival,
  circumstances: Circumstances,
  memory: Memory,
  patient: boolean
): Verdict {
  if (entry.schema > ENTRY_SCHEMA) return { kind: 'waiting', on: 'newer-version' };
  if (!body) return { kind: 'quarantined', reason: 'unreadable' };
  const { about } = body;
  const named = about && 'group' in about ? about.group : mayBringHousehold(entry.kind) && entry.group;
  if (named && !memory.groups.has(named)) return { kind: 'quarantined', reason: 'unknown-target' };
  const act: Act = { kind: entry.kind, schema: entry.schema, author: entry.author, group: entry.group, body };
  const { author, officer, receivedAt } = circumstances;
  const buildsOn = patient ? entry.buildsOn : [];
  const at = rightsAt(entry.clock, circumstances);
  const facts = { ...factsOf(entry.id, at, circumstances, memory), mayWait: patient };
  const verdict = judge(act, facts, buildsOn);
  if (verdict.kind !== 'quarantined' || verdict.reason !== 'outside-right' || officer) return verdict;
  // He had the right at the time that he claims, and nothing of ours bears it out: a person decides (SV3).
  const actor = actorAt(author, capturedAt(entry.clock, receivedAt), [...memory.groups]);
  const claimed = judge(act, { ...facts, actor }, buildsOn);
  const isLate = claimed.kind !== 'quarantined' || claimed.reason !== 'outside-right';
  return isLate ? { kind: 'quarantined', reason: 'late' } : verdict;
}

/** A new household stands in the group that its entry names: that one must be there. */
const mayBringHousehold = (kind: string): boolean => kind === 'household.add' || kind === 'life-event';

/**
 * The moment at whose rights an entry is judged (TI1): the tap as its device tells it, but not before the ward's own last
 * word of that device; without a contact to reckon from, the receipt, for a clock alone may be years wrong.
 */
function rightsAt(clock: Entry['clock'], { receivedAt, calledAt }: Circumstances): number {
  if (!clock.contact || calledAt === undefined || calledAt === null) return receivedAt;
  return Math.max(capturedAt(clock, receivedAt), Math.min(calledAt, receivedAt));
}

function factsOf(
  entry: EntryId,
  at: number,
  { author, officer, isDecided, epoch }: Circumstances,
  memory: Memory
): Facts {
  const spoken = spokenAfter(entry, memory);
  return {
    actor: actorAt(officer ?? author, at, [...memory.groups]),
    at,
    today: dayOf(at),
    isDecided,
    rowsOf: (household) => rowsOf(memory, household),
    judgePlacing,
    questions: memory.questions,
    knowsEpoch: (named) => named === epoch,
    row: (type, id) => rowOf(memory, type, id),
    authorOf: (seq) => memory.origins.get(seq)?.author as AccountId | undefined,
    known: (id) => isHere(memory, id),
    settled(id, change, field) {
      const earlier = firstUnder(memory, id);
      if (!earlier || (earlier.status !== 'applied' && earlier.status !== 'review')) return null;
      return isDisputed(earlier, fieldNamed(change, field)) ? null : earlier.decided;
    },
    isOvertaken: (change, field) => spoken.has(fieldNamed(change, field))
  };
}

/** What the device of an entry has said since, as it is judged by now, by the names that things have now (CO4). */
function spokenAfter(entry: EntryId, memory: Memory): ReadonlySet<string> {
  const statusOf = (id: string) => firstUnder(memory, id)?.status;
  const newer = madeAfter(entry, memory.made).flatMap(({ id, kind, body }) =>
    body ? [{ id, kind, body, status: statusOf(id) }] : []
  );
  const rows = (type: string, id: string) => rowOf(memory, type, id);
  return spokenFields(newer, statusOf, (change, field) => fieldNamed(canonical(change, rows), field));
}

/** What still waits, or lies in the holding box, is not here yet for those that build on it. */
const isHere = (memory: Memory, id: EntryId): boolean => {
  const entry = firstUnder(memory, id);
  return entry !== undefined && entry.status !== 'waiting' && entry.reason !== 'held';
};

/** The entry that an id means; a later one with other bytes, or one that came damaged, never does (EN1). */
export const firstUnder = ({ known }: Memory, id: string): KnownEntry | undefined =>
  known.get(id)?.find(({ reason }) => reason !== 'id-reused' && reason !== 'damaged');

const isDisputed = ({ disputed }: KnownEntry, name: string): boolean =>
  disputed !== null && (JSON.parse(disputed) as string[]).includes(name);
