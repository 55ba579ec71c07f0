import { type Kysely, type Migration, Migrator } from 'kysely';
import { createWard } from './migrations/001-ward';
import { addProof } from './migrations/002-proof';
import { addRuleBook } from './migrations/003-rule-book';
import { addLists } from './migrations/004-lists';
import { addPapers } from './migrations/005-papers';
import { addDesk } from './migrations/006-desk';
import { addPhotos } from './migrations/007-photos';
import type { Database, DatabaseKind } from './open';

/** Brings the tables up to date, all or nothing. */
export async function migrate(db: Database, kind: DatabaseKind): Promise<void> {
  const migrations: Record<string, Migration> = {
    '001-ward': { up: (trx: Kysely<unknown>) => createWard(trx, kind) },
    '002-proof': { up: (trx: Kysely<unknown>) => addProof(trx, kind) },
    '003-rule-book': { up: (trx: Kysely<unknown>) => addRuleBook(trx, kind) },
    '004-lists': { up: (trx: Kysely<unknown>) => addLists(trx, kind) },
    '005-papers': { up: (trx: Kysely<unknown>) => addPapers(trx, kind) },
    '006-desk': { up: (trx: Kysely<unknown>) => addDesk(trx, kind) },
    '007-photos': { up: (trx: Kysely<unknown>) => addPhotos(trx, kind) }
  };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
