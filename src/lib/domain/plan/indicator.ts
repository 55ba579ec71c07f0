import * as z from 'zod/mini';

/** A judged value of the plan (chỉ tiêu). Targets are exact: integers and fractions, never a rounded percentage. */
export const Target = z.union([
  /** Share of the denominator, 98/100 or 968/1000: reached ⇔ num · of ≥ part · den (or ≤ where lower is better). */
  z.object({ kind: z.literal('share'), part: z.int(), of: z.int() }),
  /** Every one of at least one: "100 %", "23/23". */
  z.object({ kind: z.literal('all') }),
  /** Exactly this many: "không còn hộ nghèo". */
  z.object({ kind: z.literal('count'), value: z.int() }),
  /** A figure of the plan that no group is judged by; kept as decimal text, "98.5". */
  z.object({ kind: z.literal('figure'), value: z.string() })
]);
export type Target = Readonly<z.infer<typeof Target>>;

/** What the plan states, word for word, beside the number (domain 0.5): never recomputed. */
export const StatedFigure = z.object({
  text: z.string(),
  value: z.string(),
  unit: z.string(),
  period: z.nullable(z.string())
});

/** up: higher is better; down: lower; equal: must be equal; informational: nobody is ranked by it. */
export const Direction = z.enum(['up', 'down', 'equal', 'informational']);
export type Direction = z.infer<typeof Direction>;

export const Indicator = z.object({
  /** "13a": the item of the plan and its letter. */
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  level: z.enum(['household', 'person', 'group', 'ward']),
  direction: Direction,
  target: Target,
  unit: z.string(),
  /** The rule that classifies for it; null where the value is typed by the ward, or the rule comes later. */
  rule: z.nullable(z.string()),
  /** Other readings of the same indicator, shown beside it and never judged. */
  alsoShown: z.array(z.string()),
  /** Ngày chốt số liệu. */
  asOf: z.nullable(z.string()),
  stated: z.array(StatedFigure)
});
export type Indicator = Readonly<z.infer<typeof Indicator>>;

/** The rules this version knows; a campaign may name others, which are then "chưa tính được" (EN4). */
export const RULES = [
  'culture-expected',
  'culture-recognised',
  'insurance',
  'employment',
  'training',
  'training-certified'
] as const;
export type RuleName = (typeof RULES)[number];
