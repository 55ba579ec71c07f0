import type { DBSchema } from 'idb';
import type { Entry } from '$lib/domain/entry/entry';
import type { DeviceId } from '$lib/domain/ids';
import type { EntryId } from '$lib/domain/ids';
import type { Cursor, Receipt } from '$lib/protocol/sync';
import { openStore, type Store } from './database';

/** An entry with its receipt, kept until it is safe (sổ đã gửi; EP2). */
export type SentEntry = Readonly<{ n: number; entry: Entry; receipt: Receipt; history: string }>;

/** Text being typed that is not recorded yet. */
export type Draft = Readonly<{ id: string; text: string; at: number }>;

/** The device's own counts. `trimmed`: entries that have left the sent book because they are safe. */
export type Counts = Readonly<{ device: DeviceId; n: number; newest: EntryId | null; trimmed: number }>;

/** A claim on the exchange where Web Locks lack (EX7). */
export type Lease = Readonly<{ holder: string; until: number }>;

/** The person's work. A frozen envelope in a database of its own: nothing here is ever dropped (OB4). */
export interface WorkSchema extends DBSchema {
  entries: { key: number; value: { n: number; entry: Entry }; indexes: { id: string } };
  sent: { key: number; value: SentEntry; indexes: { id: string } };
  drafts: { key: string; value: Draft };
  meta: { key: string; value: unknown };
}
export type WorkStore = Store<WorkSchema>;

/** The released version of the envelope. A new one comes with an upgrade and its test (OB4). */
export const WORK_VERSION = 1;

/** Each account on a phone has a store of its own (OB5). */
export const openWork = (prefix: string, account: string): WorkStore =>
  openStore<WorkSchema>(`${prefix}-work-${account}`, WORK_VERSION, (db, from) => {
    if (from >= 1) return;
    db.createObjectStore('entries', { keyPath: 'n' }).createIndex('id', 'entry.id', { unique: true });
    db.createObjectStore('sent', { keyPath: 'n' }).createIndex('id', 'entry.id', { unique: true });
    db.createObjectStore('drafts', { keyPath: 'id' });
    db.createObjectStore('meta');
  });

/** The counts of this device; names the device at its first opening. */
export const readCounts = (work: WorkStore, newId: () => string): Promise<Counts> =>
  work.run(async (db) => {
    const tx = db.transaction('meta', 'readwrite', { durability: 'strict' });
    const known = (await tx.store.get('counts')) as Counts | undefined;
    const counts: Counts = known ?? { device: newId() as DeviceId, n: 0, newest: null, trimmed: 0 };
    if (!known) await tx.store.put(counts, 'counts');
    await tx.done;
    return counts;
  });

/** The key by which the ward knows this device again without a session (SV6). */
export const keepKey = (work: WorkStore, key: string): Promise<void> =>
  work.run(async (db) => {
    await db.put('meta', key, 'key');
  });

export const readKey = (work: WorkStore): Promise<string | undefined> =>
  work.run(async (db) => (await db.get('meta', 'key')) as string | undefined);

/** Where the ward stood at the last contact: a picture that is dropped does not take the proof along (EP1). */
export const keepWitness = (work: WorkStore, at: Cursor): Promise<void> =>
  work.run(async (db) => {
    await db.put('meta', at, 'witness');
  });

export const readWitness = (work: WorkStore): Promise<Cursor | undefined> =>
  work.run(async (db) => (await db.get('meta', 'witness')) as Cursor | undefined);
