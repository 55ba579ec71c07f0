import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Entry } from '$lib/domain/entry/entry';
import type { Row } from '$lib/domain/entry/row';
import { deleteAll } from './databases';

/** The least that anybody could store: the thing itself, and that it is still to be sent. */
interface BareSchema extends DBSchema {
  entries: { key: string; value: Entry };
  outbox: { key: number; value: { n: number; id: string } };
  rows: { key: string; value: Row };
}

let db: IDBPDatabase<BareSchema>;

/** A store that holds these rows and nothing else. */
export async function openNew(rows: readonly Row[] = []): Promise<void> {
  db?.close();
  await deleteAll();
  db = await openDB<BareSchema>(`bare-${crypto.randomUUID()}`, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('entries', { keyPath: 'id' });
      fresh.createObjectStore('outbox', { keyPath: 'n' });
      fresh.createObjectStore('rows', { keyPath: 'id' });
    }
  });
  await keep(rows);
}

/** Per entry one durable transaction that puts it and its outbox record; milliseconds for all. */
export async function saves(entries: readonly Entry[]): Promise<number> {
  const start = performance.now();
  for (const entry of entries) {
    const tx = db.transaction(['entries', 'outbox'], 'readwrite', { durability: 'strict' });
    void tx.objectStore('entries').put(entry);
    void tx.objectStore('outbox').put({ n: entry.n, id: entry.id });
    await tx.done;
  }
  return performance.now() - start;
}

/** All entries as one gzipped POST, answered with their ids. */
export async function posts(entries: readonly Entry[]): Promise<number> {
  const start = performance.now();
  const json = new Blob([JSON.stringify({ entries })]);
  const packed = new Response(json.stream().pipeThrough(new CompressionStream('gzip')));
  const answer = await fetch('/entries', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body: await packed.arrayBuffer()
  });
  const { ids } = await answer.json();
  if (ids.length !== entries.length) throw new Error('The bare server lost something.');
  return performance.now() - start;
}

/** All rows after a number as one gzipped GET, put into the store in one transaction. */
export async function loads(since: number): Promise<number> {
  const start = performance.now();
  const answer = await fetch(`/rows?since=${since}`, { cache: 'no-store' });
  const rows: Row[] = await answer.json();
  await keep(rows);
  return performance.now() - start;
}

async function keep(rows: readonly Row[]): Promise<void> {
  const tx = db.transaction('rows', 'readwrite', { durability: 'strict' });
  rows.forEach((row) => void tx.store.put(row));
  await tx.done;
}
