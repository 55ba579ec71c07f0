import { draw } from './draw';
import { FOUND } from './found';
import { run } from './run';
import { shrink } from './shrink';
import { becomeStill } from './stillness';

/**
 * `program FIRST COUNT [MOST]` runs so many seeds and tells each that fails with its shrunk schedule, at most so many;
 * `program found` runs the schedules that are kept. One line of JSON each.
 */
const given = process.argv.slice(2);
becomeStill();
// Steps of a dead phone that nobody waits for any more.
process.on('unhandledRejection', () => undefined);
await (given[0] === 'found' ? runFound() : runSeeds(given.map(Number)));

async function runFound(): Promise<void> {
  for (const { name, schedule } of FOUND) tell({ name, outcome: (await run(schedule))?.message ?? null });
}

async function runSeeds([first = 1, count = 100, most = 5]: number[]): Promise<void> {
  let [done, failed] = [0, 0];
  for (let seed = first; seed < first + count && failed < most; seed += 1) {
    const schedule = draw(seed);
    const outcome = await run(schedule);
    done += 1;
    if (!outcome) continue;
    failed += 1;
    if (process.env.SHRINK === '0') tell({ seed, ...outcome });
    else {
      const shrunk = await shrink(schedule, outcome);
      tell({ seed, ...((await run(shrunk)) ?? outcome), schedule: shrunk });
    }
  }
  tell({ done, failed });
}

function tell(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
