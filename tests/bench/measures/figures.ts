import { dayOf } from '$lib/domain/calendar';
import type { Row } from '$lib/domain/entry/row';
import { rankGroups } from '$lib/domain/figures/ranking';
import type { GroupFigures } from '$lib/domain/figures/group-figures';
import { tallyFiles } from '$lib/domain/figures/tally';
import { filesFrom } from '$lib/domain/people/household-file';
import { sampleWard } from '$lib/server/sample/sample-ward';
import type { Measure } from '../bench-world';
import { openBench, slowDown } from '../browser';
import { bundleScript } from '../bundle';
import type { CountedHere } from '../programs/own-figures';
import { alone, compared, inMs, median, quantile } from '../table';

const SLOWER = 6;

/** Counting and ranking a whole ward anew, after a change of one household, and one group on a slow phone. */
export const figures: Measure = async ({ browser, ours, runs }) => {
  const today = dayOf(Date.now());
  const { campaign, groups, rows: drawn } = sampleWard({ seed: 7, year: Number(today.slice(0, 4)), today });
  const rows = drawn.map(({ values, ...row }): Row => ({
    ...row,
    seq: 1,
    fields: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [value, 1]]))
  }));
  const files = [...filesFrom(rows).values()];
  const within = groups.map(({ id }) => files.filter(({ household }) => household.group === id));
  const count = (): GroupFigures[] =>
    within.map((own, place) => ({ group: groups[place]!.id, ...tallyFiles(own, campaign, today) }));
  const counted = count();
  const whole = timed(runs, () => rankGroups(campaign, count(), 'total'));
  const one = timed(runs, () => {
    tallyFiles([files[0]!], campaign, today);
    rankGroups(campaign, counted, 'total');
  });

  const largest = within.reduce((most, own) => (own.length > most.length ? own : most));
  const group = largest[0]!.household.group;
  const own = rows.filter((row) => row.group === group);
  const wholes: number[] = [];
  const changes: number[] = [];
  let here: CountedHere | undefined;
  const script = await bundleScript('own-figures');
  for (let run = 0; run < Math.max(runs, 3); run += 1) {
    // A new page each time: what a phone counts first it counts cold.
    const page = await openBench(browser.context, `${ours.url}/api/health`, script);
    await slowDown(page, SLOWER);
    here = await page.evaluate(([its, all, plan, day]) => countHere(its, all, plan, day), [
      own,
      counted,
      campaign,
      today
    ] as const);
    await page.close();
    wholes.push(here.whole);
    changes.push(...here.changes);
  }
  const phone = `processor slowed ${SLOWER} ×`;
  return [
    compared(
      '**One household changed: counted and 23 groups ranked** (bare: the whole ward anew)',
      one,
      whole
    ),
    compared(
      `**A phone’s own figures after a change of one household, ${largest.length} households**, ${phone} (bare: all counted, as once when it opens)`,
      changes,
      wholes
    ),
    alone('– of twenty changes the slowest', `${inMs(quantile(changes, 0.95))} ms`),
    alone(`– and ranks 23 groups, ${phone}`, firstAndAgain(here!.ranks))
  ];
};

function timed(runs: number, work: () => unknown): number[] {
  return Array.from({ length: Math.max(runs, 5) }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
}

const firstAndAgain = ([first = 0, ...again]: readonly number[]): string =>
  `${inMs(first)} ms the first time, then ${inMs(median(again))} ms`;
