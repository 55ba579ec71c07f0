import * as z from 'zod/mini';

/** What a whole request may be told; never says a word about a single entry (EX10). */
export const PROBLEM_CODES = [
  'signed-out',
  'too-old',
  'not-ours',
  'too-large',
  'too-deep',
  'not-json',
  'forbidden',
  'wrong-sign-in',
  'locked-out',
  'too-many',
  'link-used',
  'busy',
  'internal'
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** The body of every answer that is not a success. `retryAfter` in seconds. */
export const Problem = z.object({
  problem: z.string(),
  retryAfter: z.optional(z.number()),
  /** Number of the fault in the server's log, for "internal". */
  fault: z.optional(z.string())
});
export type Problem = Readonly<z.infer<typeof Problem>>;
