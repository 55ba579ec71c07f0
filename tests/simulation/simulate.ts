import { BUGS } from './bugs';
import { bundle } from './bundle';
import { runSeeds } from './processes';

/**
 * `npm run simulate -- 20000 [first seed]` runs so many schedules; `npm run simulate -- bugs [count] [name …]` puts each deliberate
 * bug in, one after the other, and tells how many of so many schedules find it.
 */
const given = process.argv.slice(2);
await (given[0] === 'bugs' ? findBugs(Number(given[1] ?? 100), given.slice(2)) : simulate(given.map(Number)));

async function simulate([count = 1_000, first = 1]: number[]): Promise<void> {
  const began = Date.now();
  const { done, failures } = await runSeeds(await bundle(), first, count, {
    onFailure: (failure) => console.log(JSON.stringify(failure))
  });
  const seconds = Math.round((Date.now() - began) / 1_000);
  console.log(`${done} schedules from seed ${first}, ${failures.length} failed, ${seconds} s`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

async function findBugs(count: number, names: readonly string[]): Promise<void> {
  console.log('| bug | found by | first seed | breaks |\n| --- | --- | --- | --- |');
  for (const bug of BUGS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const { done, failures } = await runSeeds(await bundle(bug), 1, count, { most: count, shrinks: false });
    const broken = [...new Set(failures.map(({ invariant }) => invariant))].sort().join(', ');
    const first = failures[0]?.seed ?? 'none';
    console.log(
      `| ${bug.name} | ${failures.length} of ${done} | ${first} | ${broken}${bug.survives ? ` ${bug.survives}` : ''} |`
    );
  }
}
