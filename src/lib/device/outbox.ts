import type { Entry } from '$lib/domain/entry';
import type { Receipt } from '$lib/protocol/sync';
import type { Counts, SentEntry, WorkStore } from './work';

/** What is frozen at the tap; the device adds its count, its name and the entry before. */
export type Frozen = Omit<Entry, 'n' | 'previous' | 'device'>;

/** One durable row (OB1): it is safe when this resolves, and was not saved when it rejects. */
export const enqueue = (work: WorkStore, frozen: Frozen): Promise<Entry> =>
  work.run(async (db) => {
    const tx = db.transaction(['entries', 'meta'], 'readwrite', { durability: 'strict' });
    const entries = tx.objectStore('entries');
    const [earlier, counts] = await Promise.all([
      entries.index('id').get(frozen.id),
      tx.objectStore('meta').get('counts') as Promise<Counts>
    ]);
    if (earlier) return earlier.entry;

    const n = counts.n + 1;
    const entry: Entry = { ...frozen, n, previous: counts.newest, device: counts.device };
    const saving = [
      entries.add({ n, entry }),
      tx.objectStore('meta').put({ ...counts, n, newest: entry.id }, 'counts'),
      tx.done
    ];
    // Said at once, a browser does not wait for the answers to the two before it flushes.
    tx.commit();
    await Promise.all(saving);
    return entry;
  });

/** From the front, in the order of n, never from the middle (OB2); an entry that cannot be read is passed over. */
export async function firstWaiting(work: WorkStore, most: number): Promise<Entry[]> {
  try {
    return await work.run(async (db) =>
      (await db.getAll('entries', undefined, most)).map(({ entry }) => entry)
    );
  } catch {
    return readOneByOne(work, most);
  }
}

/** One damaged record makes the whole question fail; the others must go on, and the hole is told to the ward (EP3). */
async function readOneByOne(work: WorkStore, most: number): Promise<Entry[]> {
  const readable: Entry[] = [];
  const unreadable: number[] = [];
  for (const n of await work.run((db) => db.getAllKeys('entries'))) {
    if (readable.length === most) break;
    try {
      readable.push((await work.run((db) => db.get('entries', n)))!.entry);
    } catch {
      unreadable.push(n);
    }
  }
  await work.run((db) => db.put('meta', unreadable, 'unreadable'));
  return readable;
}

export const countWaiting = (work: WorkStore): Promise<number> => work.run((db) => db.count('entries'));

export const countSent = (work: WorkStore): Promise<number> => work.run((db) => db.count('sent'));

/** Only an absorbed receipt takes an entry out (OB3); it moves to the sent book in the same transaction. */
export const settle = (work: WorkStore, receipts: readonly Receipt[], history: string): Promise<void> =>
  work.run(async (db) => {
    const tx = db.transaction(['entries', 'sent'], 'readwrite', { durability: 'strict' });
    const entries = tx.objectStore('entries');
    const sent = tx.objectStore('sent');
    // What is answered is what waits in front: read in one go, and asked for one by one only where it is not.
    const front = await entries.getAll(undefined, receipts.length);
    const waitingById = new Map(front.map((one) => [one.entry.id, one]));
    const answered: number[] = [];
    const settleOne = async (receipt: Receipt) => {
      const waiting = waitingById.get(receipt.id) ?? (await entries.index('id').get(receipt.id));
      const known = waiting ?? (await sent.index('id').get(receipt.id));
      if (!known) return;
      const { n, entry } = known;
      void sent.put({ n, entry, receipt, history });
      if (waiting) answered.push(n);
    };
    await Promise.all(receipts.map(settleOne));
    rangesOf(answered).forEach(([from, to]) => void entries.delete(IDBKeyRange.bound(from, to)));
    await tx.done;
  });

/** Puts received entries back into the queue: after a reset (EP1), or where the counts of a day differ (EP4). */
export const requeueSent = (work: WorkStore, isMeant: (sent: SentEntry) => boolean): Promise<void> =>
  work.run(async (db) => {
    const tx = db.transaction(['entries', 'sent'], 'readwrite', { durability: 'strict' });
    for (const sent of await tx.objectStore('sent').getAll()) {
      if (!isMeant(sent)) continue;
      const { n, entry } = sent;
      void tx.objectStore('entries').put({ n, entry });
      void tx.objectStore('sent').delete(n);
    }
    await tx.done;
  });

/** Up to where entries of a history are in the rows and in a verified second place; `before` today, in milliseconds. */
type Safety = Readonly<{ history: string; contained: number; safe: number; before: number }>;

/**
 * Lets go of what is safe (EP2): the receipt is final, the rows contain it, a verified second place holds it.
 * What is quarantined or under review stays, since somebody still has to look at it; so does today's, which is counted (EP4).
 */
export const trimSent = (work: WorkStore, { history, contained, safe, before }: Safety): Promise<void> =>
  work.run(async (db) => {
    const tx = db.transaction(['sent', 'meta'], 'readwrite', { durability: 'strict' });
    const isSafe = ({ receipt, history: received }: SentEntry) =>
      received === history &&
      receipt.status === 'applied' &&
      receipt.decided <= contained &&
      receipt.at < before &&
      receipt.number <= safe &&
      receipt.decided <= safe;
    const leaving = (await tx.objectStore('sent').getAll()).filter(isSafe);
    if (leaving.length > 0) {
      const counts = (await tx.objectStore('meta').get('counts')) as Counts;
      leaving.forEach(({ n }) => void tx.objectStore('sent').delete(n));
      void tx.objectStore('meta').put({ ...counts, trimmed: counts.trimmed + leaving.length }, 'counts');
    }
    await tx.done;
  });

/** The n still held here, as ranges, so that the server can count what was lost (EP3). */
export const heldRanges = (work: WorkStore): Promise<[number, number][]> =>
  work.run(async (db) => {
    const tx = db.transaction(['entries', 'sent', 'meta']);
    const [waiting, sent, unreadable] = await Promise.all([
      tx.objectStore('entries').getAllKeys(),
      tx.objectStore('sent').getAllKeys(),
      tx.objectStore('meta').get('unreadable') as Promise<number[] | undefined>
    ]);
    return rangesOf([...waiting, ...sent].filter((n) => !unreadable?.includes(n)));
  });

function rangesOf(numbers: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else ranges.push([n, n]);
  }
  return ranges;
}
