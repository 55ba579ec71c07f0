import * as z from 'zod/mini';

/** One line of the scale: how many points an indicator can bring. */
export const ScaleItem = z.object({
  code: z.string(),
  name: z.string(),
  indicators: z.array(z.string()),
  most: z.number()
});
export type ScaleItem = Readonly<z.infer<typeof ScaleItem>>;

/** The scoring scale (thang điểm): data with a decision, never a formula that a new decision could not change. */
export const Scale = z.object({
  year: z.int(),
  /** Number of the decision; null while the ward has not approved it: everything is then "tạm tính". */
  decision: z.nullable(z.string()),
  note: z.string(),
  items: z.array(ScaleItem),
  bonusMost: z.number(),
  deductionMost: z.number()
});
export type Scale = Readonly<z.infer<typeof Scale>>;
