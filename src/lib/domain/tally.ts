import * as z from 'zod/mini';

/** counted: numerator; missing: denominator only; unknown: not asked yet, denominator too; outside: neither. */
export const CLASSES = ['counted', 'missing', 'unknown', 'outside'] as const;
export type Class = (typeof CLASSES)[number];

/** How many of each class, in the order of CLASSES: counted, missing, unknown, outside. */
export const Tally = z.tuple([z.int(), z.int(), z.int(), z.int()]);
export type Tally = Readonly<z.infer<typeof Tally>>;
