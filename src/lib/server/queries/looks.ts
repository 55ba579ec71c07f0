import type { Database } from '../database/open';
import type { LookTable } from '../database/schema';

/** What somebody saw of the overview now and the time before. */
export type StoredLook = Readonly<LookTable>;

export const readLook = (db: Database, account: string): Promise<StoredLook | undefined> =>
  db.selectFrom('looks').selectAll().where('account', '=', account).executeTakeFirst();

export async function saveLook(db: Database, look: StoredLook): Promise<void> {
  await db
    .insertInto('looks')
    .values(look)
    .onConflict((conflict) => conflict.column('account').doUpdateSet(look))
    .execute();
}
