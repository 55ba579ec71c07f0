import 'fake-indexeddb/auto';
import { IDBFactory, IDBTransaction } from 'fake-indexeddb';
import { openDB, unwrap } from 'idb';
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

/** A store of the fake database, below what the standard shows. */
type RawStore = {
  records: { get: (key: IDBValidKey) => object | undefined; values: (range: unknown) => Iterable<object> };
  getValue: (key: IDBValidKey) => unknown;
  getAllValues: (range: unknown, count?: number, ...rest: unknown[]) => unknown;
};

const damaged = new WeakSet<object>();
let isGuarded = false;

/** From now on this record cannot be read, until it is written anew; its key can. */
export async function damage(name: string, store: 'entries' | 'sent', key: IDBValidKey): Promise<void> {
  const db = await openDB(name);
  const opened = db.transaction(store).objectStore(store);
  const raw = (unwrap(opened) as unknown as { _rawObjectStore: RawStore })._rawObjectStore;
  if (!isGuarded) guard(Object.getPrototypeOf(raw) as RawStore);
  damaged.add(raw.records.get(key)!);
  db.close();
}

function guard(stores: RawStore): void {
  isGuarded = true;
  const { getValue, getAllValues } = stores;
  const read = (record: object | undefined): void => {
    if (record && damaged.has(record)) throw new DOMException('Failed to read a value.', 'DataError');
  };
  stores.getValue = function (key) {
    read(this.records.get(key));
    return getValue.call(this, key);
  };
  stores.getAllValues = function (range, count, ...rest) {
    let left = count || Infinity;
    for (const record of this.records.values(range)) {
      if (left-- <= 0) break;
      read(record);
    }
    return getAllValues.call(this, range, count, ...rest);
  };
}

/** All that a database holds, as it was at one moment. */
export type Copy = ReadonlyMap<string, readonly { key: IDBValidKey; value: unknown }[]>;

export async function copyOf(name: string): Promise<Copy> {
  const db = await openDB(name);
  const copy = new Map<string, { key: IDBValidKey; value: unknown }[]>();
  for (const store of db.objectStoreNames) {
    const records: { key: IDBValidKey; value: unknown }[] = [];
    for (const key of await db.getAllKeys(store)) {
      const value: unknown = await db.get(store, key).catch(() => undefined);
      if (value !== undefined) records.push({ key, value });
    }
    copy.set(store, records);
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
