import type { Database } from '../database/open';
import type { Schema } from '../database/schema';

/** What the office did, once, and never changed (nhật ký). */
export type Audited = Readonly<Schema['audit']>;

/** The number of the last act; standings and closed periods are old when it has moved. */
export async function readLastAct(db: Database): Promise<number> {
  const found = await db
    .selectFrom('audit')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirst();
  return Number(found?.last ?? 0);
}

export const insertAct = (db: Database, act: Audited) => db.insertInto('audit').values(act).execute();

/** The newest first, with the names of who did it. */
export const readActs = (db: Database, about: string | null, most: number) =>
  db
    .selectFrom('audit')
    .leftJoin('accounts', 'accounts.id', 'audit.account')
    .$if(about !== null, (query) => query.where('audit.about', '=', about!))
    .select(['audit.number', 'audit.at', 'audit.act', 'audit.about', 'audit.detail', 'accounts.name'])
    .orderBy('audit.number', 'desc')
    .limit(most)
    .execute();

/** What was done last of its kind to each that it was about. */
export async function readLastOf(
  db: Database,
  act: string
): Promise<Map<string, { at: number; by: string }>> {
  const found = await db
    .selectFrom('audit')
    .leftJoin('accounts', 'accounts.id', 'audit.account')
    .where('audit.act', '=', act)
    .select(['audit.about', 'audit.at', 'accounts.name'])
    .orderBy('audit.number')
    .execute();
  return new Map(found.map(({ about, at, name }) => [about, { at: Number(at), by: name ?? '' }]));
}

/** A page of the book, the newest first; by one account, within a span of milliseconds, older than a number. */
export const readPageOfActs = (
  db: Database,
  {
    account,
    span,
    before,
    most
  }: {
    account: string | null;
    span: readonly [from: number, to: number] | null;
    before: number | null;
    most: number;
  }
) =>
  db
    .selectFrom('audit')
    .leftJoin('accounts', 'accounts.id', 'audit.account')
    .select(['audit.number', 'audit.at', 'audit.act', 'audit.about', 'audit.detail', 'accounts.name'])
    .$if(account !== null, (query) => query.where('audit.account', '=', account!))
    .$if(span !== null, (query) => query.where('audit.at', '>=', span![0]).where('audit.at', '<', span![1]))
    .$if(before !== null, (query) => query.where('audit.number', '<', before!))
    .orderBy('audit.number', 'desc')
    .limit(most)
    .execute();

/** Everybody who is in the book, by name. */
export const readNamesOfActors = (db: Database) =>
  db
    .selectFrom('audit')
    .leftJoin('accounts', 'accounts.id', 'audit.account')
    .select(['audit.account', 'accounts.name'])
    .distinct()
    .orderBy('accounts.name')
    .execute();
