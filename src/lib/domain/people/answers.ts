import type { FieldValue, Row } from '../entry/row';
import { QUESTION_FIELD } from '../plan/answer-rules';

/** What was answered to questions that the campaign brings (câu trả lời), by field; of earlier campaigns too. */
export type Answers = Readonly<Record<string, FieldValue>>;

export function answersFrom({ fields }: Row): Answers {
  const answers: Record<string, FieldValue> = {};
  for (const field in fields) if (QUESTION_FIELD.test(field)) answers[field] = fields[field]![0];
  return answers;
}
