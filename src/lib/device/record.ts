import type { Actor } from '$lib/domain/actor';
import { dayOf } from '$lib/domain/calendar';
import { capturedAt } from '$lib/domain/delivery/captured-time';
import type { Campaign } from '$lib/domain/plan/campaign';
import { answerRules } from '$lib/domain/plan/answer-rules';
import { compose, type NewChange, type Seen } from '$lib/domain/entry/compose';
import {
  type About,
  type Act,
  type Change,
  ENTRY_SCHEMA,
  type Entry,
  type EntryBody,
  type EntryKind,
  LARGEST_BODY,
  MOST_CHANGES
} from '$lib/domain/entry/entry';
import type { FieldProblem } from '$lib/domain/entry/field';
import type { EntryId, GroupId } from '$lib/domain/ids';
import { judge } from '$lib/domain/entry/judge';
import type { RejectionReason } from '$lib/domain/entry/verdict';
import { undoing } from '$lib/domain/entry/undo';
import { enqueue } from './outbox';
import { sha256 } from './sha256';
import type { WorkStore } from './work';

/** What became of a tap. "saved" is only said of what is durable on this phone (OB1). */
export type Recorded =
  | { kind: 'saved'; id: EntryId; entry: Entry }
  | { kind: 'unchanged' }
  | { kind: 'refused'; reason: RejectionReason; field?: string; problem?: FieldProblem }
  | { kind: 'failed'; reason: 'full' | 'storage' };

/** Who taps, on what picture, at what time. */
export type Hand = Readonly<{
  work: WorkStore;
  actor: Actor;
  group: GroupId;
  seen: Seen;
  clock: Entry['clock'];
  newId: () => string;
  /** What the campaign asks; without one only the app's own fields can be recorded. */
  campaign?: Pick<Campaign, 'questions'>;
}>;

/** What an act is about beside its changes: the difference that it closes, the event of life that it is. */
export type RecordOptions = Readonly<{ resolves?: string; about?: About }>;

/** Judged at once, frozen, saved: the way of one tap as far as the phone's storage. */
export async function record(
  hand: Hand,
  kind: EntryKind,
  changes: readonly NewChange[],
  { resolves, about: told }: RecordOptions = {}
): Promise<Recorded> {
  const { body, buildsOn } = compose(changes, hand.seen, kind === 'resolve');
  if (body.changes.length === 0) return { kind: 'unchanged' };
  const about = resolves === undefined ? told : { difference: resolves };
  return freeze(hand, kind, about ? { ...body, about } : body, buildsOn);
}

/** An own entry is undone by one that cancels it; what was only an echo of another's value stays (CO1). */
export async function takeBack(
  hand: Hand,
  own: Act & { id: EntryId },
  isEcho: (change: Change, field: string) => boolean
): Promise<Recorded> {
  const body = undoing(own, isEcho);
  if (body.changes.length === 0) return { kind: 'unchanged' };
  return freeze(hand, 'cancel', body, [own.id]);
}

/** A body that is already composed; `record` and `takeBack` meet here. */
export async function freeze(
  hand: Hand,
  kind: EntryKind,
  body: EntryBody,
  buildsOn: EntryId[]
): Promise<Recorded> {
  const { actor, group } = hand;
  const act = { kind, schema: ENTRY_SCHEMA, author: actor.account, group, body };
  const verdict = judge(act, {
    actor,
    today: dayOf(capturedAt(hand.clock, Infinity)),
    knowsEpoch: () => true,
    row: (type, id) => hand.seen.row(`${type}:${id}`),
    authorOf: () => undefined,
    known: () => true,
    settled: () => null,
    questions: hand.campaign && answerRules([hand.campaign])
  });
  if (verdict.kind === 'quarantined') return { ...verdict, kind: 'refused' };

  const text = JSON.stringify(body);
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > LARGEST_BODY || body.changes.length > MOST_CHANGES)
    return { kind: 'refused', reason: 'invalid', problem: 'too-long' };
  try {
    const entry = await enqueue(hand.work, {
      ...{ id: hand.newId() as EntryId, kind, schema: ENTRY_SCHEMA, group, author: actor.account },
      ...{ clock: hand.clock, buildsOn, body: text, sha: await sha256(bytes) }
    });
    return { kind: 'saved', id: entry.id, entry };
  } catch (fault) {
    return { kind: 'failed', reason: isFull(fault) ? 'full' : 'storage' };
  }
}

const isFull = (fault: unknown): boolean =>
  fault instanceof DOMException && fault.name === 'QuotaExceededError';
