import type { Actor } from '../actor';
import { mayRecognise, mayRecord, mayReview, mayUrge } from '../rights';
import { isAdding } from './adding';
import { canonical } from './alias';
import { assessmentId, assessmentRules, pointsRule } from '../people/assessment';
import { differenceFrom, isForOfficerAlone } from './difference';
import { type Act, type Change, ENTRY_SCHEMA, type EntryKind, PLACING_KINDS } from './entry';
import type { Day } from '../calendar';
import type { FieldRule, FieldRules } from './field';
import { closingRules, householdRules } from '../people/household';
import type { AccountId, EntryId, GroupId } from '../ids';
import { meetingId, meetingRules } from '../people/meeting';
import { messageRules, messageSeenRules } from '../people/message';
import { personRules } from '../people/person';
import { reviewRules, signOffRules } from '../people/sign-off';
import type { FieldValue, Row, RowType } from './row';
import { textOf, valueOf } from './reading';
import { type Doing, settle, withdraw } from './settle';
import type { RejectionReason, Verdict } from './verdict';
import { visitRules } from '../people/visit';

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
}>;

type KindRule = Readonly<{
  types: readonly RowType[];
  /** Whether its rows must not be there yet; an event of life says it of each. */
  isNew: boolean | 'as-said';
  fields?: FieldRules;
}>;

const KINDS: Readonly<Record<Exclude<EntryKind, 'merge' | 'unmerge' | 'move'>, KindRule>> = {
  'household.add': { types: ['household', 'person'], isNew: true },
  'household.change': { types: ['household'], isNew: false },
  'person.add': { types: ['person'], isNew: true },
  'person.change': { types: ['person'], isNew: false },
  assess: { types: ['assessment'], isNew: false },
  visit: { types: ['visit'], isNew: true },
  close: { types: ['household', 'person'], isNew: false, fields: closingRules },
  reopen: { types: ['household', 'person'], isNew: false, fields: closingRules },
  'life-event': { types: ['household', 'person'], isNew: 'as-said' },
  resolve: { types: ['household', 'person', 'assessment', 'meeting'], isNew: false },
  cancel: { types: ['household', 'person', 'assessment', 'visit', 'meeting'], isNew: false },
  meeting: { types: ['meeting'], isNew: false },
  'sign-off': { types: ['sign-off'], isNew: true },
  review: { types: ['review'], isNew: true },
  message: { types: ['message'], isNew: true },
  'message-seen': { types: ['message-seen'], isNew: true }
};

const FIELDS: Readonly<Record<Exclude<RowType, 'difference'>, FieldRules>> = {
  household: householdRules,
  person: personRules,
  assessment: assessmentRules,
  visit: visitRules,
  meeting: meetingRules,
  'sign-off': signOffRules,
  review: reviewRules,
  message: messageRules,
  'message-seen': messageSeenRules
};

/** Says what an entry does (EN3): the phone asks to be kind, the server to be right. Pure. */
export function judge(act: Act, facts: Facts, buildsOn: readonly EntryId[] = []): Verdict {
  if (act.schema > ENTRY_SCHEMA) return { kind: 'waiting', on: 'newer-version' };
  const isPlacing = PLACING_KINDS.includes(act.kind);
  const rule = Object.hasOwn(KINDS, act.kind) ? KINDS[act.kind as keyof typeof KINDS] : undefined;
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
    settle(act, withdraw(act, change, facts, doing), group!, facts, doing, change !== written);
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

const ABOUT_GROUP: readonly string[] = ['sign-off', 'review', 'message', 'message-seen'] satisfies RowType[];

/** A meeting, a sign-off, a review of a whole group: where others name their household, it names its group. */
const isAboutGroup = ({ type, id, household }: Change): boolean => {
  if (type === 'meeting') return isOfYear(id, (year) => meetingId(household as string as GroupId, year));
  return ABOUT_GROUP.includes(type);
};

/** The group is derived from what is known, not from what is claimed (SV3); only a new household names its own. */
function groupOf(act: Act, change: Change, facts: Facts, added: Map<string, GroupId>): GroupId | undefined {
  const household = facts.row('household', change.household);
  if (household) return household.group;
  if (isAboutGroup(change)) return change.household as string as GroupId;
  return added.get(change.household) ?? (isAdding(act, change.household) ? act.group : undefined);
}

function refuse(
  act: Act,
  rule: KindRule,
  change: Change,
  group: GroupId | undefined,
  facts: Facts,
  added: Map<string, GroupId>,
  written: Change
): Verdict | undefined {
  if (!rule.types.includes(change.type as RowType)) return quarantined('invalid');
  if (!group) return quarantined('unknown-target');
  if (!mayRecord(facts.actor, group)) {
    return quarantined(wasHis(facts, written.household) ? 'late' : 'outside-right');
  }

  const isNew = isNewIn(act, rule, change);
  const target = facts.row(change.type, change.id);
  if (isNew && target) return quarantined('already-there');
  const isMadeByFirst = change.type === 'assessment' || change.type === 'meeting';
  if (!isNew && !target && !isMadeByFirst) return quarantined('unknown-target');
  if (act.kind === 'review' && !mayReview(facts.actor)) return quarantined('not-allowed');
  if (act.kind === 'message' && !mayUrge(facts.actor)) return quarantined('not-allowed');
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

/** Whether the household went to another group while the work on it was on its way (CO4). */
function wasHis({ row, actor }: Facts, household: string): boolean {
  const written = row('household', household);
  const before = written && textOf(written, 'movedFrom');
  return [before, written?.group].some((group) => group && mayRecord(actor, group as GroupId));
}

function refuseField(act: Act, rule: KindRule, change: Change, facts: Facts): Verdict | undefined {
  const own = FIELDS[change.type as keyof typeof FIELDS];
  const mayClose = act.kind === 'cancel' || (rule.isNew === 'as-said' && !isNewIn(act, rule, change));
  const rules = rule.fields ?? (mayClose ? { ...own, ...closingRules } : own);
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

const isNewIn = (act: Act, { isNew }: KindRule, { id }: Change): boolean =>
  isNew === 'as-said' ? isAdding(act, id) : isNew;

/** Two who record the same death, the same moving out, say the same thing (CO1). */
const isEnding = ({ kind }: Act, { set }: Change): boolean => kind === 'life-event' && 'closed' in set;

function ruleFor(
  type: string,
  field: string,
  rules: FieldRules,
  { questions }: Facts
): FieldRule | undefined {
  if (Object.hasOwn(rules, field)) return rules[field];
  if (type === 'assessment') return pointsRule(field);
  const asked = type === 'household' || type === 'person' ? questions?.[type] : undefined;
  return asked && Object.hasOwn(asked, field) ? asked[field] : undefined;
}

/** Giving the chairman's decision, taking it away, and its number and day (NĐ 86/2023): whatever kind of entry does it. */
function isRecognition({ type, id }: Change, field: string, value: FieldValue, { row }: Facts): boolean {
  if (type !== 'assessment') return false;
  if (field === 'decision' || field === 'decidedOn') return true;
  return field === 'state' && (value === 'recognised' || valueOf(row(type, id), 'state') === 'recognised');
}

const isClosed = (row: Row | undefined): boolean => valueOf(row, 'closed') !== null;

const isAssessmentOf = ({ id, household }: Change): boolean =>
  isOfYear(id, (year) => assessmentId(household, year));

function isOfYear(id: string, nameIn: (year: number) => string): boolean {
  const year = Number(id.split('/')[1]);
  return Number.isInteger(year) && year > 2000 && year < 2200 && id === nameIn(year);
}

const quarantined = (
  reason: RejectionReason,
  where: { field?: string; problem?: ReturnType<FieldRules[string]> } = {}
): Verdict => ({ kind: 'quarantined', reason, ...where });
