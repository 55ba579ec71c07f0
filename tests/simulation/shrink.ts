import { type Outcome, run } from './run';
import type { Schedule, Step } from './step';

/** The smallest schedule found that breaks the same invariant; stops when time is up. Milliseconds. */
export async function shrink(
  schedule: Schedule,
  outcome: NonNullable<Outcome>,
  most = 120_000
): Promise<Schedule> {
  const until = Date.now() + most;
  let smallest = schedule;
  const stillBreaks = async (smaller: Schedule): Promise<boolean> => {
    if ((await run(smaller))?.invariant !== outcome.invariant) return false;
    smallest = smaller;
    return true;
  };

  for (let size = Math.ceil(smallest.steps.length / 2); size >= 1 && Date.now() < until;) {
    let shorter = false;
    for (let at = 0; at < smallest.steps.length && Date.now() < until;) {
      const steps = smallest.steps.filter((_, place) => place < at || place >= at + size);
      if (await stillBreaks({ ...smallest, steps })) shorter = true;
      else at += size;
    }
    if (size > 1) size = Math.floor(size / 2);
    else if (!shorter) break;
  }
  for (let at = 0; at < smallest.steps.length && Date.now() < until; at += 1) {
    for (const simpler of simplerThan(smallest.steps[at]!)) {
      await stillBreaks({ ...smallest, steps: smallest.steps.with(at, simpler) });
    }
  }
  await stillBreaks({ ...smallest, clocks: smallest.clocks.map(() => 0) });
  await stillBreaks({ ...smallest, old: [] });
  if (smallest.locks === 'lease') await stillBreaks({ ...smallest, locks: 'web' });
  return smallest;
}

function* simplerThan(step: Step): Iterable<Step> {
  if (step.kind === 'taps' && step.fault) yield { ...step, fault: undefined };
  if (step.kind !== 'syncs') return;
  if (step.phones.length > 1) yield { ...step, phones: step.phones.slice(0, 1) };
  if (step.meanwhile) yield { ...step, meanwhile: undefined };
  if (step.fault) yield { ...step, fault: undefined };
  if (step.server) yield { ...step, server: undefined };
  if (step.fates.some((fate) => fate !== 'good')) yield { ...step, fates: [] };
  yield { kind: 'syncs', phones: step.phones.slice(0, 1), fates: [] };
}
