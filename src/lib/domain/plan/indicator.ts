import * as z from 'zod/mini';

/** How answers are counted: which are the numerator, which only the denominator, which neither. */
export const Counting = z.object({
  /** The question's field. */
  field: z.string(),
  /** members: the household's answer, once for each person who lives there (nước sạch). */
  subject: z.enum(['household', 'person', 'members']),
  classes: z.record(z.string(), z.enum(['counted', 'missing', 'outside'])),
  /** For numbers: counted from and to, both included. */
  range: z.nullable(z.object({ from: z.nullable(z.number()), to: z.nullable(z.number()) })),
  /** Only people born in these years (năm sinh), whatever the month; null for all. */
  bornIn: z.nullable(z.array(z.int()))
});
export type Counting = Readonly<z.infer<typeof Counting>>;

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
  /** The rule that classifies for it: one of RULES, or "answer:" and its code; null where the ward types the value. */
  rule: z.nullable(z.string()),
  /** With a rule "answer:…". */
  counting: z._default(z.nullable(Counting), null),
  /** Chỉ số hỗ trợ: shows the way and is not the plan's own figure (domain 1.11). */
  isProxy: z._default(z.boolean(), false),
  /** Whether an office's figure stands beside the groups' own (số cơ quan chuyên môn cung cấp). */
  hasOfficial: z._default(z.boolean(), false),
  /** Other readings of the same indicator, shown beside it and never judged. */
  alsoShown: z.array(z.string()),
  /** Ngày chốt số liệu. */
  asOf: z.nullable(z.string()),
  stated: z.array(StatedFigure)
});
export type Indicator = Readonly<z.infer<typeof Indicator>>;
/** As a plan writes it: what it does not say takes its usual value. */
export type WrittenIndicator = Readonly<z.input<typeof Indicator>>;
