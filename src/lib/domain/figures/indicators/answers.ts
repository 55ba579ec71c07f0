import type { Answers } from '../../people/answers';
import { birthYear, type Day } from '../../calendar';
import type { Campaign } from '../../plan/campaign';
import type { HouseholdFile } from '../../people/household-file';
import type { AnswerRule, Counting } from '../../plan/indicator';
import { UNCLEAR } from '../../plan/question';
import { counted, type Judgement, missing, outside, unknown } from '../reason';
import { absenceOfHousehold, absenceOfPerson } from '../residence';
import type { Classified } from '../classify';

/** Classifies by an answer as the campaign's data say: whoever is asked, and what each answer means. */
export function classifyByAnswer(
  rule: AnswerRule,
  file: HouseholdFile,
  asOf: Day,
  campaign: Campaign
): Classified[] {
  const counting = campaign.indicators.find((indicator) => indicator.rule === rule)?.counting;
  if (!counting) return [];
  const { household, people } = file;
  if (counting.subject === 'household') {
    const judgement = absenceOfHousehold(file, asOf, campaign) ?? judgeAnswer(counting, household.answers);
    return [{ subject: 'household', id: household.id, ...judgement }];
  }
  return people.map((person) => ({
    subject: 'person',
    id: person.id,
    ...(absenceOfPerson(person, household, asOf, campaign) ??
      absenceByBirth(counting, person.birth) ??
      judgeAnswer(counting, counting.subject === 'members' ? household.answers : person.answers))
  }));
}

/** By birth year, whatever the month (NĐ 20/2014). */
function absenceByBirth({ bornIn }: Counting, birth: string | null): Judgement | undefined {
  if (bornIn === null) return;
  if (birth === null) return unknown('no-birth');
  if (!bornIn.includes(birthYear(birth))) return outside('born-in-other-years');
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
