import type { Database } from '../database/open';
import type { Schema } from '../database/schema';

export type StoredReader = Readonly<Schema['readers']>;

export const insertReader = (db: Database, reader: StoredReader) =>
  db.insertInto('readers').values(reader).execute();

export const readReaders = (db: Database): Promise<StoredReader[]> =>
  db.selectFrom('readers').selectAll().orderBy('at', 'desc').execute();

/** Who bears a token that was not taken away. */
export const readReaderOf = (db: Database, token: string): Promise<StoredReader | undefined> =>
  db
    .selectFrom('readers')
    .selectAll()
    .where('token', '=', token)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();

export async function noteReaderUsed(db: Database, id: string, at: number): Promise<void> {
  await db.updateTable('readers').set({ used_at: at }).where('id', '=', id).execute();
}

/** Taken away once; false where it was already. */
export async function revokeStoredReader(db: Database, id: string, at: number): Promise<boolean> {
  const revoked = await db
    .updateTable('readers')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(revoked.numUpdatedRows) > 0;
}
