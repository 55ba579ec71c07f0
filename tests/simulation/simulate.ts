import { BUGS } from './bugs';
import { bundle } from './bundle';
import { findBug } from './find-bug';
import { runSeeds } from './processes';

/**
 * `npm run simulate -- 20000 [first seed]` runs so many schedules; `npm run simulate -- bugs [most] [name …]` puts each deliberate
 * bug in, one after the other, and tells which schedule finds it, of so many at most.
 */
const given = process.argv.slice(2);
await (given[0] === 'bugs'
  ? findBugs(Number(given[1] ?? 1_000), given.slice(2))
  : simulate(given.map(Number)));

async function simulate([count = 1_000, first = 1]: number[]): Promise<void> {
  const began = Date.now();
  const { done, failures } = await runSeeds(await bundle(), first, count, {
    most: Infinity,
    onFailure: (failure) => console.log(JSON.stringify(failure))
  });
  const seconds = Math.round((Date.now() - began) / 1_000);
  console.log(`${done} schedules from seed ${first}, ${failures.length} failed, ${seconds} s`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

async function findBugs(most: number, names: readonly string[]): Promise<void> {
  const healthy = await bundle();
  console.log('| bug | found by | breaks |\n| --- | --- | --- |');
  for (const bug of BUGS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const finder = await findBug(bug, most, healthy);
    const by = finder && ('seed' in finder ? `seed ${finder.seed}` : finder.story);
    console.log(
      `| ${bug.name} | ${by ?? `none of ${most}`} | ${finder?.breaks ?? bug.survives ?? 'not explained'} |`
    );
  }
}
