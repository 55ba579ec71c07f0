import type { Day } from '../calendar';
import type { Campaign } from '../plan/campaign';
import type { HouseholdFile } from '../people/household-file';
import type { RuleName } from '../plan/indicator';
import { judgeExpectedCulture, judgeRecognisedCulture } from './indicators/culture';
import { judgeEmployment } from './indicators/employment';
import { judgeInsurance } from './indicators/insurance';
import { judgeCertifiedTraining, judgeTraining } from './indicators/training';
import type { Person } from '../people/person';
import type { Judgement } from './reason';
import { absenceOfHousehold, absenceOfPerson } from './residence';

/** One person or household under one rule on one day (phân loại); everything else in this product is counting these. */
export type Classified = Judgement & Readonly<{ subject: 'household' | 'person'; id: string }>;

type Rule =
  | { subject: 'person'; judge: (person: Person, asOf: Day, campaign: Campaign) => Judgement }
  | { subject: 'household'; judge: (file: HouseholdFile, year: number) => Judgement };

const RULE_BOOK: Readonly<Record<RuleName, Rule>> = {
  'culture-expected': { subject: 'household', judge: judgeExpectedCulture },
  'culture-recognised': { subject: 'household', judge: judgeRecognisedCulture },
  insurance: { subject: 'person', judge: judgeInsurance },
  employment: { subject: 'person', judge: judgeEmployment },
  training: { subject: 'person', judge: judgeTraining },
  'training-certified': { subject: 'person', judge: judgeCertifiedTraining }
};

/** Exactly one word on each person, or on the household, of a file; none for a rule that this version does not know. */
export function classify(rule: RuleName, file: HouseholdFile, asOf: Day, campaign: Campaign): Classified[] {
  if (!Object.hasOwn(RULE_BOOK, rule)) return [];
  const { subject, judge } = RULE_BOOK[rule];
  const { household, people } = file;
  if (subject === 'household') {
    const judgement = absenceOfHousehold(file, asOf, campaign) ?? judge(file, campaign.year);
    return [{ subject, id: household.id, ...judgement }];
  }
  return people.map((person) => ({
    subject,
    id: person.id,
    ...(absenceOfPerson(person, household, asOf, campaign) ?? judge(person, asOf, campaign))
  }));
}
