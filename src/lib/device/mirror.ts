import type { Entry } from '$lib/domain/entry/entry';
import type { Counts, WorkStore } from './work';

/**
 * Unsent entries once more, in Cache Storage: where IndexedDB breaks for good, the work is still on the phone (A7).
 * A mirror is never asked for anything else, and what it cannot do harms nobody.
 */
export type Mirror = Readonly<{
  keep: (entry: Entry) => Promise<void>;
  /** Only what has a receipt is forgotten; what is merely missing elsewhere is what a mirror is for. */
  forget: (received: Iterable<string>) => Promise<void>;
  /** Whatever can be read, in the order of n. */
  read: () => Promise<Entry[]>;
}>;

const PREFIX = 'thi-dua-mirror-';
const pathOf = (id: string): string => `/mirror/${id}`;

export function openMirror(caches: CacheStorage | undefined, name: string): Mirror {
  const cache = () => caches?.open(PREFIX + name);
  return {
    async keep(entry) {
      await (await cache())?.put(pathOf(entry.id), new Response(JSON.stringify(entry)));
    },
    async forget(received) {
      const opened = await cache();
      const kept = new Set((await opened?.keys())?.map(({ url }) => url.split('/').at(-1)));
      if (kept.size === 0) return;
      for (const id of received) if (kept.has(id)) await opened!.delete(pathOf(id));
    },
    async read() {
      const opened = await cache();
      const requests = (await opened?.keys()) ?? [];
      const read = await Promise.all(
        requests.map(async (request) => {
          try {
            return [(await (await opened!.match(request))!.json()) as Entry];
          } catch {
            return [];
          }
        })
      );
      return read.flat().sort((a, b) => a.n - b.n);
    }
  };
}

/** The accounts that have a mirror on this phone; for when nothing else can be opened. */
export const mirroredNames = async (caches: CacheStorage | undefined): Promise<string[]> =>
  ((await caches?.keys()) ?? [])
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => name.slice(PREFIX.length));

/** Brings mirrored entries back into a store that was made anew, under their own n and device; nothing into any other. */
export const restoreMirrored = (work: WorkStore, entries: readonly Entry[]): Promise<number> =>
  work.run(async (db) => {
    const newest = entries.at(-1);
    const tx = db.transaction(['entries', 'meta'], 'readwrite', { durability: 'strict' });
    const counts = (await tx.objectStore('meta').get('counts')) as Counts;
    if (!newest || counts.n > 0) return 0;
    entries.forEach((entry) => void tx.objectStore('entries').put({ n: entry.n, entry }));
    const { n, id, device } = newest;
    void tx.objectStore('meta').put({ ...counts, n, newest: id, device }, 'counts');
    await tx.done;
    return entries.length;
  });
