import type { Database } from '../database/open';
import type { Schema } from '../database/schema';

/** A key of the ward for second copies (OB6): base64 of SPKI and PKCS8. */
export type StoredSeal = Readonly<Schema['seals']>;

export async function readSeal(db: Database): Promise<{ id: string; publicKey: string } | undefined> {
  const found = await db
    .selectFrom('seals')
    .select(['id', 'public_key'])
    .orderBy('made_at', 'desc')
    .executeTakeFirst();
  return found && { id: found.id, publicKey: found.public_key };
}

export const readPrivateSeal = (db: Database, id: string): Promise<StoredSeal | undefined> =>
  db.selectFrom('seals').selectAll().where('id', '=', id).executeTakeFirst();

export async function insertSeal(db: Database, seal: StoredSeal): Promise<void> {
  await db.insertInto('seals').values(seal).execute();
}
