import type { Bug } from './bugs';
import { bundle } from './bundle';
import { type Failure, runSeeds } from './processes';

/** What became of a search for one deliberate bug: the first seed that breaks with it and not without it. */
export type Search = Readonly<{ schedules: number; found: Failure | undefined }>;

/** Runs seeds from 1 with the bug, at most so many; `healthy` is the program without it. */
export async function findBug(bug: Bug, most: number, healthy: string): Promise<Search> {
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
    if (without.failures.length === 0) return { schedules: first.seed, found: first };
    done = first.seed;
  }
  return { schedules: most, found: undefined };
}

/** Those whose place is no longer in the code. */
export const misplaced = (bugs: readonly Bug[], read: (file: string) => string): string[] =>
  bugs.filter(({ file, replaces }) => read(file).split(replaces).length !== 2).map(({ name }) => name);
