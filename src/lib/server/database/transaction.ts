import { sql } from 'kysely';
import { BusyError, isLocked, isPassing } from './faults';
import type { Database, DatabaseKind } from './open';

/** One write transaction: the only writer while it runs, gone whole if it fails. */
export type Write = <T>(work: (trx: Database) => Promise<T>) => Promise<T>;

/** Any number that stands for "the history of this ward" among PostgreSQL's advisory locks. */
const WARD_LOCK = 20_250_701;

/** How often a transaction that finds the database locked begins again, and after how many milliseconds: a second in all. */
const ATTEMPTS = 40;
const BETWEEN = 25;

/** Inside `work` only `trx` may be used: SQLite has one connection, and asking `db` would wait for itself for ever. */
export function createWrite(db: Database, kind: DatabaseKind, wait = pause): Write {
  return async (work) => {
    for (let attempt = 1; ; attempt += 1) {
      let hasBegun = false;
      try {
        return await db.transaction().execute(async (trx) => {
          hasBegun = true;
          // Numbers must be committed in order (SV2); SQLite has one writer anyway.
          if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${WARD_LOCK})`.execute(trx);
          return work(trx);
        });
      } catch (fault) {
        if (!isPassing(fault)) throw fault;
        if (hasBegun || !isLocked(fault) || attempt === ATTEMPTS) throw new BusyError(fault);
      }
      // Between two attempts others may read.
      await wait(BETWEEN);
    }
  };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Part of a transaction that may fail alone (SV1). */
export async function inSavepoint<T>(trx: Database, work: () => Promise<T>): Promise<T> {
  await sql`savepoint one_entry`.execute(trx);
  try {
    const result = await work();
    await sql`release savepoint one_entry`.execute(trx);
    return result;
  } catch (fault) {
    if (isPassing(fault)) throw fault;
    await sql`rollback to savepoint one_entry`.execute(trx);
    await sql`release savepoint one_entry`.execute(trx);
    throw fault;
  }
}
