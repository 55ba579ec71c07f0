import type { GroupId } from '$lib/domain/ids';
import type { Database } from '../database/open';
import type { WardTable } from '../database/schema';

/** Where the ward's history stands. */
export type Ward = Readonly<WardTable>;

export const readWard = (db: Database): Promise<Ward | undefined> =>
  db.selectFrom('ward').selectAll().executeTakeFirst();

export async function insertWard(db: Database, ward: Ward, at: number): Promise<void> {
  await db.insertInto('ward').values(ward).execute();
  await insertEpoch(db, ward, at, 'opened');
}

export async function saveWard(db: Database, { id, epoch, head, chain }: Ward): Promise<void> {
  await db.updateTable('ward').set({ epoch, head, chain }).where('id', '=', id).execute();
}

export async function markSafe(db: Database, safe: number): Promise<void> {
  await db.updateTable('ward').set({ safe }).execute();
}

/** A new history of the server begins after the present number (EP1). */
export async function insertEpoch(db: Database, ward: Ward, at: number, reason: string): Promise<void> {
  await db.insertInto('epochs').values({ epoch: ward.epoch, began_at: ward.head, at, reason }).execute();
}

export const isKnownEpoch = async (db: Database, epoch: string): Promise<boolean> =>
  (await db.selectFrom('epochs').select('epoch').where('epoch', '=', epoch).executeTakeFirst()) !== undefined;

/** How many histories began since a moment because a device had seen more than is here. */
export const countRewinds = async (db: Database, since: number): Promise<number> => {
  const counted = await db
    .selectFrom('epochs')
    .where('reason', '=', 'rewound')
    .where('at', '>', since)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(counted.count);
};

export const readGroupsByOrder = (db: Database): Promise<{ id: string; name: string }[]> =>
  db.selectFrom('groups').select(['id', 'name']).orderBy('position').execute();

export const readGroups = async (db: Database): Promise<GroupId[]> =>
  (await readGroupsByOrder(db)).map(({ id }) => id as GroupId);

export const readHead = async (db: Database): Promise<number> => (await readWard(db))?.head ?? 0;

/** Since when anybody may read the public page, in milliseconds; null while nobody may. */
export const readPublicSince = async (db: Database): Promise<number | null> =>
  (await db.selectFrom('ward').select('public_since').executeTakeFirst())?.public_since ?? null;

export async function savePublicSince(db: Database, since: number | null): Promise<void> {
  await db.updateTable('ward').set({ public_since: since }).execute();
}
