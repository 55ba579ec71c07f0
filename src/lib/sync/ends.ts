import type { Device } from '$lib/device/open';
import { readStorage } from '$lib/device/storage';
import { type Ends, exchange, type Pace } from './exchange';
import { type ExchangeLock, leaseLock, LockedError, webLock } from './lock';
import { createPost } from './transport';

/** What the page and the worker each hand in: the same engine runs in both. */
export type World = Readonly<{
  fetch: typeof globalThis.fetch;
  now: () => number;
  newId: () => string;
  timers: { set: (run: () => void, ms: number) => unknown; clear: (timer: never) => void };
  storage: StorageManager | undefined;
  locks: LockManager | undefined;
  app: string;
}>;

/** While another page exchanges, ours looks again after this long. Seconds. */
const BEHIND_ANOTHER: Pace = { pause: 5, spread: 0 };

/** One whole exchange of this device, under its lock (EX7). */
export function lockedExchange(device: Device, world: World): () => Promise<Pace> {
  const ends: Ends = {
    ...device,
    ...world,
    post: createPost(world.fetch, world.timers),
    storage: () => readStorage(world.storage),
    absorbed: () => device.changes.announce('confirmed')
  };
  const lock: ExchangeLock = world.locks
    ? webLock(world.locks, device.name)
    : leaseLock(device.work, world.newId(), world.now);
  return () =>
    lock(() => exchange(ends)).catch((fault) => {
      if (fault instanceof LockedError) return BEHIND_ANOTHER;
      throw fault;
    });
}
