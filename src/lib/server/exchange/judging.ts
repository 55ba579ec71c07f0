import { dayOf } from '$lib/domain/calendar';
import { capturedAt } from '$lib/domain/captured-time';
import { ENTRY_SCHEMA, type Act } from '$lib/domain/entry';
import type { AccountId, EntryId } from '$lib/domain/ids';
import { type Facts, judge } from '$lib/domain/judge';
import { keyOf } from '$lib/domain/row';
import type { Verdict } from '$lib/domain/verdict';
import { actorAt } from '../actor';
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
  const named = about && 'group' in about ? about.group : entry.kind === 'household.add' && entry.group;
  if (named && !memory.groups.has(named)) return { kind: 'quarantined', reason: 'unknown-target' };
  const act: Act = { kind: entry.kind, schema: entry.schema, author: entry.author, group: entry.group, body };
  return judge(act, factsOf(entry.clock, circumstances, memory), patient ? entry.buildsOn : []);
}

function factsOf(
  clock: Arrival['entry']['clock'],
  { author, officer, isDecided, epoch, receivedAt }: Circumstances,
  memory: Memory
): Facts {
  const at = capturedAt(clock, receivedAt);
  return {
    actor: actorAt(officer ?? author, at, [...memory.groups]),
    at,
    today: dayOf(at),
    isDecided,
    rowsOf: (household) => rowsOf(memory, household),
    knowsEpoch: (named) => named === epoch,
    row: (type, id) => rowOf(memory, type, id),
    authorOf: (seq) => memory.origins.get(seq)?.author as AccountId | undefined,
    known: (id) => isHere(memory, id),
    settled(id, change, field) {
      const earlier = firstUnder(memory, id);
      if (!earlier || (earlier.status !== 'applied' && earlier.status !== 'review')) return null;
      return isDisputed(earlier, disputedField(change, field)) ? null : earlier.decided;
    }
  };
}

/** What still waits, or lies in the holding box, is not here yet for those that build on it. */
const isHere = (memory: Memory, id: EntryId): boolean => {
  const entry = firstUnder(memory, id);
  return entry !== undefined && entry.status !== 'waiting' && entry.reason !== 'held';
};

/** The entry that an id means; a later one with other bytes, or one that came damaged, never does (EN1). */
export const firstUnder = ({ known }: Memory, id: string): KnownEntry | undefined =>
  known.get(id)?.find(({ reason }) => reason !== 'id-reused' && reason !== 'damaged');

export const disputedField = (change: { type: string; id: string }, field: string): string =>
  `${keyOf(change)}/${field}`;

const isDisputed = ({ disputed }: KnownEntry, name: string): boolean =>
  disputed !== null && (JSON.parse(disputed) as string[]).includes(name);
