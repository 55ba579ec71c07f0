import { absorb } from '$lib/device/absorb';
import { type Place, readCampaign } from '$lib/device/confirmed';
import { openDevice } from '$lib/device/open';
import { readCounts } from '$lib/device/work';
import type { FieldValue, Row } from '$lib/domain/entry/row';
import type { HouseholdId } from '$lib/domain/ids';
import { Campaign } from '$lib/domain/plan/campaign';
import { PRACTICE_ACTOR, PRACTICE_GROUP } from '$lib/domain/practice';
import { Phone } from '../phone.svelte';

/** Databases of their own: nothing of a practice lies beside real work. */
const PREFIX = 'tap-thu';

type World = ConstructorParameters<typeof Phone>[1];

/**
 * The made-up group on a phone of its own (tập thử). Its exchange exchanges nothing and its `fetch` knows no network, so what is
 * recorded here cannot leave the phone; a ward that were handed such an entry would refuse it at the door.
 */
export async function openPractice(world: World): Promise<Phone> {
  await fill(world);
  return new Phone(
    PRACTICE_ACTOR,
    {
      ...world,
      // No mirror: what is found there after damage is told as unsent work.
      caches: undefined,
      fetch: () => Promise.reject(new Error('nobody is called while practising')),
      exchange: async () => ({ pause: 0, spread: 0 })
    },
    PREFIX
  );
}

async function fill({ now, newId }: World): Promise<void> {
  const device = openDevice(PRACTICE_ACTOR.account, PREFIX);
  await readCounts(device.work, newId);
  if (!(await readCampaign(device.confirmed))) {
    const { default: group } = await import('./group.json');
    const rows = group.rows.map(({ type, id, household, values }): Row => ({
      ...{ type, id, household: household as HouseholdId, group: PRACTICE_GROUP, seq: 1 },
      fields: Object.fromEntries(
        Object.entries(values as unknown as Record<string, FieldValue>).map(([field, value]) => [
          field,
          [value, 1]
        ])
      )
    }));
    const campaign = Campaign.parse(group.campaign);
    await absorb(
      device.confirmed,
      device.work,
      {
        ...{ request: newId(), reset: false, receipts: [], rows, more: false, serverTime: now() },
        cursor: { ward: 'practice', epoch: 'practice', seq: 1, chain: 'practice', scope: 'practice' },
        campaign: { version: 'practice', campaign, groups: [PRACTICE_GROUP] },
        ...{ safe: 0, pause: 0, spread: 0, end: 'end' }
      },
      true,
      now()
    );
    // No ward has ever been heard here, and the line of truth must not say so.
    await device.confirmed.run(async (db) => {
      const place = (await db.get('meta', 'place')) as Place;
      await db.put('meta', { ...place, contact: null }, 'place');
    });
  }
  await device.close();
}
