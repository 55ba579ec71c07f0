import type { Campaign } from './campaign';
import { type FieldRule, type FieldRules, number, oneOf } from '../entry/field';
import type { Question } from './question';

/** What may be answered to any question that offers choices: nobody could tell (chưa rõ). */
export const UNCLEAR = 'unclear';

/** Names of fields that a plan may bring; they can never be a field of the app's own. */
export const QUESTION_FIELD = /^q-[a-z0-9-]{1,38}$/;

/**
 * Which answers can stand in the fields of questions, by what is asked. Of several campaigns each may allow an answer, so
 * that work on an earlier one stays good.
 */
export function answerRules(
  campaigns: readonly Pick<Campaign, 'questions'>[]
): Record<Question['subject'], FieldRules> {
  const rules: Record<Question['subject'], Record<string, FieldRule>> = { household: {}, person: {} };
  for (const { questions } of campaigns) {
    for (const question of questions) {
      const own = rules[question.subject];
      own[question.field] = either(own[question.field], ruleFor(question));
    }
  }
  return rules;
}

function either(earlier: FieldRule | undefined, rule: FieldRule): FieldRule {
  return earlier ? (value, today) => earlier(value, today) && rule(value, today) : rule;
}

const ruleFor = ({ answer }: Question): FieldRule =>
  answer.kind === 'number'
    ? number(answer.least, answer.most)
    : oneOf([...answer.choices.map(({ code }) => code), UNCLEAR]);
