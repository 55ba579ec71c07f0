import type { DBSchema } from 'idb';
import type { Actor } from '$lib/domain/actor';
import { openStore } from './database';

interface IdentitySchema extends DBSchema {
  identity: { key: string; value: Actor };
}

const openIdentity = () =>
  openStore<IdentitySchema>('thi-dua', 1, (db) => void db.createObjectStore('identity'));

/** Who is signed in on this phone; nobody's work hangs on it (OB3). */
export async function rememberIdentity(actor: Actor): Promise<void> {
  const store = openIdentity();
  await store.run((db) => db.put('identity', actor, 'current'));
  await store.close();
}

export async function currentIdentity(): Promise<Actor | undefined> {
  const store = openIdentity();
  const actor = await store.run((db) => db.get('identity', 'current'));
  await store.close();
  return actor;
}
