import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { openWork } from '$lib/device/work';
import { leaseLock, LockedError, webLock } from '$lib/sync/lock';
import { newId } from '../support/entries';

describe('where Web Locks lack', () => {
  it('[EX7] a lease lets one page exchange and turns the other away', async () => {
    const work = openWork(`test-${newId()}`, newId());
    const [first, second] = ['first', 'second'].map((page) => leaseLock(work, page, () => 1_000));
    let release = () => {};
    let held = () => {};
    const holding = new Promise<void>((resolve) => (held = resolve));
    const running = first!(
      () =>
        new Promise<string>((resolve) => {
          release = () => resolve('done');
          held();
        })
    );
    await holding;
    await expect(second!(async () => 'never')).rejects.toThrow(LockedError);
    release();
    expect(await running).toBe('done');
    expect(await second!(async () => 'now')).toBe('now');
  });

  it('[EX7] the lease of a page that died runs out, also when the clock was set back', async () => {
    const work = openWork(`test-${newId()}`, newId());
    await work.run((db) => db.put('meta', { holder: 'dead', until: 500_000 }, 'lease'));
    await expect(leaseLock(work, 'alive', () => 400_000)(async () => 'x')).rejects.toThrow(LockedError);
    expect(await leaseLock(work, 'alive', () => 500_001)(async () => 'x')).toBe('x');
    await work.run((db) => db.put('meta', { holder: 'dead', until: 500_000 }, 'lease'));
    expect(await leaseLock(work, 'alive', () => 1_000)(async () => 'x')).toBe('x');
  });

  it('[EX7] whoever ends late does not take the lease of the one after', async () => {
    const work = openWork(`test-${newId()}`, newId());
    await leaseLock(
      work,
      'slow',
      () => 1_000
    )(async () => {
      await work.run((db) => db.put('meta', { holder: 'next', until: 400_000 }, 'lease'));
    });
    await expect(leaseLock(work, 'third', () => 300_000)(async () => 'x')).rejects.toThrow(LockedError);
  });
});

describe('where there are Web Locks', () => {
  /** A page holds the lock and never lets go; only who steals it gets it. */
  const frozen = {
    async request(_name: string, { signal, steal }: LockOptions, run: () => unknown) {
      signal?.throwIfAborted();
      return steal ? run() : new Promise(() => undefined);
    }
  } as unknown as LockManager;

  it('[EX7] a page that froze with the lock in hand loses it after a while', async () => {
    const late = vi.spyOn(AbortSignal, 'timeout');
    late.mockReturnValue(AbortSignal.abort(new DOMException('late', 'TimeoutError')));
    expect(await webLock(frozen, 'one')(async () => 'sent')).toBe('sent');
    expect(late).toHaveBeenCalledWith(180_000);
    late.mockRestore();
  });

  it('[EX7] a fault of the exchange itself is no frozen page, and is not tried at once again', async () => {
    const free = { request: async (...[, , run]: [string, LockOptions, () => unknown]) => run() };
    let runs = 0;
    const failing = webLock(
      free as unknown as LockManager,
      'one'
    )(async () => {
      runs += 1;
      throw new Error('no network');
    });
    await expect(failing).rejects.toThrow('no network');
    expect(runs).toBe(1);
  });
});
