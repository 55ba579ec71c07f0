import { groupOf, type Measure, openPages, withItsGroup } from '../bench-world';
import { setWire } from '../browser';
import { compared } from '../table';

/** So many entries tapped and sent; the whole, and its halves: what the phone saves, and what is sent. */
export const push =
  (entries: number, wire: 'slow 3G' | 'as it is' = 'as it is'): Measure =>
  async (world) => {
    const { our, least, close } = await openPages(world, groupOf(world.led, 950));
    const ours = { saving: [] as number[], pushing: [] as number[] };
    const bare = { saving: [] as number[], pushing: [] as number[] };
    // The first run warms both and is not counted.
    for (let run = 0; run <= world.runs; run += 1) {
      const count = run === 0 ? Math.min(entries, 200) : entries;
      await setWire(our, 'as it is');
      await withItsGroup(our);
      const group = await our.evaluate(() => bench.ours.confirmed(0));
      const saving = await our.evaluate((most) => bench.ours.taps(most), count);
      const tapped = await our.evaluate(() => bench.ours.waiting());
      await setWire(our, wire);
      const pushing = await our.evaluate(() => bench.ours.exchanges());
      const left = await our.evaluate(() => bench.ours.waiting());
      if (tapped.length !== count || left.length !== 0) throw new Error('Ours lost something.');

      await setWire(least, wire);
      await least.evaluate((rows) => bench.bare.openNew(rows), group);
      const times = await least.evaluate(
        async (same) => ({ saving: await bench.bare.saves(same), pushing: await bench.bare.posts(same) }),
        tapped
      );
      if (run === 0) continue;
      ours.saving.push(saving);
      ours.pushing.push(pushing);
      bare.saving.push(times.saving);
      bare.pushing.push(times.pushing);
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
