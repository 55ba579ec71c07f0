import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Entry } from '$lib/domain/entry/entry';
import type { HouseholdId } from '$lib/domain/ids';
import type { Measure } from '../bench-world';
import { FOLDER } from '../folder';
import { startOurs } from '../processes';
import { alone, compared, inMs } from '../table';
import { fillWard } from '../ward';
import { packed, sendAll, WirePhone } from '../wire-phone';

const HELD = Number(process.env.HELD ?? 1_000_000);
const ENTRIES = 100;

/** The same kind of work brought to a ward that holds a million entries, and to one that holds none. */
export const million: Measure = async ({ bare, runs }) => {
  const [fullPath, emptyPath] = [join(FOLDER, 'full.db'), join(FOLDER, 'empty.db')];
  const [led] = await fillWard(fullPath, { entries: HELD });
  const [sameLed] = await fillWard(emptyPath, { empty: true });
  const [full, empty] = [await startOurs(fullPath), await startOurs(emptyPath)];
  const phones = {
    full: await WirePhone.signsIn(full.url, led!),
    empty: await WirePhone.signsIn(empty.url, sameLed!)
  };
  const start = performance.now();
  await phones.full.loads();
  const first = performance.now() - start;
  await phones.empty.loads();

  const ms = { full: [] as number[], empty: [] as number[], bare: [] as number[] };
  for (let run = 0; run <= runs + 2; run += 1) {
    const entries = newHouseholds(phones.full);
    const times = {
      full: await bring(phones.full, entries),
      empty: await bring(phones.empty, newHouseholds(phones.empty)),
      bare: (await sendAll([await packed(`${bare.url}/entries`, { entries })])).ms
    };
    if (run === 0) continue;
    for (const ward of ['full', 'empty', 'bare'] as const) ms[ward].push(times[ward]);
  }
  await Promise.all([full.stop(), empty.stop()]);
  const held = HELD.toLocaleString('en');
  return [
    compared(`**${ENTRIES} entries into a ward that holds ${held}**`, ms.full, ms.bare),
    compared(`**${ENTRIES} entries into an empty ward**`, ms.empty, ms.bare),
    compared(`– the ward of ${held} against the empty one`, ms.full, ms.empty),
    alone(`– first load of a group from it, just started (all 23 groups counted once)`, `${inMs(first)} ms`)
  ];
};

async function bring(phone: WirePhone, entries: Entry[]): Promise<number> {
  const { ms, answers } = await sendAll([await phone.packs(entries)]);
  phone.takes(answers[0]!, ENTRIES);
  return ms;
}

/** New households of three, which any ward can take. */
function newHouseholds(phone: WirePhone): Entry[] {
  return Array.from({ length: ENTRIES }, (_, index) => {
    const household = randomUUID() as HouseholdId;
    const people = ['Nguyễn Văn Bình', 'Trần Thị Hoa', 'Nguyễn Thị Mai'].map((name) => ({
      type: 'person' as const,
      id: randomUUID() as string,
      household,
      set: { name, birth: '1970', insurance: 'yes', activity: 'employed', training: 'none' }
    }));
    const set = {
      head: people[0]!.id,
      houseNumber: String(index),
      street: 'Máng Nước',
      walkOrder: 2_000 + index
    };
    const changes = [{ type: 'household' as const, id: household as string, household, set }, ...people];
    return phone.freezes({ kind: 'household.add', changes });
  });
}
