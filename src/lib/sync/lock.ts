import type { Lease, WorkStore } from '$lib/device/work';

/** Runs one exchange at a time on this device, across pages and worker (EX7). */
export type ExchangeLock = <T>(run: () => Promise<T>) => Promise<T>;

/** The work of another page is under way; it will do ours too. */
export class LockedError extends Error {}

/** Web Locks where the browser has them; a page that froze with the lock in hand loses it after a while. */
export const webLock =
  (locks: LockManager, name: string): ExchangeLock =>
  async (run) => {
    try {
      return await (locks.request(name, { signal: AbortSignal.timeout(LEASE) }, run) as ReturnType<
        typeof run
      >);
    } catch (fault) {
      if (!(fault instanceof DOMException) || fault.name !== 'TimeoutError') throw fault;
      return locks.request(name, { steal: true }, run) as ReturnType<typeof run>;
    }
  };

/** A lease is renewed by every exchange and runs out by itself when a page dies. Milliseconds. */
const LEASE = 180_000;

export const leaseLock =
  (work: WorkStore, holder: string, now: () => number): ExchangeLock =>
  async (run) => {
    const taken = await work.run(async (db) => {
      const tx = db.transaction('meta', 'readwrite');
      const lease = (await tx.store.get('lease')) as Lease | undefined;
      const free = !lease || lease.holder === holder || lease.until < now() || lease.until > now() + LEASE;
      if (free) await tx.store.put({ holder, until: now() + LEASE }, 'lease');
      await tx.done;
      return free;
    });
    if (!taken) throw new LockedError();
    try {
      return await run();
    } finally {
      await work.run(async (db) => {
        const tx = db.transaction('meta', 'readwrite');
        const lease = (await tx.store.get('lease')) as Lease | undefined;
        if (lease?.holder === holder) await tx.store.delete('lease');
        await tx.done;
      });
    }
  };
