import type { Day } from '../calendar';
import type { Campaign } from '../plan/campaign';
import type { HouseholdFile } from '../people/household-file';
import { type CodedRule, isAnswerRule, isCodedRule, type RuleName } from '../plan/rules';
import { lawOfAnswer } from './indicators/answers';
import { judgeExpectedCulture, judgeRecognisedCulture } from './indicators/culture';
import { judgeEmployment } from './indicators/employment';
import { judgeInsurance } from './indicators/insurance';
import { judgeBirth, judgeDeath } from './indicators/population';
import { judgeCertifiedTraining, judgeTraining } from './indicators/training';
import type { Law } from './law';
import type { Judgement } from './reason';
import { absenceOfHousehold, absenceOfPerson } from './residence';

/** One person or household under one rule on one day (phân loại); everything else in this product is counting these. */
export type Classified = Judgement & Readonly<{ subject: 'household' | 'person'; id: string }>;

const RULE_BOOK: Readonly<Record<CodedRule, Law>> = {
  'culture-expected': { subject: 'household', judge: judgeExpectedCulture },
  'culture-recognised': { subject: 'household', judge: judgeRecognisedCulture },
  insurance: { subject: 'person', judge: judgeInsurance },
  employment: { subject: 'person', judge: judgeEmployment },
  training: { subject: 'person', judge: judgeTraining },
  'training-certified': { subject: 'person', judge: judgeCertifiedTraining },
  births: { subject: 'event', judge: judgeBirth },
  deaths: { subject: 'event', judge: judgeDeath }
};

/** Exactly one word on each person, or on the household, of a file; none for a rule that this version does not know. */
export function classify(rule: RuleName, file: HouseholdFile, asOf: Day, campaign: Campaign): Classified[] {
  const classified: Classified[] = [];
  judgeFile([rule], file, asOf, campaign, (_, judgement, subject, id) =>
    classified.push({ class: judgement.class, reason: judgement.reason, subject, id } as Classified)
  );
  return classified;
}

/** What is done with each word: the rule's place among those asked for, the word, and on whom. */
type Each = (place: number, judgement: Judgement, subject: Classified['subject'], id: string) => void;

/** The one walk over a file: who is absent is asked once for all rules, and nothing is made that only counting would throw away. */
export function judgeFile(
  rules: readonly RuleName[],
  file: HouseholdFile,
  asOf: Day,
  campaign: Campaign,
  each: Each
): void {
  const { household, people } = file;
  const absent = people.map((person) => absenceOfPerson(person, household, asOf, campaign));
  const absentHousehold = absenceOfHousehold(file, asOf, campaign);
  for (let place = 0; place < rules.length; place += 1) {
    const law = lawOf(rules[place]!, campaign);
    if (law?.subject === 'household') {
      each(place, absentHousehold ?? law.judge(file, asOf, campaign), 'household', household.id);
    } else if (law) {
      for (let who = 0; who < people.length; who += 1) {
        const person = people[who]!;
        const absence = law.subject === 'person' ? absent[who] : undefined;
        each(place, absence ?? law.judge(person, asOf, campaign, household), 'person', person.id);
      }
    }
  }
}

const ANSWER_LAWS = new WeakMap<Campaign, Map<RuleName, Law | undefined>>();

/** Read once from a campaign's data. */
function lawOf(rule: RuleName, campaign: Campaign): Law | undefined {
  if (isCodedRule(rule)) return RULE_BOOK[rule];
  if (!isAnswerRule(rule)) return;
  let laws = ANSWER_LAWS.get(campaign);
  if (!laws) ANSWER_LAWS.set(campaign, (laws = new Map()));
  if (!laws.has(rule)) laws.set(rule, lawOfAnswer(rule, campaign));
  return laws.get(rule);
}
