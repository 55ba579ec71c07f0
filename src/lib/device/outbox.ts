import type { Entry } from '$lib/domain/entry/entry';
import type { Receipt } from '$lib/protocol/sync';
import { readNamed, readReadable, readUnreadable } from './readable';
import { sha256 } from './sha256';
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
export const firstWaiting = async (work: WorkStore, most: number): Promise<Entry[]> =>
  (await readReadable(work, 'entries', most)).map(({ entry }) => entry);

/** What is damaged here beyond reading waits for nothing any more; the ward counts it (EP3). */
export async function countWaiting(work: WorkStore): Promise<number> {
  const unreadable = await readUnreadable(work);
  if (unreadable.size === 0) return work.run((db) => db.count('entries'));
  return (await work.run((db) => db.getAllKeys('entries'))).filter((n) => !unreadable.has(n)).length;
}

export const countSent = (work: WorkStore): Promise<number> => work.run((db) => db.count('sent'));

/** Only an absorbed receipt takes an entry out (OB3); it moves to the sent book in one transaction. */
export async function settle(work: WorkStore, receipts: readonly Receipt[], history: string): Promise<void> {
  const known = await knownTo(work, receipts);
  const whole = await wholeHere(receipts, known);
  await work.run(async (db) => {
    const tx = db.transaction(['entries', 'sent'], 'readwrite', { durability: 'strict' });
    const answered: number[] = [];
    for (const receipt of receipts) {
      const own = known.get(receipt.id);
      if (!own || whole.has(receipt.id)) continue;
      void tx.objectStore('sent').put({ n: own.n, entry: own.entry, receipt, history });
      answered.push(own.n);
    }
    rangesOf(answered).forEach(
      ([from, to]) => void tx.objectStore('entries').delete(IDBKeyRange.bound(from, to))
    );
    await tx.done;
  });
}

/** What is answered is what waits in front: read in one go, and asked for one by one only where it is not. */
async function knownTo(work: WorkStore, receipts: readonly Receipt[]): Promise<Map<string, Kept>> {
  const front = await readReadable(work, 'entries', receipts.length);
  const known = new Map<string, Kept>(front.map((kept) => [kept.entry.id, kept]));
  const others = receipts.filter(({ id }) => !known.has(id));
  await Promise.all(
    others.map(async ({ id }) => {
      const kept = (await readNamed(work, 'entries', id)) ?? (await readNamed(work, 'sent', id));
      if (kept) known.set(id, kept);
    })
  );
  return known;
}

/** Damaged on the way, but whole here: not received yet, it goes again (EN1). What is damaged here too can only be reported. */
async function wholeHere(receipts: readonly Receipt[], known: Map<string, Kept>): Promise<Set<string>> {
  const whole = new Set<string>();
  for (const { id } of receipts.filter(isDamaged)) {
    const entry = known.get(id)?.entry;
    if (entry && (await sha256(new TextEncoder().encode(entry.body))) === entry.sha) whole.add(id);
  }
  return whole;
}

export const isDamaged = ({ reason }: Receipt): boolean => reason === 'damaged';

type Kept = Readonly<{ n: number; entry: Entry }>;

/** Puts received entries back into the queue: after a reset (EP1), or where the counts of a day differ (EP4). */
export async function requeueSent(work: WorkStore, isMeant: (sent: SentEntry) => boolean): Promise<void> {
  const meant = (await readReadable(work, 'sent')).filter(isMeant);
  if (meant.length === 0) return;
  await work.run(async (db) => {
    const tx = db.transaction(['entries', 'sent'], 'readwrite', { durability: 'strict' });
    for (const { n, entry } of meant) {
      void tx.objectStore('entries').put({ n, entry });
      void tx.objectStore('sent').delete(n);
    }
    await tx.done;
  });
}

/** Up to where entries of a history are in the rows and in a verified second place; `before` today, in milliseconds. */
type Safety = Readonly<{ history: string; contained: number; safe: number; before: number }>;

/**
 * Lets go of what is safe (EP2): the receipt is final, the rows contain it, a verified second place holds it.
 * What is quarantined or under review stays, since somebody still has to look at it; so does today's, which is counted (EP4),
 * and what is newer than one that waits: its word stands above that one's (CO2).
 */
export async function trimSent(work: WorkStore, { history, contained, safe, before }: Safety): Promise<void> {
  const sent = await readReadable(work, 'sent');
  const waiting = sent.filter(({ receipt }) => receipt.status === 'waiting').map(({ n }) => n);
  const oldest = Math.min(...waiting, ...(await work.run((db) => db.getAllKeys('entries', undefined, 1))));
  const isSafe = ({ n, receipt, history: received }: SentEntry) =>
    n < oldest &&
    received === history &&
    receipt.status === 'applied' &&
    receipt.decided <= contained &&
    receipt.at < before &&
    receipt.number <= safe &&
    receipt.decided <= safe;
  const leaving = sent.filter(isSafe);
  if (leaving.length === 0) return;
  await work.run(async (db) => {
    const tx = db.transaction(['sent', 'meta'], 'readwrite', { durability: 'strict' });
    const counts = (await tx.objectStore('meta').get('counts')) as Counts;
    leaving.forEach(({ n }) => void tx.objectStore('sent').delete(n));
    void tx.objectStore('meta').put({ ...counts, trimmed: counts.trimmed + leaving.length }, 'counts');
    await tx.done;
  });
}

/** The n still held here, as ranges, so that the server can count what was lost (EP3). */
export async function heldRanges(work: WorkStore): Promise<[number, number][]> {
  const unreadable = await readUnreadable(work);
  const held = await work.run(async (db) => {
    const tx = db.transaction(['entries', 'sent']);
    return Promise.all([tx.objectStore('entries').getAllKeys(), tx.objectStore('sent').getAllKeys()]);
  });
  return atMost(MOST_RANGES, rangesOf(held.flat().filter((n) => !unreadable.has(n))));
}

/** A request names at most 2,000 ranges; neighbours are joined then, and a loss between them is told later. */
const MOST_RANGES = 2_000;

function atMost(most: number, ranges: [number, number][]): [number, number][] {
  if (ranges.length <= most) return ranges;
  const joined = ranges.flatMap(([from], index): [number, number][] =>
    index % 2 === 0 ? [[from, (ranges[index + 1] ?? ranges[index]!)[1]]] : []
  );
  return atMost(most, joined);
}

function rangesOf(numbers: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else ranges.push([n, n]);
  }
  return ranges;
}
