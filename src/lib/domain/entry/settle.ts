import type { Act, Change, FieldChange } from './entry';
import type { GroupId } from '../ids';
import type { Facts } from './facts';
import type { Clash, Target, Withdrawal, Write } from './verdict';

/** What an entry does, gathered change by change. */
export type Doing = {
  readonly writes: Write[];
  readonly clashes: Clash[];
  readonly withdraws: Withdrawal[];
  readonly idle: Target[];
};

/**
 * What never took effect is not undone, which would propose the old value anew: the proposal is withdrawn (CO1, CO3).
 * Where the entry that is taken back only confirmed what another had given, that one's value stays.
 */
export function withdraw(act: Act, written: Change, change: Change, facts: Facts, doing: Doing): Change {
  const { known, settled, row, authorOf } = facts;
  const { withdraws, idle } = doing;
  const {
    kind,
    body: { about }
  } = act;
  const entry =
    kind === 'cancel' && about && 'entry' in about && known(about.entry) ? about.entry : undefined;
  if (!entry) return change;
  const { type, id, set } = change;
  const left: Change['set'] = {};
  for (const [field, wanted] of Object.entries(set)) {
    const settledAt = settled(entry, change, field);
    const [, currentSeq] = row(type, id)?.fields[field] ?? [null, 0];
    if (settledAt === null) withdraws.push({ type, id, field, entry });
    else if (id !== written.id) withdrawMerged(written, { type, id, field, entry }, settledAt, facts, doing);
    const isAnothers = currentSeq > 0 && authorOf(currentSeq) !== act.author;
    if (settledAt === null || (isAnothers && currentSeq < settledAt)) idle.push({ type, id, field });
    else left[field] = wanted;
  }
  return { ...change, set: left };
}

/** Of what was merged meanwhile: its own row says it no longer, should the merge be undone, and its second value stands no longer beside the first (CO4). */
function withdrawMerged(
  { type, id, household, set }: Change,
  target: Withdrawal,
  settledAt: number,
  { row }: Facts,
  { writes, withdraws }: Doing
): void {
  const merged = row(type, id);
  if (merged?.fields[target.field]?.[1] !== settledAt) return;
  const { field } = target;
  writes.push({
    ...{ type, id, field },
    household: merged.household,
    group: merged.group,
    value: set[field]!.value
  });
  withdraws.push({ ...target, beside: type === 'person' ? id : household });
}

/** Per field: the same value is confirmed, a present base is applied, anything else becomes a difference (CO1). */
export function settle(
  act: Act,
  change: Change,
  group: GroupId,
  facts: Facts,
  { writes, clashes, idle }: Doing,
  isAliased: boolean
): void {
  const row = facts.row(change.type, change.id);
  const { type, id, household } = change;
  for (const [field, wanted] of Object.entries(change.set)) {
    const [current, currentSeq] = row?.fields[field] ?? [null, 0];
    if (facts.isOvertaken?.(change, field)) idle.push({ type, id, field });
    else if (Object.is(current, wanted.value)) continue;
    else if (sawThePresent(act, change, field, wanted, current, currentSeq, facts, isAliased)) {
      writes.push({ type, id, household, group, field, value: wanted.value });
    } else {
      clashes.push({ type, id, household, group, field, current, currentSeq, proposed: wanted.value });
    }
  }
}

function sawThePresent(
  act: Act,
  change: Change,
  field: string,
  { base, own, seen }: FieldChange,
  current: unknown,
  currentSeq: number,
  facts: Facts,
  isAliased: boolean
): boolean {
  if (currentSeq === 0) return true;
  if (facts.authorOf(currentSeq) === act.author) return true;
  const settledBy = own.findLast((entry) => facts.settled(entry, change, field) !== null);
  if (settledBy) return currentSeq <= facts.settled(settledBy, change, field)!;
  // Numbers of another history, or of the other of two merged things, mean nothing here; what was seen does (EP1, CO4).
  return facts.knowsEpoch(act.body.epoch) && !isAliased ? currentSeq <= base : Object.is(current, seen);
}
