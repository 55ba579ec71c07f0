import type { Day } from '../calendar';
import type { Campaign } from '../plan/campaign';
import type { HouseholdFile } from '../people/household-file';
import { type CodedRule, isAnswerRule, isCodedRule, type RuleName } from '../plan/indicator';
import { classifyByAnswer } from './indicators/answers';
import { judgeExpectedCulture, judgeRecognisedCulture } from './indicators/culture';
import { judgeEmployment } from './indicators/employment';
import { judgeInsurance } from './indicators/insurance';
import { classifyBirths, classifyDeaths } from './indicators/population';
import { judgeCertifiedTraining, judgeTraining } from './indicators/training';
import type { Person } from '../people/person';
import type { Judgement } from './reason';
import { absenceOfHousehold, absenceOfPerson } from './residence';

/** One person or household under one rule on one day (phân loại); everything else in this product is counting these. */
export type Classified = Judgement & Readonly<{ subject: 'household' | 'person'; id: string }>;

type Rule =
  | { subject: 'events'; classify: (file: HouseholdFile, asOf: Day, campaign: Campaign) => Classified[] }
  | { subject: 'person'; judge: (person: Person, asOf: Day, campaign: Campaign) => Judgement }
  | { subject: 'household'; judge: (file: HouseholdFile, year: number) => Judgement };

const RULE_BOOK: Readonly<Record<CodedRule, Rule>> = {
  'culture-expected': { subject: 'household', judge: judgeExpectedCulture },
  'culture-recognised': { subject: 'household', judge: judgeRecognisedCulture },
  insurance: { subject: 'person', judge: judgeInsurance },
  employment: { subject: 'person', judge: judgeEmployment },
  training: { subject: 'person', judge: judgeTraining },
  'training-certified': { subject: 'person', judge: judgeCertifiedTraining },
  births: { subject: 'events', classify: classifyBirths },
  deaths: { subject: 'events', classify: classifyDeaths }
};

/** Exactly one word on each person, or on the household, of a file; none for a rule that this version does not know. */
export function classify(rule: RuleName, file: HouseholdFile, asOf: Day, campaign: Campaign): Classified[] {
  if (isAnswerRule(rule)) return classifyByAnswer(rule, file, asOf, campaign);
  if (!isCodedRule(rule)) return [];
  const law = RULE_BOOK[rule];
  const { household, people } = file;
  if (law.subject === 'events') return law.classify(file, asOf, campaign);
  if (law.subject === 'household') {
    const judgement = absenceOfHousehold(file, asOf, campaign) ?? law.judge(file, campaign.year);
    return [{ subject: law.subject, id: household.id, ...judgement }];
  }
  return people.map((person) => ({
    subject: law.subject,
    id: person.id,
    ...(absenceOfPerson(person, household, asOf, campaign) ?? law.judge(person, asOf, campaign))
  }));
}
