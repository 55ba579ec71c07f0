import { sql, type SqlBool } from 'kysely';
import { bulkInsert, isAmong } from '../database/bulk';
import type { Database } from '../database/open';
import type { EntryTable } from '../database/schema';

/** An entry as stored, with what was decided about it. */
export type StoredEntry = Readonly<EntryTable>;

/** What must be remembered of an entry to answer for it and to judge those that follow. */
export type KnownEntry = Pick<
  StoredEntry,
  'id' | 'sha' | 'number' | 'decided' | 'status' | 'reason' | 'field' | 'received_at' | 'disputed'
>;

/** In exactly the words of the index on it: in any others the whole history would be read. */
export const isHeld = sql<SqlBool>`status in ('waiting', 'quarantined')`;

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
  'decided'
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
  'disputed'
] as const;

export const insertEntries = bulkInsert({ table: 'entries', columns: COLUMNS });

export const readKnown = (db: Database, ids: Iterable<string>): Promise<KnownEntry[]> =>
  db
    .selectFrom('entries')
    .select(KNOWN)
    .where(isAmong(db, 'id', ids))
    .execute();

export const readEntries = (db: Database, numbers: Iterable<number>): Promise<StoredEntry[]> =>
  db
    .selectFrom('entries')
    .selectAll()
    .where(isAmong(db, 'number', numbers))
    .execute();

export async function updateDecision(
  db: Database,
  entry: KnownEntry & { fault: string | null }
): Promise<void> {
  const { number, status, reason, field, fault, disputed, decided } = entry;
  await db
    .updateTable('entries')
    .set({ status, reason, field, fault, disputed, decided })
    .where('number', '=', number)
    .execute();
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
