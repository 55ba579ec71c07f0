import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { Kysely } from 'kysely';
import pg from 'pg';
import { type Candidate, type Copies, CopyRefusal, type Opened } from './copy';
import { postgresDialect } from './postgres';
import type { Schema } from './schema';

const run = promisify(execFile);

/** By PostgreSQL's own tools. A copy is opened by restoring it into a database of its own beside the present one. */
export const postgresCopies = (url: string): Copies => ({
  ending: 'dump',
  scratch: tmpdir(),
  copyTo: (file) => tool('pg_dump', url, ['--format=custom', '--no-owner', `--file=${file}`]),
  inspect: async (file) => {
    const { db, discard } = await beside(url, file);
    return { db, close: discard };
  },
  admit: (file) => beside(url, file),
  present: () => opened(url),
  refuseWhileInUse: () => refuseWhileInUse(url)
});

async function beside(url: string, file: string): Promise<Candidate> {
  const scratch = `ward_copy_${randomBytes(6).toString('hex')}`;
  await ask(maintenance(url), `create database ${scratch}`);
  const at = named(url, scratch);
  const drop = () => ask(maintenance(url), `drop database if exists ${scratch}`);
  try {
    await tool('pg_restore', at, ['--no-owner', '--exit-on-error', '--single-transaction', file]);
  } catch (fault) {
    await drop();
    throw fault;
  }
  const { db, close } = opened(at);
  return {
    db,
    discard: async () => {
      await close();
      await drop();
    },
    takePlace: async (mark) => {
      await close();
      const name = databaseOf(url);
      const aside = `${name}_${mark.replaceAll(/[^a-z0-9]+/gi, '_')}`;
      await refuseWhileInUse(url);
      await ask(
        maintenance(url),
        `alter database ${quoted(name)} rename to ${quoted(aside)}`,
        `alter database ${scratch} rename to ${quoted(name)}`
      );
      return aside;
    }
  };
}

function opened(url: string): Opened {
  const db = new Kysely<Schema>({ dialect: postgresDialect(url) });
  return { db, close: () => db.destroy() };
}

async function refuseWhileInUse(url: string): Promise<void> {
  const [others] = await ask<{ count: string }>(
    maintenance(url),
    `select count(*) from pg_stat_activity where datname = '${databaseOf(url).replaceAll("'", "''")}'`
  );
  if (Number(others?.count) > 0) throw new CopyRefusal('in-use');
}

/** The password goes by the environment: arguments can be read by everybody on the machine. */
async function tool(name: 'pg_dump' | 'pg_restore', url: string, args: string[]): Promise<void> {
  const address = new URL(url);
  const PGPASSWORD = decodeURIComponent(address.password);
  address.password = '';
  try {
    await run(name, [`--dbname=${address.href}`, ...args], { env: { ...process.env, PGPASSWORD } });
  } catch (fault) {
    const { code, stderr = '' } = fault as { code?: unknown; stderr?: string };
    if (code === 'ENOENT' || /server version mismatch/.test(stderr)) {
      throw new CopyRefusal('no-tool', { cause: fault });
    }
    if (name === 'pg_dump') throw fault;
    const isForeign = /does not appear to be a valid archive/.test(stderr);
    throw new CopyRefusal(isForeign ? 'foreign' : 'damaged', { cause: fault });
  }
}

async function ask<Row>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } catch (fault) {
    const { code } = fault as { code?: string };
    if (code === '42501') throw new CopyRefusal('no-right', { cause: fault });
    if (code === '55006') throw new CopyRefusal('in-use', { cause: fault });
    throw fault;
  } finally {
    await client.end();
  }
}

const named = (url: string, name: string): string =>
  Object.assign(new URL(url), { pathname: `/${name}` }).href;
const maintenance = (url: string): string => named(url, 'postgres');
const databaseOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
