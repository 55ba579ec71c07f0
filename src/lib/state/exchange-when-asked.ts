import type { Device } from '$lib/device/open';
import type { World } from '$lib/sync/ends';
import type { Pace } from '$lib/sync/exchange';

/** One exchange of this device; what it needs is loaded at the first one, for no screen waits for it. */
export function exchangeWhenAsked(device: Device, world: World): () => Promise<Pace> {
  let run: (() => Promise<Pace>) | undefined;
  let photos: Promise<void> | undefined;
  return async () => {
    if (!run) {
      const { lockedExchange } = await import('$lib/sync/ends');
      run ??= lockedExchange(device, world);
    }
    const pace = await run();
    // Nobody waits for photos, and what becomes of them stops nothing (PO1).
    photos ??= import('$lib/sync/photos')
      .then(({ sendPhotos }) => sendPhotos(device, world))
      .catch(() => undefined)
      .finally(() => (photos = undefined));
    return pace;
  };
}
