import type { Page } from '@playwright/test';
import type { Entry } from '$lib/domain/entry/entry';
import { groupOf, type Measure, openPages, withItsGroup } from '../bench-world';
import { setWire } from '../browser';
import { compared } from '../table';

type Pages = Readonly<{ our: Page; least: Page }>;

/** In small parts, so that both have the same weather. */
const PART = 100;

/** So many entries tapped and sent; the whole, and its halves: what the phone saves, and what is sent. */
export const push =
  (entries: number, wire: 'slow 3G' | 'as it is' = 'as it is'): Measure =>
  async (world) => {
    const { our, least, close } = await openPages(world, groupOf(world.led, 950));
    const ours = { saving: [] as number[], pushing: [] as number[] };
    const bare = { saving: [] as number[], pushing: [] as number[] };
    // The first run warms both and is not counted.
    for (let run = 0; run <= world.runs; run += 1) {
      const count = run === 0 ? Math.min(entries, 1_000) : entries;
      await Promise.all([setWire(our, 'as it is'), setWire(least, 'as it is')]);
      const saving = await saveBoth({ our, least }, count);
      await Promise.all([setWire(our, wire), setWire(least, wire)]);
      const pushing = await pushBoth({ our, least }, saving.entries);
      if (run === 0) continue;
      ours.saving.push(saving.ours);
      ours.pushing.push(pushing.ours);
      bare.saving.push(saving.bare);
      bare.pushing.push(pushing.bare);
    }
    await close();
    const name = `${entries.toLocaleString('en')} entries${wire === 'slow 3G' ? ' on slow 3G' : ''}`;
    const whole = ({ saving, pushing }: typeof ours) => saving.map((ms, run) => ms + pushing[run]!);
    return [
      compared(`**${name}, saved and pushed**`, whole(ours), whole(bare)),
      compared('– saving on the phone', ours.saving, bare.saving),
      compared('– push', ours.pushing, bare.pushing)
    ];
  };

async function saveBoth({ our, least }: Pages, count: number) {
  await withItsGroup(our);
  await our.evaluate((most) => bench.ours.beginsRound(most), count);
  const group = await our.evaluate(() => bench.ours.confirmed(0));
  await least.evaluate((rows) => bench.bare.openNew(rows), group);
  const saved = { ours: 0, bare: 0, entries: [] as Entry[] };
  while (saved.entries.length < count) {
    const part = await our.evaluate((most) => bench.ours.taps(most), PART);
    saved.ours += part.ms;
    saved.bare += await least.evaluate((same) => bench.bare.saves(same), part.entries);
    saved.entries.push(...part.entries);
  }
  return saved;
}

async function pushBoth({ our, least }: Pages, entries: Entry[]) {
  const before = await our.evaluate(() => bench.ours.waiting());
  const ours = await our.evaluate(() => bench.ours.exchanges());
  const after = await our.evaluate(() => bench.ours.waiting());
  if (before !== entries.length || after !== 0) throw new Error('Ours lost something.');
  return { ours, bare: await least.evaluate((same) => bench.bare.posts(same), entries) };
}
