import { assessmentId } from '../people/assessment';
import type { GroupId } from '../ids';
import { mayRecognise, mayRecord, mayReview, maySpread, mayUrge } from '../rights';
import type { Act, Change } from './entry';
import type { Facts } from './facts';
import { fieldRules, isNewIn, type KindRule, ruleFor } from './kinds';
import { isOfYear } from './place';
import { textOf, valueOf } from './reading';
import type { FieldValue, Row, RowType } from './row';
import { quarantined, type Verdict } from './verdict';

/** Why a change may not take effect, or must wait; nothing where it may. `added`: households that its entry brings in. */
export function refuse(
  act: Act,
  rule: KindRule,
  change: Change,
  group: GroupId | undefined,
  facts: Facts,
  added: Map<string, GroupId>,
  written: Change
): Verdict | undefined {
  if (!rule.types.includes(change.type as RowType)) return quarantined('invalid');
  if (!group) return unknownTarget(act, change.household, facts);
  if (!mayRecord(facts.actor, group)) {
    return quarantined(wasHis(facts, written.household) ? 'late' : 'outside-right');
  }

  if (act.body.onBehalfOf && facts.actor.role !== 'officer') return quarantined('not-allowed');

  const isNew = isNewIn(act, rule, change);
  const target = facts.row(change.type, change.id);
  if (isNew && target) return quarantined('already-there');
  const isMadeByFirst = MADE_BY_FIRST.includes(change.type);
  if (!isNew && !target && !isMadeByFirst) return unknownTarget(act, change.id, facts);
  if (act.kind === 'review' && !mayReview(facts.actor)) return quarantined('not-allowed');
  if (act.kind === 'message' && !mayUrge(facts.actor)) return quarantined('not-allowed');
  if (SPREADING.includes(act.kind) && !maySpread(facts.actor)) return quarantined('not-allowed');
  if (target && target.household !== change.household) return quarantined('invalid');
  if (change.type === 'household' && change.id !== change.household) return quarantined('invalid');
  if (change.type === 'assessment' && !isAssessmentOf(change)) return quarantined('invalid');

  const household = facts.row('household', change.household);
  const closing =
    act.kind === 'close' || act.kind === 'reopen' || act.kind === 'cancel' || isEnding(act, change);
  if (
    !closing &&
    !facts.isDecided &&
    (isClosed(target) || (isClosed(household) && !added.has(change.household)))
  ) {
    return quarantined('closed');
  }
  return refuseField(act, rule, change, facts);
}

/** Rows of which there is one for a year, or one for a group: whoever says something first brings them in. */
const MADE_BY_FIRST: readonly string[] = ['assessment', 'meeting', 'exemplar'] satisfies RowType[];

const SPREADING: readonly string[] = ['nomination-review', 'exemplar'] satisfies RowType[];

/**
 * What was recorded on a picture of another history may be about what somebody else added in it: a ward that was set back
 * has that again as soon as that phone has called (EP1, SV5).
 */
const unknownTarget = ({ body: { epoch } }: Act, id: string, { knowsEpoch, mayWait }: Facts): Verdict =>
  mayWait && !knowsEpoch(epoch) ? { kind: 'waiting', on: [id] } : quarantined('unknown-target');

/** Whether the household went to another group while the work on it was on its way (CO4). */
function wasHis({ row, actor }: Facts, household: string): boolean {
  const written = row('household', household);
  const before = written && textOf(written, 'movedFrom');
  return [before, written?.group].some((group) => group && mayRecord(actor, group as GroupId));
}

function refuseField(act: Act, rule: KindRule, change: Change, facts: Facts): Verdict | undefined {
  const rules = fieldRules(act, rule, change);
  for (const [field, { value }] of Object.entries(change.set)) {
    const fieldRule = ruleFor(change.type, field, rules, facts);
    if (!fieldRule) return quarantined('invalid', { field });
    const problem = fieldRule(value, facts.today);
    if (problem) return quarantined('invalid', { field, problem });
    if (isRecognition(change, field, value, facts) && !mayRecognise(facts.actor)) {
      return quarantined('not-allowed', { field });
    }
  }
  if (change.type === 'person' && isNewIn(act, rule, change) && !change.set.name) {
    return quarantined('invalid', { field: 'name', problem: 'required' });
  }
}

/** Two who record the same death, the same moving out, say the same thing (CO1). */
const isEnding = ({ kind }: Act, { set }: Change): boolean => kind === 'life-event' && 'closed' in set;

/** Giving the chairman's decision, taking it away, and its number and day (NĐ 86/2023): whatever kind of entry does it. */
function isRecognition({ type, id }: Change, field: string, value: FieldValue, { row }: Facts): boolean {
  if (type !== 'assessment') return false;
  if (field === 'decision' || field === 'decidedOn') return true;
  return field === 'state' && (value === 'recognised' || valueOf(row(type, id), 'state') === 'recognised');
}

const isClosed = (row: Row | undefined): boolean => valueOf(row, 'closed') !== null;

const isAssessmentOf = ({ id, household }: Change): boolean =>
  isOfYear(id, (year) => assessmentId(household, year));
