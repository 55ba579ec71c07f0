import type { Database } from '../database/open';
import type { Schema } from '../database/schema';

/** A session as stored: the sum of its token, never the token. */
export type StoredSession = Readonly<Schema['sessions']>;

export async function insertSession(db: Database, session: StoredSession): Promise<void> {
  await db.insertInto('sessions').values(session).execute();
}

/** A session that still runs, of an account that is not disabled. */
export const readSession = (db: Database, token: string, now: number): Promise<StoredSession | undefined> =>
  db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account')
    .selectAll('sessions')
    .where('sessions.token', '=', token)
    .where('sessions.expires', '>', now)
    .where('accounts.disabled_at', 'is', null)
    .executeTakeFirst();

export async function renewSession(
  db: Database,
  token: string,
  seen: number,
  expires: number
): Promise<void> {
  await db.updateTable('sessions').set({ seen, expires }).where('token', '=', token).execute();
}

export async function deleteSession(db: Database, token: string): Promise<void> {
  await db.deleteFrom('sessions').where('token', '=', token).execute();
}
