import type { Device } from '$lib/device/open';
import { readStorage, type StorageState } from '$lib/device/storage';
import { type Ends, exchange, type Pace } from './exchange';
import { type ExchangeLock, leaseLock, LockedError, webLock } from './lock';
import { createPost, type Timers } from './transport';

/** What the page and the worker each hand in: the same engine runs in both. */
export type World = Readonly<{
  fetch: typeof globalThis.fetch;
  now: () => number;
  newId: () => string;
  timers: Timers;
  storage: StorageManager | undefined;
  locks: LockManager | undefined;
  app: string;
}>;

/** While another page exchanges, ours looks again after this long. Seconds. */
const BEHIND_ANOTHER: Pace = { pause: 5, spread: 0 };

/** What the health line says of the storage is a courtesy: for it no entry waits longer. Milliseconds. */
const PATIENCE = 3_000;

/** One whole exchange of this device, under its lock (EX7). */
export function lockedExchange(device: Device, world: World): () => Promise<Pace> {
  const ends: Ends = {
    ...device,
    ...world,
    post: createPost(world.fetch, world.timers),
    storage: () => inTime(readStorage(world.storage), world.timers),
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

async function inTime(asked: Promise<StorageState>, timers: Timers): Promise<StorageState> {
  let timer: unknown;
  const silence = new Promise<StorageState>((resolve) => {
    timer = timers.set(() => resolve({ persisted: null, freeBytes: null }), PATIENCE);
  });
  return Promise.race([asked, silence]).finally(() => timers.clear(timer as never));
}
