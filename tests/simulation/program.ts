import { draw } from './draw';
import { FOUND } from './found';
import { run } from './run';
import { shrink } from './shrink';
import type { Schedule } from './step';
import { becomeStill } from './stillness';

/**
 * `program FIRST COUNT [MOST]` runs so many seeds and tells each that fails with its shrunk schedule, at most so many;
 * `program found` runs the schedules that are kept; `program replay '{…}'` one that was told. One line of JSON each.
 */
const given = process.argv.slice(2);
becomeStill();
// Steps of a dead phone that nobody waits for any more.
process.on('unhandledRejection', () => undefined);
if (given[0] === 'found') await runFound();
else if (given[0] === 'replay') await replay(JSON.parse(given[1]!) as Schedule);
else await runSeeds(given.map(Number));

async function runFound(): Promise<void> {
  for (const { name, schedule } of FOUND) tell({ name, outcome: (await run(schedule))?.message ?? null });
}

async function replay(schedule: Schedule): Promise<void> {
  const outcome = await run(schedule);
  tell({ outcome: outcome ?? null, ...(outcome && { schedule: await shrink(schedule, outcome) }) });
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
