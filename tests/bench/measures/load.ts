import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { Row } from '$lib/domain/entry/row';
import { groupOf, type Measure, openPages, withItsGroup } from '../bench-world';
import { setWire } from '../browser';
import { compared } from '../table';
import { send, WirePhone } from '../wire-phone';

/** Changes made on another phone while this one was away. */
const MADE_ELSEWHERE = 100;

/** The first load of a group of about 500 households, and the return after some changes, both on slow 3G. */
export const load: Measure = async (world) => {
  const led = groupOf(world.led, 500);
  const { our, least, close } = await openPages(world, led);
  const elsewhere = await WirePhone.signsIn(world.ours.url, led);
  await elsewhere.loads();
  const first = { ours: [] as number[], bare: [] as number[] };
  const back = { ours: [] as number[], bare: [] as number[] };
  let rows = 0;
  await withItsGroup(our);
  await fillBare(world.bare.url, await confirmedSince(our, 0));
  for (let run = 0; run < world.runs; run += 1) {
    await Promise.all([setWire(our, 'slow 3G'), setWire(least, 'slow 3G')]);
    first.ours.push(await our.evaluate(() => bench.ours.openNew().then(bench.ours.exchanges)));
    first.bare.push(await least.evaluate(() => bench.bare.openNew().then(() => bench.bare.loads(0))));

    const known = await our.evaluate(() => bench.ours.place());
    elsewhere.takes(await send(await elsewhere.packs(elsewhere.taps(MADE_ELSEWHERE))), MADE_ELSEWHERE);
    const changed = [...elsewhere.rows.values()].filter(({ seq }) => seq > known);
    await fillBare(world.bare.url, changed);
    back.ours.push(await our.evaluate(() => bench.ours.exchanges()));
    if ((await confirmedSince(our, known)).length !== changed.length) throw new Error('Not all came.');
    back.bare.push(await least.evaluate((since) => bench.bare.loads(since), known));
    rows = (await confirmedSince(our, 0)).length;
  }
  await close();
  const size = `${led.households} households, ${rows.toLocaleString('en')} rows`;
  return [
    compared(`**First load of a group on slow 3G** (${size})`, first.ours, first.bare),
    compared(`**Return after ${MADE_ELSEWHERE} changes made elsewhere, on slow 3G**`, back.ours, back.bare)
  ];
};

const confirmedSince = (page: Page, seq: number): Promise<Row[]> =>
  page.evaluate((since) => bench.ours.confirmed(since), seq);

async function fillBare(url: string, rows: Row[]): Promise<void> {
  if (rows.length === 0) throw new Error('Nothing came from elsewhere.');
  const body = await promisify(gzip)(JSON.stringify({ rows }));
  await fetch(`${url}/rows`, { method: 'POST', body });
}
