import * as z from 'zod/mini';
import { QUESTION_FIELD } from './answer-rules';

/** A question (câu hỏi) to each person or household. Data of the campaign: a new one needs no new app. */
export const Question = z.object({
  field: z.string().check(z.regex(QUESTION_FIELD)),
  subject: z.enum(['household', 'person']),
  /** As it is asked: "Nhà mình dùng nguồn nước chính nào?". */
  text: z.string(),
  shortText: z.string(),
  help: z.nullable(z.string()),
  answer: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('choice'),
      choices: z.array(z.object({ code: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)), label: z.string() }))
    }),
    z.object({ kind: z.literal('number'), least: z.number(), most: z.number(), unit: z.string() })
  ])
});
export type Question = Readonly<z.infer<typeof Question>>;
