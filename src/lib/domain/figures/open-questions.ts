import type { Day } from '../calendar';
import type { FieldValue } from '../entry/row';
import type { HouseholdFile } from '../people/household-file';
import { UNCLEAR } from '../plan/answer-rules';
import { askedOfHouseholds, askedOfPerson } from '../plan/asked';
import type { Campaign } from '../plan/campaign';
import type { Question } from '../plan/question';
import { isAnswerRule, type RuleName, judgedRules } from '../plan/rules';
import { judgeFile } from './classify';
import type { Judgement, ReasonCode } from './reason';
import { absenceOfHousehold, absenceOfPerson } from './residence';

/** What a visit still has to ask (câu còn phải hỏi): which field of whom, and why. */
export type OpenQuestion = Readonly<{
  type: 'household' | 'person' | 'assessment';
  /** Of the person or the household. */
  id: string;
  field: string;
  reason: ReasonCode;
}>;

/** Nobody was asked, nobody could tell, or a card runs out: person by person, then of the household. */
export function openQuestions(file: HouseholdFile, campaign: Campaign, asOf: Day): OpenQuestion[] {
  if (absenceOfHousehold(file, asOf, campaign)) return [];
  const open = new Map<string, OpenQuestion>();
  const rules = judgedRules(campaign).filter((rule) => !isAnswerRule(rule));
  judgeFile(rules, file, asOf, campaign, (place, judgement, subject, id) => {
    const field = fieldBehind(rules[place]!, judgement);
    const type = field === 'state' ? 'assessment' : subject;
    if (field) open.set(keyOfQuestion({ id, field }), { type, id, field, reason: judgement.reason });
  });
  return [...open.values(), ...openAnswers(file, campaign, asOf)].sort(
    (a, b) => placeOf(a, file) - placeOf(b, file) || orderOf(a) - orderOf(b)
  );
}

/** The field that a rule is asked by (chỉ tiêu → câu hỏi); none where nobody can be asked. */
export function fieldOfRule(rule: RuleName, { indicators }: Campaign): string | undefined {
  if (!isAnswerRule(rule)) return BY_RULE[rule];
  return indicators.find((indicator) => indicator.rule === rule)?.counting?.field;
}

/** One name for a question, whatever its reason. */
export const keyOfQuestion = ({ id, field }: Pick<OpenQuestion, 'id' | 'field'>): string => `${id} ${field}`;

/** The answer that stands, of the year that is asked about. */
export function answerTo(
  { type, id, field }: OpenQuestion,
  { household, people, assessments }: HouseholdFile,
  year: number
): FieldValue {
  const subject =
    type === 'person'
      ? people.find((person) => person.id === id)
      : type === 'household'
        ? household
        : assessments.find((assessment) => assessment.year === year);
  if (!subject) return null;
  if ('answers' in subject && field in subject.answers) return subject.answers[field]!;
  return (subject as unknown as Record<string, FieldValue>)[field] ?? null;
}

/** The field that answers a rule's doubt; none where another answer has to come first, or the door is not the place. */
function fieldBehind(rule: RuleName, { class: judged, reason }: Judgement): string | undefined {
  if (reason === 'card-expires-soon' || reason === 'card-expired') return 'insuranceExpiry';
  if (judged !== 'unknown') return;
  return Object.hasOwn(BY_REASON, reason) ? BY_REASON[reason] : BY_RULE[rule];
}

const BY_REASON: Readonly<Partial<Record<ReasonCode, string | undefined>>> = {
  'no-birth': 'birth',
  'no-sex': 'sex',
  'no-inactive-reason': 'inactiveReason',
  'activity-open': undefined,
  'objection-open': undefined
};

const BY_RULE: Readonly<Partial<Record<RuleName, string>>> = {
  insurance: 'insurance',
  employment: 'activity',
  training: 'training',
  'culture-expected': 'state'
};

/** The plan's own questions: also those that nothing counts by yet. */
function openAnswers(file: HouseholdFile, campaign: Campaign, asOf: Day): OpenQuestion[] {
  const { household, people } = file;
  const here = people.filter((person) => !absenceOfPerson(person, household, asOf, campaign));
  const open = (type: 'household' | 'person', id: string, answers: typeof household.answers) => {
    return ({ field }: Question): OpenQuestion[] => {
      const answer = answers[field] ?? null;
      if (answer !== null && answer !== UNCLEAR) return [];
      return [{ type, id, field, reason: answer === null ? 'not-asked' : 'unclear' }];
    };
  };
  return [
    ...askedOfHouseholds(campaign).flatMap(open('household', household.id, household.answers)),
    ...here.flatMap(({ id, birth, answers }) =>
      askedOfPerson(campaign, birth).flatMap(open('person', id, answers))
    )
  ];
}

const ORDER: readonly string[] = [
  'birth',
  'sex',
  'insurance',
  'insuranceExpiry',
  'activity',
  'inactiveReason',
  'training'
];

const orderOf = ({ field }: OpenQuestion): number => {
  const place = ORDER.indexOf(field);
  return place < 0 ? ORDER.length : place;
};

const placeOf = ({ type, id }: OpenQuestion, { people }: HouseholdFile): number => {
  if (type !== 'person') return people.length + Number(type === 'assessment');
  return people.findIndex((person) => person.id === id);
};
