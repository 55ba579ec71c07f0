import { deleteDB } from 'idb';

/** Earlier runs must not weigh on later ones: all databases of an origin lie in one store on the disk. */
export async function deleteAll(): Promise<void> {
  for (const { name } of await indexedDB.databases()) await deleteDB(name!);
}
