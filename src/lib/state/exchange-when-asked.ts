import type { Device } from '$lib/device/open';
import type { World } from '$lib/sync/ends';
import type { Pace } from '$lib/sync/exchange';

/** One exchange of this device; what it needs is loaded at the first one, for no screen waits for it. */
export function exchangeWhenAsked(device: Device, world: World): () => Promise<Pace> {
  let run: (() => Promise<Pace>) | undefined;
  return async () => {
    if (!run) {
      const { thenPhotos } = await import('$lib/sync/photos');
      run ??= thenPhotos(device, world);
    }
    return run();
  };
}
