import type { Role } from '$lib/domain/actor';
import type { Day } from '$lib/domain/calendar';
import type { AccountId, GroupId } from '$lib/domain/ids';
import type { Database } from '../database/open';
import type { Assignment } from './accounts';

/** An account as the desk lists it; never its PIN, not even as a sum. */
export type ListedAccount = Readonly<{
  id: AccountId;
  login: string;
  name: string;
  role: Role;
  /** A PIN was chosen: somebody has come in by a link. */
  hasPin: boolean;
  disabledAt: number | null;
  lockedUntil: number | null;
  assignments: readonly Assignment[];
  /** Until when a link that nobody has used can be used. */
  linkUntil: number | null;
  lastContact: number | null;
  devices: number;
}>;

/** All accounts of people by login; what an import wrote under is nobody's. */
export async function readAccounts(db: Database, now: number): Promise<ListedAccount[]> {
  const [accounts, assignments, links, devices] = await Promise.all([
    db.selectFrom('accounts').selectAll().where('login', '<>', 'import').orderBy('login').execute(),
    db.selectFrom('assignments').selectAll().orderBy('from_day').execute(),
    db
      .selectFrom('invites')
      .where('used_at', 'is', null)
      .where('expires', '>', now)
      .groupBy('account')
      .select((eb) => ['account', eb.fn.max('expires').as('until')])
      .execute(),
    db
      .selectFrom('devices')
      .groupBy('account')
      .select((eb) => ['account', eb.fn.max('last_contact').as('last'), eb.fn.countAll<number>().as('count')])
      .execute()
  ]);
  return accounts.map(({ id, login, name, role, pin_hash, disabled_at, locked_until }) => {
    const called = devices.find(({ account }) => account === id);
    return {
      ...{ id: id as AccountId, login, name, role: role as Role, hasPin: pin_hash !== null },
      ...{ disabledAt: disabled_at, lockedUntil: locked_until },
      assignments: assignments
        .filter(({ account }) => account === id)
        .map(({ group_id, from_day, to_day }) => ({
          group: group_id as GroupId,
          from: from_day,
          to: to_day
        })),
      linkUntil: links.find(({ account }) => account === id)?.until ?? null,
      ...{ lastContact: called?.last ?? null, devices: Number(called?.count ?? 0) }
    };
  });
}

export const saveName = (db: Database, account: string, name: string) =>
  db.updateTable('accounts').set({ name }).where('id', '=', account).execute();

/** Whoever is disabled is signed out everywhere; what their phones still hold can be delivered all the same (SV6). */
export async function saveDisabled(db: Database, account: string, at: number | null): Promise<void> {
  await db.updateTable('accounts').set({ disabled_at: at }).where('id', '=', account).execute();
  if (at === null) return;
  await db.deleteFrom('sessions').where('account', '=', account).execute();
  await endInvites(db, account, at);
}

/** A newer link makes the older ones worthless. */
export const endInvites = (db: Database, account: string, now: number) =>
  db
    .updateTable('invites')
    .set({ expires: now })
    .where('account', '=', account)
    .where('used_at', 'is', null)
    .where('expires', '>', now)
    .execute();

/** The same group from the same day is the same assignment, with another end. */
export const saveAssignment = (db: Database, account: string, { group, from, to }: Assignment) =>
  db
    .insertInto('assignments')
    .values({ account, group_id: group, from_day: from, to_day: to })
    .onConflict((conflict) =>
      conflict.columns(['account', 'group_id', 'from_day']).doUpdateSet({ to_day: to })
    )
    .execute();

/** Ends what runs beyond a day; what had not begun by then ends before it begins. */
export const endAssignment = (db: Database, account: string, group: string, lastDay: Day) =>
  db
    .updateTable('assignments')
    .set({ to_day: lastDay })
    .where('account', '=', account)
    .where('group_id', '=', group)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', lastDay)]))
    .execute();
