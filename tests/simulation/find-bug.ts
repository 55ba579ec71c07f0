import type { Bug } from './bugs';
import { bundle } from './bundle';
import { runFound, runSeeds } from './processes';

/** What finds a deliberate bug: a seed, of as many as its number; or one of the stories that are kept. */
export type Finder = Readonly<{ seed: number; breaks: string } | { story: string; breaks: string }>;

/**
 * Runs seeds from 1 with the bug, at most so many, then the stories. Only what breaks with the bug and not without it
 * counts; `healthy` is the program without it.
 */
export async function findBug(bug: Bug, most: number, healthy: string): Promise<Finder | undefined> {
  const sick = await bundle(bug);
  let done = 0;
  for (let size = 20; done < most; size = Math.min(size * 2, 400)) {
    const count = Math.min(size, most - done);
    const { failures } = await runSeeds(sick, done + 1, count, { most: 1, shrinks: false });
    const [first] = failures;
    if (!first) {
      done += count;
      continue;
    }
    const without = await runSeeds(healthy, first.seed, 1, { shrinks: false });
    if (without.failures.length === 0) return { seed: first.seed, breaks: first.invariant };
    done = first.seed;
  }
  for (const [story, outcome] of await runFound(sick)) {
    if (outcome) return { story, breaks: outcome.slice(0, outcome.indexOf(':')) };
  }
}

/** Those whose place is no longer in the code. */
export const misplaced = (bugs: readonly Bug[], read: (file: string) => string): string[] =>
  bugs.filter(({ file, replaces }) => read(file).split(replaces).length !== 2).map(({ name }) => name);
