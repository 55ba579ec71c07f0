import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import { migrate } from './migrate';
import { postgresDialect } from './postgres';
import type { Schema } from './schema';
import { sqliteDialect } from './sqlite';
import { createWrite, type Write } from './transaction';

export type DatabaseKind = 'sqlite' | 'postgres';

/** What a query is asked of: the database, or a transaction of it. */
export type Database = Kysely<Schema>;

/** An open ward: reads go to `db`, whatever changes numbers goes through `write`. */
export type OpenDatabase = Readonly<{
  kind: DatabaseKind;
  db: Database;
  write: Write;
  close: () => Promise<void>;
}>;

/** Opens `postgres://…`, or a path of SQLite (`:memory:` in tests), and brings its tables up to date. */
export async function openDatabase(url: string): Promise<OpenDatabase> {
  const kind: DatabaseKind = /^postgres(ql)?:/.test(url) ? 'postgres' : 'sqlite';
  const db = new Kysely<Schema>({
    dialect: kind === 'postgres' ? postgresDialect(url) : sqliteDialect(folderMade(url))
  });
  await migrate(db, kind);
  return { kind, db, write: createWrite(db, kind), close: () => db.destroy() };
}

function folderMade(path: string): string {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  return path;
}
