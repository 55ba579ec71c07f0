import type { Database } from '../database/open';
import type { StoredEntry } from './entries';

/** Numbers of all entries that lists made and no person: those of the first import, and those of these devices. */
export async function readNumbersOfLists(db: Database): Promise<Set<number>> {
  const found = await db
    .selectFrom('entries')
    .select('decided')
    .where((eb) =>
      eb.or([eb('kind', '=', 'import'), eb('device', 'in', eb.selectFrom('lists').select('lists.id'))])
    )
    .execute();
  return new Set(found.map(({ decided }) => Number(decided)));
}

/** What a list wrote, the newest first; taking back is no part of it. */
export const readEntriesOfList = (
  db: Database,
  list: string,
  below: number,
  most: number
): Promise<StoredEntry[]> =>
  db
    .selectFrom('entries')
    .selectAll()
    .where('device', '=', list)
    .where('kind', '<>', 'cancel')
    .where('status', 'in', ['applied', 'review'])
    .where('number', '<', below)
    .orderBy('number', 'desc')
    .limit(most)
    .execute();

/** The numbers of all that a list wrote, its taking back included. */
export const readNumbersOfList = async (db: Database, list: string): Promise<Set<number>> => {
  const found = await db.selectFrom('entries').select('decided').where('device', '=', list).execute();
  return new Set(found.map(({ decided }) => Number(decided)));
};

/** How many entries a list made, and what became of them. */
export async function countEntriesOfList(db: Database, list: string) {
  const found = await db
    .selectFrom('entries')
    .where('device', '=', list)
    .where('kind', '<>', 'cancel')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute();
  const of = (status: string) => Number(found.find((line) => line.status === status)?.count ?? 0);
  const entries = found.reduce((sum, { count }) => sum + Number(count), 0);
  return { entries, review: of('review'), apart: of('quarantined') + of('waiting') };
}
