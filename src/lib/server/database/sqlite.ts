import Sqlite from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';

/** Statements kept ready; lists of varying length would otherwise fill the memory. */
const MOST_PREPARED = 500;
/** So long, in milliseconds, a single statement may wait for somebody else's lock: meanwhile nobody else is answered. */
const PATIENCE = 1_000;

export function sqliteDialect(path: string): SqliteDialect {
  const sqlite = new Sqlite(path);
  // On every open: better-sqlite3 is compiled so that a reopened WAL file is silently at NORMAL.
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    `busy_timeout = ${PATIENCE}`
  ]) {
    sqlite.pragma(pragma);
  }
  sqlite.pragma('cache_size = -65536');
  // 32 MB: a batch of 1,000 entries should not have to carry the log into the file itself.
  sqlite.pragma('wal_autocheckpoint = 8000');
  return new WardSqliteDialect(sqlite);
}

class WardSqliteDialect extends SqliteDialect {
  readonly #sqlite: Sqlite.Database;

  constructor(sqlite: Sqlite.Database) {
    super({ database: withPrepared(sqlite) });
    this.#sqlite = sqlite;
  }

  /** Otherwise a migration that fails half-way leaves half its tables. */
  override createAdapter() {
    return new TransactionalAdapter();
  }

  override createDriver() {
    return new WardSqliteDriver(this.#sqlite);
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

class WardSqliteDriver extends SqliteDriver {
  readonly #sqlite: Sqlite.Database;

  constructor(sqlite: Sqlite.Database) {
    super({ database: withPrepared(sqlite) });
    this.#sqlite = sqlite;
  }

  /**
   * Immediate: a transaction that reads first and writes later could be refused in the middle. It does not wait here, on the
   * one thread, for a lock: whoever asked begins again (transaction.ts).
   */
  override async beginTransaction(connection: DatabaseConnection) {
    this.#sqlite.pragma('busy_timeout = 0');
    try {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    } finally {
      this.#sqlite.pragma(`busy_timeout = ${PATIENCE}`);
    }
  }

  /** A full disk ends the transaction by itself; rolling back again would hide that fault behind another. */
  override async rollbackTransaction(connection: DatabaseConnection) {
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** The same texts come at every exchange: each is prepared once. */
function withPrepared(sqlite: Sqlite.Database) {
  const prepared = new Map<string, Sqlite.Statement>();
  return {
    close: () => void sqlite.close(),
    prepare(text: string) {
      let statement = prepared.get(text);
      if (statement) return statement as never;
      statement = sqlite.prepare(text);
      if (prepared.size >= MOST_PREPARED) prepared.clear();
      prepared.set(text, statement);
      return statement as never;
    }
  };
}
