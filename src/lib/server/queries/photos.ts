import type { Database } from '../database/open';
import type { Schema } from '../database/schema';

export type StoredPhoto = Readonly<Schema['photos']>;

/** The same bytes again change nothing. */
export const insertPhoto = (db: Database, photo: StoredPhoto) =>
  db
    .insertInto('photos')
    .values(photo)
    .onConflict((conflict) => conflict.column('sha').doNothing())
    .execute();

export const readPhoto = (db: Database, sha: string): Promise<StoredPhoto | undefined> =>
  db.selectFrom('photos').selectAll().where('sha', '=', sha).executeTakeFirst();

/** Which of some photos are here. */
export async function readPhotosHere(db: Database, sums: readonly string[]): Promise<ReadonlySet<string>> {
  if (sums.length === 0) return new Set();
  const found = await db.selectFrom('photos').select('sha').where('sha', 'in', sums).execute();
  return new Set(found.map(({ sha }) => sha));
}

/** Bytes that a group has sent in photos. */
export async function countPhotosOf(db: Database, group: string): Promise<number> {
  const found = await db
    .selectFrom('photos')
    .select((inner) => inner.fn.countAll().as('count'))
    .where('group_id', '=', group)
    .executeTakeFirst();
  return Number(found?.count ?? 0);
}
