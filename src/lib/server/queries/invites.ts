import type { Database } from '../database/open';

export async function insertInvite(
  db: Database,
  token: string,
  account: string,
  created: number,
  expires: number
): Promise<void> {
  await db.insertInto('invites').values({ token, account, created, expires, used_at: null }).execute();
}

/** Asked before a PIN is hashed, which costs; the link itself is used later. */
export const isInviteOpen = async (db: Database, token: string, now: number): Promise<boolean> => {
  const found = await db
    .selectFrom('invites')
    .select('token')
    .where('token', '=', token)
    .where('used_at', 'is', null)
    .where('expires', '>', now)
    .executeTakeFirst();
  return found !== undefined;
};

/** Uses a link once and only once, and says whose it was. */
export async function useInvite(db: Database, token: string, now: number): Promise<string | undefined> {
  const used = await db
    .updateTable('invites')
    .set({ used_at: now })
    .where('token', '=', token)
    .where('used_at', 'is', null)
    .where('expires', '>', now)
    .returning('account')
    .executeTakeFirst();
  return used?.account;
}
