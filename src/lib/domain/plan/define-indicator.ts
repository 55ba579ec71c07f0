import type { Campaign } from './campaign';
import type { Indicator, Target } from './indicator';
import type { Question } from './question';

/** A new indicator as an officer writes it on a page (chỉ tiêu mới): one question, and which answers count. */
export type NewIndicator = Readonly<{
  /** "15": beside the plan's own numbers. */
  code: string;
  name: string;
  shortName: string;
  question: Omit<Question, 'field'>;
  /** Asked of each household, and counted once for each who lives there. */
  byMembers: boolean;
  /** Of a choice: which answers are the numerator; which ask nothing of whom. All others are the denominator only. */
  counted: readonly string[];
  outside: readonly string[];
  /** Of a number: counted from and to, both included. */
  range: Readonly<{ from: number | null; to: number | null }> | null;
  bornIn: readonly number[] | null;
  direction: Exclude<Indicator['direction'], 'informational'>;
  target: Target;
  asOf: string | null;
}>;

/** The campaign with it: every phone asks it after its next exchange, without a new version of the app. */
export function withIndicator(campaign: Campaign, added: NewIndicator): Campaign {
  const { code, name, shortName, direction, target, asOf } = added;
  const question: Question = { ...added.question, field: fieldFor(code) };
  const indicator: Indicator = {
    ...{ code, name, shortName, direction, target, asOf },
    level: added.byMembers ? 'person' : question.subject,
    unit: target.kind === 'count' ? (question.subject === 'person' ? 'người' : 'hộ') : '%',
    rule: `answer:${code}`,
    counting: {
      field: question.field,
      subject: added.byMembers ? 'members' : question.subject,
      classes: classesOf(added),
      range: added.question.answer.kind === 'number' ? added.range && { ...added.range } : null,
      bornIn: added.bornIn && [...added.bornIn]
    },
    isProxy: false,
    hasOfficial: false,
    alsoShown: [],
    stated: []
  };
  return {
    ...campaign,
    questions: [...campaign.questions.filter(({ field }) => field !== question.field), question],
    indicators: [...campaign.indicators.filter((one) => one.code !== code), indicator]
  };
}

/** "15" is asked in "q-15", "13d" in "q-13d". */
const fieldFor = (code: string): string => `q-${code.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

function classesOf({
  question: { answer },
  counted,
  outside
}: NewIndicator): NonNullable<Indicator['counting']>['classes'] {
  if (answer.kind === 'number') return {};
  const word = (code: string) =>
    counted.includes(code) ? 'counted' : outside.includes(code) ? 'outside' : 'missing';
  return Object.fromEntries(answer.choices.map(({ code }) => [code, word(code)] as const));
}
