import type { Random } from '$lib/server/sample/random';

/** What a drill found: figures to show, and what must not have happened. None of these is a pass. */
export type Outcome = Readonly<{ figures: Readonly<Record<string, number>>; faults: readonly string[] }>;

/** A real fault in real parts, again and again. */
export type Drill = Readonly<{
  /** What passes, in a sentence. */
  promise: string;
  count: number;
  run: (count: number, random: Random, say: (words: string) => void) => Promise<Outcome>;
}>;

/** This machine cannot have the fault: no root, no such tool. */
export class Impossible extends Error {}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Looks until something is so; false where it is not within the time. */
export async function becomes(isSo: () => Promise<boolean> | boolean, ms = 20_000): Promise<boolean> {
  for (const until = Date.now() + ms; Date.now() < until; await pause(25)) if (await isSo()) return true;
  return false;
}
