import { currentIdentity } from '$lib/device/identity';
import { openDevice } from '$lib/device/open';
import { lockedExchange, type World } from './ends';
import { sendPhotos } from './photos';

/** One exchange without any page open. Rejects when it failed, so that the browser tries again. */
export async function exchangeInBackground(world: World): Promise<void> {
  const actor = await currentIdentity();
  if (!actor) return;
  const device = openDevice(actor.account);
  try {
    await lockedExchange(device, world)();
    await sendPhotos(device, world);
  } finally {
    await device.close();
  }
}
