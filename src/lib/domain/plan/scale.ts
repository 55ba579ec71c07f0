import * as z from 'zod/mini';
import { Portion } from './portion';

/** How an indicator's figure becomes points of its item (cách tính điểm). */
export const Formula = z.discriminatedUnion('kind', [
  /** ↑ most · min(1, share/target); ↓ most, less by the excess over the target in proportion to `excess`. */
  z.object({ kind: z.literal('proportional'), excess: z.nullable(Portion) }),
  /** Points by steps: the highest step whose share is reached (for ↓: not exceeded). */
  z.object({ kind: z.literal('steps'), steps: z.array(z.object({ share: Portion, points: z.number() })) }),
  z.object({ kind: z.literal('all-or-nothing') })
]);
export type Formula = Readonly<z.infer<typeof Formula>>;

/** One line of the scale: how many points its indicators can bring, each the same part of them. */
export const ScaleItem = z.object({
  code: z.string(),
  name: z.string(),
  /** Codes of indicators; REPORTING counts the reports signed in time. */
  indicators: z.array(z.string()),
  most: z.number(),
  formula: z._default(Formula, { kind: 'proportional', excess: null })
});
export type ScaleItem = Readonly<z.infer<typeof ScaleItem>>;

/** Điểm thưởng, điểm trừ: what the ward may give or take, each time with a reason. */
const Grant = z.object({ code: z.string(), name: z.string(), points: z.number() });

/** Điều kiện khống chế: holds the class down whatever the points. */
const Gate = z.object({
  code: z.string(),
  name: z.string(),
  /** The indicator that must be reached; null where the ward says when it is hit. */
  indicator: z.nullable(z.string()),
  /** The best band left; null leaves none. */
  band: z.nullable(z.string())
});

/**
 * In this order inside a tie: fewer gates, a larger share, fewer points deducted, signed earlier, the council's vote
 * ("share:13a" names the indicator). What is still equal stays equal.
 */
const Tie = z.string().check(z.regex(/^(gates|deductions|signed|vote|share:[\w.-]+)$/));

/** The scoring scale (thang điểm): data with a decision, never a formula that a new decision could not change. */
export const Scale = z.object({
  year: z.int(),
  /** Number of the decision; null while the ward has not approved it: everything is then "tạm tính". */
  decision: z.nullable(z.string()),
  note: z.string(),
  items: z.array(ScaleItem),
  bonusMost: z.number(),
  deductionMost: z.number(),
  bonuses: z._default(z.array(Grant), []),
  deductions: z._default(z.array(Grant), []),
  gates: z._default(z.array(Gate), []),
  /** Xếp loại, the highest first: from so many points. */
  bands: z._default(z.array(z.object({ code: z.string(), name: z.string(), from: z.number() })), []),
  ties: z._default(z.array(Tie), []),
  /** Decimals that points are shown with; ranks are of the unrounded ones. */
  digits: z._default(z.int(), 2),
  /** Whether bonus may lift a total over the items' maximum. */
  mayExceed: z._default(z.boolean(), true),
  /** Độ phủ from which a group may stand in the official ranking. */
  leastCoverage: z._default(Portion, { part: 95, of: 100 })
});
export type Scale = Readonly<z.infer<typeof Scale>>;
/** As a plan writes it. */
export type WrittenScale = Readonly<z.input<typeof Scale>>;
