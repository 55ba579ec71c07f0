import type { Schedule, Step } from './step';

/** A schedule that once broke an invariant, shrunk; it stays, under the name of the fault it found. */
export type Found = Readonly<{ name: string; schedule: Schedule }>;

/** The story of a fault, with web locks and right clocks; `old`: phones with an app of two years ago. */
export const found = (name: string, steps: Step[], seed = 1, only: Pick<Schedule, 'old'> = {}): Found => ({
  name,
  schedule: { seed, locks: 'web', clocks: [0, 0, 0, 0, 0], steps, ...only }
});
