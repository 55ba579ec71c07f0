import type { DBSchema } from 'idb';
import type { Actor } from '$lib/domain/actor';
import { openStore } from './database';

interface IdentitySchema extends DBSchema {
  identity: { key: string; value: Actor };
}

const openIdentity = () =>
  openStore<IdentitySchema>('thi-dua', 1, (db) => void db.createObjectStore('identity'));

/** Who is signed in on this phone. Signing out forgets this alone, never anybody's work (OB3). */
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

export async function forgetIdentity(): Promise<void> {
  const store = openIdentity();
  await store.run((db) => db.delete('identity', 'current'));
  await store.close();
}
