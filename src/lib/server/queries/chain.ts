import { bulkInsert, isAmong } from '../database/bulk';
import type { Database } from '../database/open';
import type { EntryTable, Schema } from '../database/schema';

export type ChainLine = Readonly<Schema['chain']>;

export const insertChain = bulkInsert({ table: 'chain', columns: ['seq', 'entry', 'verdict', 'chain'] });

export async function readChainAt(db: Database, seq: number): Promise<string | undefined> {
  const line = await db.selectFrom('chain').select('chain').where('seq', '=', seq).executeTakeFirst();
  return line?.chain;
}

/** Who made the entry that was decided under a number, and when. */
export type Origin = Readonly<{ seq: number; author: string; name: string | null; at: number }> &
  Pick<EntryTable, 'wall' | 'contact_device' | 'contact_server' | 'received_at'>;

export const readOrigins = (db: Database, seqs: Iterable<number>): Promise<Origin[]> =>
  db
    .selectFrom('chain')
    .innerJoin('entries', 'entries.number', 'chain.entry')
    .leftJoin('accounts', 'accounts.id', 'entries.author')
    .select(['chain.seq', 'entries.author', 'entries.captured_at as at', 'accounts.name'])
    .select(['wall', 'contact_device', 'contact_server', 'received_at'])
    .where(isAmong(db, 'chain.seq', seqs))
    .execute();

/** Bodies that officers wrote at their desk, by the number under which they were decided. */
export const readOfficersBodies = (db: Database, seqs: Iterable<number>) =>
  db
    .selectFrom('chain')
    .innerJoin('entries', 'entries.number', 'chain.entry')
    .innerJoin('accounts', 'accounts.id', 'entries.author')
    .select(['chain.seq', 'entries.schema', 'entries.body'])
    .where('accounts.role', '=', 'officer')
    .where('entries.kind', '<>', 'import')
    .where(isAmong(db, 'chain.seq', seqs))
    .execute();

/** The whole history in order, to be verified. */
export const readHistory = (db: Database) =>
  db
    .selectFrom('chain')
    .innerJoin('entries', 'entries.number', 'chain.entry')
    .select(['chain.seq', 'entries.id', 'entries.sha', 'chain.verdict', 'chain.chain'])
    .orderBy('chain.seq')
    .execute();
