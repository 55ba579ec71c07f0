import { ACTIVITIES, ANSWERS, INACTIVE_REASONS, SEXES, TRAININGS } from '$lib/domain/people/person';
import { UNCLEAR } from '$lib/domain/plan/answer-rules';
import type { Question } from '$lib/domain/plan/question';
import { nameOfField } from './act-words';
import { lowerFirst } from './format';
import * as words from './words';

/** One answer to choose, and its word. */
export type Option = Readonly<{ value: string; word: string }>;

/** The answers that can be tapped for a field; none where something is typed. */
export function optionsFor(field: string, questions: readonly Question[]): readonly Option[] {
  if (Object.hasOwn(OPTIONS, field)) return OPTIONS[field]!;
  const question = questions.find((one) => one.field === field);
  return question ? choicesOf(question) : [];
}

/** What the plan lets one choose, and that nobody could tell. */
export const choicesOf = ({ answer }: Question): readonly Option[] =>
  answer.kind === 'number'
    ? []
    : [
        ...answer.choices
          .filter(({ code }) => code !== UNCLEAR)
          .map(({ code, label }) => ({ value: code, word: label })),
        { value: UNCLEAR, word: words.ANSWER_WORDS.unclear }
      ];

/** The boxes of a round sheet of paper: each code with its word, as it stands inside a line. */
export const boxesFor = (
  { field, codes }: { field: string; codes: readonly string[] },
  questions: readonly Question[]
): (readonly [code: string, word: string])[] =>
  codes.map((code) => {
    const option = optionsFor(field, questions).find(({ value }) => value === code);
    return [code, lowerFirst(option?.word ?? code)];
  });

/** How a field is asked for at the door. */
export const askedAs = (field: string, questions: readonly Question[] = []): string =>
  Object.hasOwn(ASKED, field) ? ASKED[field]! : nameOfField(field, questions);

const OPTIONS: Readonly<Record<string, readonly Option[]>> = {
  sex: [
    { value: SEXES[0], word: 'Nam' },
    { value: SEXES[1], word: 'Nữ' }
  ],
  insurance: words.optionsOf(words.ANSWER_WORDS, ANSWERS),
  activity: words.optionsOf(words.ACTIVITY_WORDS, ACTIVITIES),
  inactiveReason: words.optionsOf(words.INACTIVE_REASON_WORDS, INACTIVE_REASONS),
  training: words.optionsOf(words.TRAINING_WORDS, TRAININGS),
  // What the meeting, the ward and the chairman find comes later, and elsewhere.
  state: words.optionsOf(words.ASSESSMENT_WORDS, ['expected', 'not-expected', 'too-new'])
};

const ASKED: Readonly<Record<string, string>> = {
  sex: 'Nam hay nữ',
  insurance: 'Thẻ BHYT',
  insuranceExpiry: 'Thẻ BHYT hết hạn',
  activity: 'Việc làm',
  inactiveReason: 'Vì sao không đi làm',
  training: 'Đào tạo cao nhất',
  state: 'Gia đình văn hóa'
};
