import 'fake-indexeddb/auto';
import type { IDBPDatabase } from 'idb';
import { describe, expect, it } from 'vitest';
import { openMirror, restoreMirrored } from '$lib/device/mirror';
import { readOwnWork } from '$lib/device/open';
import { enqueue, firstWaiting, heldRanges, settle } from '$lib/device/outbox';
import { openWork, readCounts, type WorkSchema, type WorkStore } from '$lib/device/work';
import type { Entry } from '$lib/domain/entry/entry';
import { aFrozenEntry, aReceipt, newId } from '../support/entries';

async function aWorkStore() {
  const work = openWork(`test-${newId()}`, newId());
  await readCounts(work, newId);
  return work;
}

/** A store of which one record can no longer be read, as after a torn write. */
const damagedAt = (work: WorkStore, damaged: number): WorkStore => ({
  ...work,
  run: (steps) =>
    work.run((db) => {
      const broken = new Proxy(db, {
        get(target, name) {
          const value = Reflect.get(target, name);
          if (name === 'getAll') return () => Promise.reject(new DOMException('cannot read', 'UnknownError'));
          if (name === 'transaction')
            return (stores: string | string[], ...rest: [never]) => {
              if ([stores].flat().includes('entries') && rest[0] === undefined)
                throw new DOMException('cannot read', 'UnknownError');
              return target.transaction(stores as 'entries', ...rest);
            };
          if (name !== 'get') return typeof value === 'function' ? value.bind(target) : value;
          return (store: string, key: number) =>
            store === 'entries' && key === damaged
              ? Promise.reject(new DOMException('cannot read', 'UnknownError'))
              : target.get(store as 'entries', key);
        }
      });
      return steps(broken as IDBPDatabase<WorkSchema>);
    })
});

/** Cache Storage as far as a mirror needs it. */
function someCaches(): CacheStorage {
  const kept = new Map<string, string>();
  const cache = {
    put: async (url: string, response: Response) =>
      void kept.set(`https://phone${url}`, await response.text()),
    keys: async () => [...kept.keys()].map((url) => ({ url })),
    match: async ({ url }: { url: string }) => new Response(kept.get(url)),
    delete: async (url: string) => kept.delete(`https://phone${url}`)
  };
  return { open: async () => cache } as unknown as CacheStorage;
}

describe('a damaged phone', () => {
  it('[OB2][EP3] one entry that cannot be read stops none of the others, and is no longer said to be held', async () => {
    const work = await aWorkStore();
    for (let count = 0; count < 3; count += 1) await enqueue(work, aFrozenEntry());
    const damaged = damagedAt(work, 2);
    expect((await firstWaiting(damaged, 10)).map(({ n }) => n)).toEqual([1, 3]);
    expect(await heldRanges(work)).toEqual([
      [1, 1],
      [3, 3]
    ]);
  });

  it('[OB3] one record that cannot be read closes neither the notebook nor the way of the receipts', async () => {
    const work = await aWorkStore();
    const entries = [];
    for (let count = 0; count < 3; count += 1) entries.push(await enqueue(work, aFrozenEntry()));
    const damaged = damagedAt(work, 2);
    expect((await readOwnWork(damaged)).outbox.map(({ n }) => n)).toEqual([1, 3]);
    await settle(damaged, [aReceipt(entries[0]!.id), aReceipt(entries[2]!.id)], 'now');
    const after = await readOwnWork(damaged);
    expect(after.outbox).toEqual([]);
    expect(after.sent.map(({ n }) => n)).toEqual([1, 3]);
  });

  it('[OB3] a receipt for a record that cannot be read holds up none of the others', async () => {
    const work = await aWorkStore();
    const entries: Entry[] = [];
    for (let count = 0; count < 2; count += 1) entries.push(await enqueue(work, aFrozenEntry()));
    await settle(
      work,
      entries.map(({ id }) => aReceipt(id, { status: 'waiting' })),
      'now'
    );
    const torn: WorkStore = {
      ...work,
      run: (steps) =>
        work.run((db) =>
          steps(
            new Proxy(db, {
              get: (target, name) =>
                name === 'getFromIndex'
                  ? (store: 'sent', index: 'id', id: string) =>
                      id === entries[0]!.id
                        ? Promise.reject(new DOMException('cannot read', 'UnknownError'))
                        : target.getFromIndex(store, index, id)
                  : typeof Reflect.get(target, name) === 'function'
                    ? Reflect.get(target, name).bind(target)
                    : Reflect.get(target, name)
            })
          )
        )
    };
    await settle(
      torn,
      entries.map(({ id }) => aReceipt(id)),
      'now'
    );
    expect((await readOwnWork(work)).sent.map(({ receipt }) => receipt.status)).toEqual([
      'waiting',
      'applied'
    ]);
  });

  it('[OB3] a mirror of which one page is torn still gives the others back', async () => {
    const caches = someCaches();
    const mirror = openMirror(caches, 'phone');
    const work = await aWorkStore();
    for (let count = 0; count < 2; count += 1) await mirror.keep(await enqueue(work, aFrozenEntry()));
    await (await caches.open('')).put('/mirror/torn', new Response('{"id":'));
    expect((await mirror.read()).map(({ n }) => n)).toEqual([1, 2]);
  });

  it('[OB3] unsent work comes back from its mirror into a store that had to be made anew', async () => {
    const mirror = openMirror(someCaches(), 'phone');
    const broken = await aWorkStore();
    for (let count = 0; count < 3; count += 1) await mirror.keep(await enqueue(broken, aFrozenEntry()));
    const { outbox, counts } = await readOwnWork(broken);
    await mirror.forget([outbox[0]!.id, newId()]);

    const anew = await aWorkStore();
    expect(await restoreMirrored(anew, await mirror.read())).toBe(2);
    const restored = await readOwnWork(anew);
    expect(restored.outbox).toEqual(outbox.slice(1));
    expect(restored.counts).toEqual(counts);
  });

  it('[OB3] a mirror adds nothing to a store that has its own count', async () => {
    const mirror = openMirror(someCaches(), 'phone');
    const work = await aWorkStore();
    await mirror.keep(await enqueue(work, aFrozenEntry()));
    expect(await restoreMirrored(work, await mirror.read())).toBe(0);
    expect((await readOwnWork(work)).outbox).toHaveLength(1);
  });
});
