import { PostgresDialect } from 'kysely';
import pg from 'pg';

const INT8 = 20;
const NUMERIC = 1700;

export function postgresDialect(url: string): PostgresDialect {
  const types = new pg.TypeOverrides(pg.types);
  types.setTypeParser(INT8, (text: string) => {
    const number = Number(text);
    if (!Number.isSafeInteger(number)) throw new RangeError(text);
    return number;
  });
  types.setTypeParser(NUMERIC, Number);
  const pool = new pg.Pool({ connectionString: url, max: 8, types, connectionTimeoutMillis: 5_000 });
  // An idle connection that the server ends is not a fault of ours; without this it ends the process.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}
