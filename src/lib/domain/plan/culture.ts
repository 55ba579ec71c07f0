import * as z from 'zod/mini';
import { Portion } from './portion';

/**
 * How gia đình văn hóa is judged in a year: NĐ 86/2023, Phụ lục I is the frame; points are the province's decision.
 * Nothing of it stands in code.
 */
export const CultureRules = z.object({
  /** "Nghị định 86/2023/NĐ-CP, Phụ lục I". */
  decree: z.string(),
  /** The decision that fixes the points; null while it is not known. */
  decision: z.nullable(z.string()),
  /** True for a scale shipped to be looked at; it decides nothing. */
  isExample: z.boolean(),
  standards: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      criteria: z.array(z.object({ code: z.string(), title: z.string(), most: z.number() }))
    })
  ),
  /** Points from which a household is proposed. */
  passMark: z.nullable(z.number()),
  /** What each standard must reach of its own maximum. */
  leastOfStandard: z.nullable(Portion),
  /** Trường hợp không xét tặng: binary, and above all points. */
  bars: z.array(z.object({ code: z.string(), name: z.string() })),
  /** A meeting is valid with so many of those invited, a household proposed with so many of those present. */
  leastPresent: z.nullable(Portion),
  leastAgreed: z.nullable(Portion),
  /** Công khai: days on the notice board. */
  publicDays: z.int(),
  /** Bình xét is complete "trước ngày". */
  completeBefore: z.string(),
  decideWithin: z.int(),
  announceWithin: z.int()
});
export type CultureRules = Readonly<z.infer<typeof CultureRules>>;
