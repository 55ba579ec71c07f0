import 'fake-indexeddb/auto';
import { IDBFactory, IDBTransaction } from 'fake-indexeddb';
import { openDB } from 'idb';
import type { StorageFault } from './step';

/** How the storage of one phone is: whole, about to fail, or dead with its phone. */
export type Storage = { dead: boolean; fault: StorageFault | undefined };

/** A transaction as the fake database drives it. */
type Driven = {
  mode: string;
  error: unknown;
  db: { name: string };
  _state: string;
  _requests: { request: { readyState: string } }[];
  _rollbackLog: unknown[];
  _abort: (name: string | null) => void;
  _start: () => void;
};

const storages = new Map<string, Storage>();

/** A fresh world: nobody has stored anything. */
export function emptyStorages(): void {
  storages.clear();
  globalThis.indexedDB = new IDBFactory();
}

/** The databases whose names begin so are one phone's. */
export function storageOf(prefix: string): Storage {
  const storage: Storage = { dead: false, fault: undefined };
  storages.set(prefix, storage);
  return storage;
}

const driven = IDBTransaction.prototype as unknown as Driven;
const start = driven._start;

/** Called before every request of a transaction, and once more before it is complete. */
driven._start = function (this: Driven): void {
  const storage = storages.get(this.db.name.split('-')[0]!);
  if (!storage || this.mode === 'versionchange' || this._state === 'finished') return start.call(this);
  if (storage.dead) return this._abort('AbortError');
  if (!storage.fault || storage.fault.after-- > 0) return start.call(this);
  const isEnding =
    this.mode === 'readwrite' && this._requests.every(({ request }) => request.readyState === 'done');
  fail(this, storage, isEnding);
};

function fail(transaction: Driven, storage: Storage, isEnding: boolean): void {
  const { how } = storage.fault!;
  if (how === 'killed') {
    storage.dead = true;
    return transaction._abort('AbortError');
  }
  // These strike where something was to be made durable.
  if (!isEnding) return start.call(transaction);
  storage.fault = undefined;
  if (how === 'full') return transaction._abort('QuotaExceededError');
  if (how === 'lost-after') transaction._rollbackLog = [];
  transaction._abort('UnknownError');
  transaction.error = new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
}

/** All that a database holds, as it was at one moment. */
export type Copy = ReadonlyMap<string, readonly { key: IDBValidKey; value: unknown }[]>;

export async function copyOf(name: string): Promise<Copy> {
  const db = await openDB(name);
  const copy = new Map<string, { key: IDBValidKey; value: unknown }[]>();
  for (const store of db.objectStoreNames) {
    const [keys, values] = [await db.getAllKeys(store), (await db.getAll(store)) as unknown[]];
    copy.set(
      store,
      keys.map((key, at) => ({ key, value: values[at] }))
    );
  }
  db.close();
  return copy;
}

export async function putBack(name: string, copy: Copy): Promise<void> {
  const db = await openDB(name);
  const tx = db.transaction([...copy.keys()], 'readwrite');
  for (const [store, records] of copy) {
    void tx.objectStore(store).clear();
    const { keyPath } = tx.objectStore(store);
    for (const { key, value } of records)
      void tx.objectStore(store).put(value, keyPath === null ? key : undefined);
  }
  await tx.done;
  db.close();
}

/** The system threw a database away. */
export async function throwAway(name: string): Promise<void> {
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = reject;
  });
}
