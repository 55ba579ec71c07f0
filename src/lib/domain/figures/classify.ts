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
  each: Each,
  absentHousehold: Judgement | undefined = absenceOfHousehold(file, asOf, campaign)
): void {
  const { household, people } = file;
  const laws = lawsOf(rules, campaign);
  for (let place = 0; place < laws.length; place += 1) {
    const law = laws[place];
    if (law?.subject !== 'household') continue;
    each(place, absentHousehold ?? law.judge(file, asOf, campaign), 'household', household.id);
  }
  for (const person of people) {
    const absence = absenceOfPerson(person, household, asOf, campaign);
    for (let place = 0; place < laws.length; place += 1) {
      const law = laws[place];
      if (!law || law.subject === 'household') continue;
      const absent = law.subject === 'person' ? absence : undefined;
      each(place, absent ?? law.judge(person, asOf, campaign, household), 'person', person.id);
    }
  }
}

const LAWS_OF = new WeakMap<
  readonly RuleName[],
  Readonly<{ campaign: Campaign; laws: (Law | undefined)[] }>
>();

/** For a list of rules that is asked for every household: looked up once. */
function lawsOf(rules: readonly RuleName[], campaign: Campaign): readonly (Law | undefined)[] {
  const known = LAWS_OF.get(rules);
  if (known?.campaign === campaign) return known.laws;
  const laws = rules.map((rule) => lawOf(rule, campaign));
  LAWS_OF.set(rules, { campaign, laws });
  return laws;
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
