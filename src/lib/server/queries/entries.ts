import { sql, type SqlBool } from 'kysely';
import { bulkInsert, isAmong } from '../database/bulk';
import type { Database } from '../database/open';
import type { EntryTable } from '../database/schema';

/** An entry as stored, with what was decided about it. */
export type StoredEntry = Readonly<EntryTable>;

/** What must be remembered of an entry to answer for it and to judge those that follow. */
export type KnownEntry = Pick<
  StoredEntry,
  | 'id'
  | 'sha'
  | 'number'
  | 'decided'
  | 'status'
  | 'reason'
  | 'field'
  | 'received_at'
  | 'disputed'
  | 'account'
  | 'device'
>;

/** In exactly the words of the index on it: in any others the whole history would be read. */
export const isHeld = sql<SqlBool>`status in ('waiting', 'quarantined')`;
/** Kept apart, and nobody has decided about it yet; what came damaged, until it comes whole. Same words again. */
const isApart = sql<SqlBool>`status in ('waiting', 'quarantined') and status = 'quarantined' and reason <> 'refused'
  and not (reason = 'damaged' and (copy > 0 or decided_by is not null))`;
export const isReview = sql<SqlBool>`status = 'review'`;

const COLUMNS = [
  'number',
  'id',
  'sha',
  'copy',
  'device',
  'n',
  'previous',
  'kind',
  'schema',
  'group_id',
  'author',
  'account',
  'received_at',
  'captured_at',
  'wall',
  'contact_device',
  'contact_server',
  'builds_on',
  'body',
  'status',
  'reason',
  'field',
  'fault',
  'disputed',
  'decided',
  'decided_by'
] as const;

const KNOWN = [
  'id',
  'sha',
  'number',
  'decided',
  'status',
  'reason',
  'field',
  'received_at',
  'disputed',
  'account',
  'device'
] as const;

export const insertEntries = bulkInsert({ table: 'entries', columns: COLUMNS });

export const readKnown = (db: Database, ids: Iterable<string>): Promise<KnownEntry[]> =>
  db
    .selectFrom('entries')
    .select(KNOWN)
    .where(isAmong(db, 'id', ids))
    .execute();

/** An entry of a device with the one before it. */
export type Link = Pick<StoredEntry, 'number' | 'id' | 'n' | 'previous' | 'kind'>;

/** What a device has given beyond a count, whatever became of it. */
export const readLinks = (db: Database, account: string, device: string, after: number): Promise<Link[]> =>
  db
    .selectFrom('entries')
    .select(['number', 'id', 'n', 'previous', 'kind'])
    .where('device', '=', device)
    .where('account', '=', account)
    .where('n', '>', after)
    .execute();

export const readEntries = (db: Database, numbers: Iterable<number>): Promise<StoredEntry[]> =>
  db
    .selectFrom('entries')
    .selectAll()
    .where(isAmong(db, 'number', numbers))
    .execute();

export async function updateDecision(
  db: Database,
  entry: KnownEntry & Pick<StoredEntry, 'fault' | 'decided_by'>
): Promise<void> {
  const { number, status, reason, field, fault, disputed, decided, decided_by } = entry;
  await db
    .updateTable('entries')
    .set({ status, reason, field, fault, disputed, decided, decided_by })
    .where('number', '=', number)
    .execute();
}

export async function updateCopy(db: Database, number: number, copy: number): Promise<void> {
  await db.updateTable('entries').set({ copy }).where('number', '=', number).execute();
}

/** Entries of one device and account that were decided after they were stored, and after a number. */
export const readDecidedLater = (
  db: Database,
  account: string,
  device: string,
  after: number
): Promise<KnownEntry[]> =>
  db
    .selectFrom('entries')
    .select(KNOWN)
    .where('device', '=', device)
    .where('account', '=', account)
    .where('decided', '>', after)
    .whereRef('decided', '<>', 'number')
    .orderBy('decided')
    .execute();

/** Which of some entries are kept apart and not decided about yet, in the order of their numbers. */
export async function readApart(db: Database, numbers: readonly number[]): Promise<number[]> {
  const found = await db
    .selectFrom('entries')
    .select('number')
    .where(isApart)
    .where(isAmong(db, 'number', numbers))
    .orderBy('number')
    .execute();
  return found.map(({ number }) => number);
}

/** The same of the holding box of one device (SV6). */
export async function readApartOf(db: Database, account: string, device: string): Promise<number[]> {
  const found = await db
    .selectFrom('entries')
    .select('number')
    .where(isApart)
    .where('reason', '=', 'held')
    .where('account', '=', account)
    .where('device', '=', device)
    .orderBy('number')
    .execute();
  return found.map(({ number }) => number);
}

/** What waits for another entry, or for a newer version of this server; the oldest first (SV5). */
export const readWaitingEntries = (db: Database, most: number) =>
  db
    .selectFrom('entries')
    .leftJoin('accounts', 'accounts.id', 'entries.account')
    .selectAll('entries')
    .select('accounts.name')
    .where(isHeld)
    .where('status', '=', 'waiting')
    .orderBy('received_at')
    .orderBy('number')
    .limit(most)
    .execute();

/** What an officer has to look at, the oldest first. */
export const readQuarantine = (db: Database, most: number) =>
  db
    .selectFrom('entries')
    .leftJoin('accounts', 'accounts.id', 'entries.account')
    .selectAll('entries')
    .select('accounts.name')
    .where(isApart)
    .orderBy('received_at')
    .orderBy('number')
    .limit(most)
    .execute();

export const countApart = async (
  db: Database
): Promise<{ count: number; oldest: number | null; held: number }> => {
  const lines = await db
    .selectFrom('entries')
    .select((eb) => ['reason', eb.fn.countAll<number>().as('count'), eb.fn.min('received_at').as('oldest')])
    .where(isApart)
    .groupBy('reason')
    .execute();
  const oldest = lines.flatMap((line) => (line.oldest === null ? [] : [Number(line.oldest)]));
  return {
    count: lines.reduce((sum, { count }) => sum + Number(count), 0),
    oldest: oldest.length > 0 ? Math.min(...oldest) : null,
    held: Number(lines.find(({ reason }) => reason === 'held')?.count ?? 0)
  };
};
