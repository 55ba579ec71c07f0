import type { Role } from '$lib/domain/actor';
import type { Day } from '$lib/domain/calendar';
import type { AccountId, GroupId } from '$lib/domain/ids';
import type { Database } from '../database/open';
import type { AccountTable } from '../database/schema';

/** An account as stored, with its lock. */
export type StoredAccount = Readonly<AccountTable>;

/** For which group, and from which day to which, somebody may act (phân công). */
export type Assignment = Readonly<{ group: GroupId; from: Day; to: Day | null }>;

/** Somebody whose entries are judged. */
export type Author = Readonly<{
  account: AccountId;
  name: string;
  role: Role;
  assignments: readonly Assignment[];
}>;

export const readAccountByLogin = (db: Database, login: string): Promise<StoredAccount | undefined> =>
  db.selectFrom('accounts').selectAll().where('login', '=', login).executeTakeFirst();

export const readAccount = (db: Database, id: string): Promise<StoredAccount | undefined> =>
  db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();

/** Names by account, of all there ever were. */
export const readNames = async (db: Database): Promise<Map<string, string>> =>
  new Map(
    (await db.selectFrom('accounts').select(['id', 'name']).execute()).map(({ id, name }) => [id, name])
  );

export async function readAuthor(db: Database, account: string): Promise<Author | undefined> {
  const found = await db
    .selectFrom('accounts')
    .select(['id', 'name', 'role'])
    .where('id', '=', account)
    .executeTakeFirst();
  if (!found) return;
  const assignments = await db.selectFrom('assignments').selectAll().where('account', '=', account).execute();
  return {
    account: found.id as AccountId,
    name: found.name,
    role: found.role as Role,
    assignments: assignments.map((row) => ({
      group: row.group_id as GroupId,
      from: row.from_day,
      to: row.to_day
    }))
  };
}

export async function insertAccount(
  db: Database,
  account: Pick<StoredAccount, 'id' | 'login' | 'name' | 'role' | 'pin_hash'> & { disabled_at?: number },
  assignments: readonly Assignment[]
): Promise<void> {
  await db
    .insertInto('accounts')
    .values({ disabled_at: null, ...account, fails: 0, locked_until: null })
    .execute();
  if (assignments.length === 0) return;
  await db
    .insertInto('assignments')
    .values(
      assignments.map(({ group, from, to }) => ({
        account: account.id,
        group_id: group,
        from_day: from,
        to_day: to
      }))
    )
    .execute();
}

export async function savePin(db: Database, account: string, pinHash: string): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ pin_hash: pinHash, fails: 0, locked_until: null })
    .where('id', '=', account)
    .execute();
}

export async function saveFails(
  db: Database,
  account: string,
  fails: number,
  lockedUntil: number | null
): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ fails, locked_until: lockedUntil })
    .where('id', '=', account)
    .execute();
}

export async function endAssignments(db: Database, account: string, lastDay: Day): Promise<void> {
  await db.updateTable('assignments').set({ to_day: lastDay }).where('account', '=', account).execute();
}
