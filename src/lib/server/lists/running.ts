import { BusyError } from '../database/faults';
import type { Services } from '../services';
import { rest } from '../turns';

/** Goes on with a list behind the page until nothing is left; one run a list. What a fault or a restart cuts off goes on by a tap. */
export function runList(
  services: Services,
  id: string,
  some: () => Promise<boolean>,
  finish: () => Promise<void>
): boolean {
  const { runningLists, reportFault } = services;
  if (runningLists.has(id)) return false;
  runningLists.add(id);
  const run = async () => {
    for (;;) {
      const began = performance.now();
      const goesOn = await some().catch((fault: unknown) => {
        if (fault instanceof BusyError) return true;
        throw fault;
      });
      if (!goesOn) return finish();
      await rest(performance.now() - began);
    }
  };
  void run()
    .catch(reportFault)
    .finally(() => runningLists.delete(id));
  return true;
}

/** For a test, and for a server that is asked to end: until nothing runs any more. */
export async function listsAtRest({ runningLists }: Services): Promise<void> {
  while (runningLists.size > 0) await rest(10);
}
