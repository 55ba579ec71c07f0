import type { EntryId, GroupId } from '../ids';
import { canonical } from './alias';
import { differenceFrom, isForOfficerAlone } from './difference';
import { type Act, type Change, ENTRY_SCHEMA, PLACING_KINDS } from './entry';
import type { Facts } from './facts';
import { isNewIn, type KindRule, kindRule } from './kinds';
import { groupOf } from './place';
import { refuse } from './refusal';
import { type Doing, settle, withdraw } from './settle';
import { quarantined, type Verdict } from './verdict';

/** Says what an entry does (EN3): the phone asks to be kind, the server to be right. Pure. */
export function judge(act: Act, facts: Facts, buildsOn: readonly EntryId[] = []): Verdict {
  if (act.schema > ENTRY_SCHEMA) return { kind: 'waiting', on: 'newer-version' };
  const isPlacing = PLACING_KINDS.includes(act.kind);
  const rule = kindRule(act.kind);
  if (!rule && !isPlacing) return quarantined('invalid');

  const missing = buildsOn.filter((id) => !facts.known(id));
  if (missing.length > 0) return { kind: 'waiting', on: missing };

  return rule
    ? judgeChanges(act, rule, facts)
    : (facts.judgePlacing?.(act, facts) ?? quarantined('not-allowed'));
}

function judgeChanges(act: Act, rule: KindRule, facts: Facts): Verdict {
  const changes: Change[] = [];
  const doing: Doing = { writes: [], clashes: [], withdraws: [], idle: [] };
  const added = new Map<string, GroupId>();
  for (const written of act.body.changes) {
    const change = canonical(written, facts.row);
    const group = groupOf(act, change, facts, added);
    const refusal = refuse(act, rule, change, group, facts, added, written);
    if (refusal) return refusal;
    if (change.type === 'household' && isNewIn(act, rule, change)) added.set(change.id, group!);
    settle(act, withdraw(act, written, change, facts, doing), group!, facts, doing, change !== written);
    changes.push(change);
  }
  const { about } = act.body;
  const resolves = about && 'difference' in about ? about.difference : undefined;
  if (resolves && isTooLate(resolves, facts)) return quarantined('not-allowed');
  return { kind: 'accepted', changes, ...doing, moves: [], ...(resolves && { resolves }) };
}

/** After seven days the officer alone chooses (CO3). */
function isTooLate(resolves: string, { row, at, actor }: Facts): boolean {
  const difference = row('difference', resolves);
  if (!difference || at === undefined || actor.role === 'officer') return false;
  return isForOfficerAlone(differenceFrom(difference), at);
}
