import type { Entry } from '$lib/domain/entry/entry';
import { type Changes, openChanges } from './changes';
import { type ConfirmedStore, openConfirmed } from './confirmed';
import { readReadable } from './readable';
import { type Counts, openWork, type SentEntry, type WorkStore } from './work';

/** One account's part of this phone. */
export type Device = Readonly<{
  name: string;
  /** Whose it is. */
  account: string;
  work: WorkStore;
  confirmed: ConfirmedStore;
  changes: Changes;
  close: () => Promise<void>;
}>;

export function openDevice(account: string, prefix = 'thi-dua'): Device {
  const name = `${prefix}-${account}`;
  const work = openWork(prefix, account);
  const confirmed = openConfirmed(prefix, account);
  const changes = openChanges(name);
  return {
    name,
    account,
    work,
    confirmed,
    changes,
    async close() {
      changes.close();
      await Promise.all([work.close(), confirmed.close()]);
    }
  };
}

/** The person's own work as it stands: what waits, what was sent, and the counts. */
export type OwnWork = Readonly<{ outbox: Entry[]; sent: SentEntry[]; counts: Counts }>;

/** Read in one transaction, so that an entry on its way to the sent book is in exactly one of the two. */
export async function readOwnWork(work: WorkStore): Promise<OwnWork> {
  try {
    return await work.run(async (db) => {
      const tx = db.transaction(['entries', 'sent', 'meta']);
      const [waiting, sent, counts] = await Promise.all([
        tx.objectStore('entries').getAll(),
        tx.objectStore('sent').getAll(),
        tx.objectStore('meta').get('counts') as Promise<Counts>
      ]);
      return { outbox: waiting.map(({ entry }) => entry), sent, counts };
    });
  } catch {
    return readWhatCanBeRead(work);
  }
}

/** One damaged record must not close the whole notebook. */
async function readWhatCanBeRead(work: WorkStore): Promise<OwnWork> {
  const sent = await readReadable(work, 'sent');
  const received = new Set(sent.map(({ n }) => n));
  const waiting = (await readReadable(work, 'entries')).filter(({ n }) => !received.has(n));
  const counts = await work.run(async (db) => (await db.get('meta', 'counts')) as Counts);
  return { outbox: waiting.map(({ entry }) => entry), sent, counts };
}
