import type { Entry } from '$lib/domain/entry';
import type { Counts, WorkStore } from './work';

/**
 * Unsent entries once more, in Cache Storage: where IndexedDB breaks for good, the work is still on the phone (A7).
 * A mirror is never asked for anything else, and what it cannot do harms nobody.
 */
export type Mirror = Readonly<{
  keep: (entry: Entry) => Promise<void>;
  /** Forgets all but the entries with these n. */
  keepOnly: (waiting: ReadonlySet<number>) => Promise<void>;
  read: () => Promise<Entry[]>;
}>;

const PREFIX = 'thi-dua-mirror-';

export function openMirror(caches: CacheStorage | undefined, name: string): Mirror {
  const cache = () => caches?.open(PREFIX + name);
  return {
    async keep(entry) {
      await (await cache())?.put(`/mirror/${entry.n}`, new Response(JSON.stringify(entry)));
    },
    async keepOnly(waiting) {
      const opened = await cache();
      for (const request of (await opened?.keys()) ?? []) {
        if (!waiting.has(Number(request.url.split('/').at(-1)))) await opened!.delete(request);
      }
    },
    async read() {
      const opened = await cache();
      const kept = await Promise.all(((await opened?.keys()) ?? []).map((request) => opened!.match(request)));
      const entries = await Promise.all(kept.flatMap((response) => response?.json() ?? []));
      return (entries as Entry[]).sort((a, b) => a.n - b.n);
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
