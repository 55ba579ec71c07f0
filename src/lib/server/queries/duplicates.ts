import type { Database } from '../database/open';

export async function readNotDuplicates(db: Database): Promise<Set<string>> {
  const found = await db.selectFrom('not_duplicates').select(['one', 'other']).execute();
  return new Set(found.map(({ one, other }) => `${one} ${other}`));
}

/** Once said is said: twice changes nothing. */
export async function saveNotDuplicates(
  db: Database,
  pair: Readonly<{ one: string; other: string; account: string; at: number }>
): Promise<void> {
  await db
    .insertInto('not_duplicates')
    .values(pair)
    .onConflict((conflict) => conflict.columns(['one', 'other']).doNothing())
    .execute();
}

/** The newest first, with who said so. */
export const readKeptApart = (db: Database, most: number) =>
  db
    .selectFrom('not_duplicates')
    .leftJoin('accounts', 'accounts.id', 'not_duplicates.account')
    .select(['one', 'other', 'at', 'accounts.name as by'])
    .orderBy('at', 'desc')
    .limit(most)
    .execute();

export const deleteNotDuplicates = (db: Database, one: string, other: string) =>
  db.deleteFrom('not_duplicates').where('one', '=', one).where('other', '=', other).execute();
