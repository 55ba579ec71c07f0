/** First wait after a failure, and the longest, in milliseconds (EX9). */
const FIRST = 5_000;
const LONGEST = 300_000;

/** Doubles after each failure up to five minutes, with full jitter, so that 23 phones don't ring together. */
export function waitAfter(failures: number, random: () => number, asked = 0): number {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** Math.min(failures - 1, 10));
  return Math.max(asked, Math.round(random() * ceiling));
}
