import { assessmentRules, pointsRule } from '../people/assessment';
import { closingRules, householdRules } from '../people/household-rules';
import { exemplarRules, nominationReviewRules, nominationRules } from '../people/exemplar';
import { meetingRules } from '../people/meeting';
import { messageRules, messageSeenRules } from '../people/message';
import { personRules } from '../people/person-rules';
import { reviewRules, signOffRules } from '../people/sign-off';
import { visitRules } from '../people/visit';
import { isAdding } from './adding';
import type { Act, Change, EntryKind } from './entry';
import type { Facts } from './facts';
import type { FieldRule, FieldRules } from './field';
import type { RowType } from './row';

/** Which rows a kind of entry is about, and what may stand in them. */
export type KindRule = Readonly<{
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
  'message-seen': { types: ['message-seen'], isNew: true },
  nomination: { types: ['nomination'], isNew: true },
  'nomination-review': { types: ['nomination-review'], isNew: true },
  exemplar: { types: ['exemplar'], isNew: false }
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
  'message-seen': messageSeenRules,
  nomination: nominationRules,
  'nomination-review': nominationReviewRules,
  exemplar: exemplarRules
};

/** The rule of a kind; nothing for one that nobody knows, or that only places what is there (CO4). */
export const kindRule = (kind: string): KindRule | undefined =>
  Object.hasOwn(KINDS, kind) ? KINDS[kind as keyof typeof KINDS] : undefined;

/** Whether a change of an entry brings its row in. */
export const isNewIn = (act: Act, { isNew }: KindRule, { id }: Change): boolean =>
  isNew === 'as-said' ? isAdding(act, id) : isNew;

/** The rules of the fields that a change may set: closing is its own kinds' alone. */
export function fieldRules(act: Act, rule: KindRule, change: Change): FieldRules {
  const own = FIELDS[change.type as keyof typeof FIELDS];
  const mayClose = act.kind === 'cancel' || (rule.isNew === 'as-said' && !isNewIn(act, rule, change));
  return rule.fields ?? (mayClose ? { ...own, ...closingRules } : own);
}

/** The rule of one field: the app's own, the points of a criterion, or the answer to a question of the campaign. */
export function ruleFor(
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
