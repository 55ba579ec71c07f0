import { isAmong } from '../database/bulk';
import type { Database } from '../database/open';

/** The entries that were decided under some numbers, with who made them; what came in as a list at the beginning took nobody out. */
export const readDecidedEntries = (db: Database, seqs: Iterable<number>) =>
  db
    .selectFrom('chain')
    .innerJoin('entries', 'entries.number', 'chain.entry')
    .leftJoin('accounts', 'accounts.id', 'entries.author')
    .select(['chain.seq', 'entries.schema', 'entries.body', 'entries.captured_at as at', 'accounts.name'])
    .where('entries.kind', '<>', 'import')
    .where(isAmong(db, 'chain.seq', seqs))
    .execute();
