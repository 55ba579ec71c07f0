import { enqueue } from '$lib/device/outbox';
import type { freeze, Hand, record, Recorded } from '$lib/device/record';
import { compose } from '$lib/domain/entry/compose';
import { isAdding } from '$lib/domain/entry/adding';
import type { Change, EntryBody, EntryKind } from '$lib/domain/entry/entry';
import type { EntryId } from '$lib/domain/ids';
import { sha256 } from './sums';

/** The version of the bodies that an app of two years ago writes. */
const BEFORE = 1;

/** What that app did at a tap: the same act in the words of its time (EN4). */
export const recordAsBefore: typeof record = async (hand, kind, changes, { resolves } = {}) => {
  const { body, buildsOn } = compose(changes, hand.seen, kind === 'resolve');
  if (body.changes.length === 0) return { kind: 'unchanged' };
  return freezeAsBefore(hand, kind, resolves ? { ...body, about: { difference: resolves } } : body, buildsOn);
};

export const freezeAsBefore: typeof freeze = async (
  hand: Hand,
  kind: EntryKind,
  body: EntryBody,
  buildsOn: EntryId[]
): Promise<Recorded> => {
  if (body.changes.some((change) => isGone(change, hand, kind, body)))
    return { kind: 'refused', reason: 'unknown-target' };
  const text = JSON.stringify(asBefore(body));
  const { actor, group, clock, work } = hand;
  const frozen = { id: hand.newId() as EntryId, kind, schema: BEFORE, group, author: actor.account };
  try {
    const entry = await enqueue(work, { ...frozen, clock, buildsOn, body: text, sha: sha256(text) });
    return { kind: 'saved', id: entry.id, entry };
  } catch {
    return { kind: 'failed', reason: 'storage' };
  }
};

/** It too was kind at the tap: who is no longer on the phone is not recorded about (EN3). */
const isGone = ({ type, id }: Change, { seen }: Hand, kind: EntryKind, body: EntryBody): boolean =>
  (type === 'household' || type === 'person') && !isAdding({ kind, body }, id) && !seen.row(`${type}:${id}`);

/** It named what an act is about in a field of its own for each kind. */
function asBefore({ about, ...rest }: EntryBody): unknown {
  if (about && 'difference' in about) return { ...rest, resolves: about.difference };
  return about && 'entry' in about ? { ...rest, cancels: about.entry } : rest;
}
