import { currentIdentity } from '$lib/device/identity';
import { openDevice } from '$lib/device/open';
import { lockedExchange, type World } from './ends';

/** The tag under which a browser wakes the worker when there is a network again: a wake-up, never a store (EX8). */
export const SYNC_TAG = 'exchange';

/** One exchange without any page open. Rejects when it failed, so that the browser tries again. */
export async function exchangeInBackground(world: World): Promise<void> {
  const actor = await currentIdentity();
  if (!actor) return;
  const device = openDevice(actor.account);
  try {
    await lockedExchange(device, world)();
  } finally {
    await device.close();
  }
}
