import type { Answers } from '../../people/answers';
import type { Campaign } from '../../plan/campaign';
import type { AnswerRule } from '../../plan/rules';
import type { Counting } from '../../plan/indicator';
import { UNCLEAR } from '../../plan/answer-rules';
import type { Law } from '../law';
import { counted, type Judgement, missing, outside, unknown } from '../reason';

/** The law that a campaign's data make of an answer: whoever is asked, and what each answer means. */
export function lawOfAnswer(rule: AnswerRule, { indicators }: Campaign): Law | undefined {
  const counting = indicators.find((indicator) => indicator.rule === rule)?.counting;
  if (!counting) return;
  const { subject } = counting;
  const years = counting.bornIn && new Set(counting.bornIn.map(String));
  if (subject === 'household') {
    return { subject, judge: ({ household }) => judgeAnswer(counting, household.answers) };
  }
  return {
    subject: 'person',
    judge: (person, _asOf, _campaign, household) =>
      (years && absenceByBirth(years, person.birth)) ??
      judgeAnswer(counting, subject === 'members' ? household.answers : person.answers)
  };
}

/** By birth year, whatever the month (NĐ 20/2014). */
function absenceByBirth(years: ReadonlySet<string>, birth: string | null): Judgement | undefined {
  if (birth === null) return unknown('no-birth');
  if (!years.has(birth.slice(0, 4))) return outside('born-in-other-years');
}

function judgeAnswer({ field, classes, range }: Counting, answers: Answers): Judgement {
  const answer = answers[field] ?? null;
  if (answer === null) return unknown('not-asked');
  if (answer === UNCLEAR) return unknown('unclear');
  if (range && typeof answer === 'number') {
    const within = answer >= (range.from ?? -Infinity) && answer <= (range.to ?? Infinity);
    return within ? counted('answered') : missing('answered-otherwise');
  }
  const named = typeof answer === 'string' && Object.hasOwn(classes, answer) ? classes[answer] : undefined;
  switch (named) {
    case 'counted':
      return counted('answered');
    case 'missing':
      return missing('answered-otherwise');
    case 'outside':
      return outside('not-asked-of');
    default:
      return unknown('unrecognised');
  }
}
