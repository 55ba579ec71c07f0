import type { Entry } from '$lib/domain/entry';
import { type Changes, openChanges } from './changes';
import { type ConfirmedStore, openConfirmed } from './confirmed';
import { type Counts, openWork, type SentEntry, type WorkStore } from './work';

/** One account's part of this phone. */
export type Device = Readonly<{
  name: string;
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
export const readOwnWork = (work: WorkStore): Promise<OwnWork> =>
  work.run(async (db) => {
    const tx = db.transaction(['entries', 'sent', 'meta']);
    const [waiting, sent, counts] = await Promise.all([
      tx.objectStore('entries').getAll(),
      tx.objectStore('sent').getAll(),
      tx.objectStore('meta').get('counts') as Promise<Counts>
    ]);
    return { outbox: waiting.map(({ entry }) => entry), sent, counts };
  });
