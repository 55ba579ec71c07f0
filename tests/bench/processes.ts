import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { bundleBareServer } from './bundle';
import { FOLDER } from './folder';

/** A server in a process of its own. */
export type Running = Readonly<{
  url: string;
  /** Forgets the highest memory so far. */
  resetPeak: () => Promise<void>;
  /** The highest memory since then, bytes. */
  peak: () => Promise<number>;
  stop: () => Promise<void>;
}>;

/** The built app on a database file. `NODE_FLAGS` may ask for a profile. */
export function startOurs(database: string): Promise<Running> {
  const flags = (process.env.NODE_FLAGS ?? '').split(' ').filter(Boolean);
  return start([...flags, 'build'], database, '/api/health');
}

/** The least that a server could do, on a new database file. */
export async function startBare(): Promise<Running> {
  const database = join(FOLDER, 'bare.db');
  for (const suffix of ['', '-wal', '-shm']) await rm(database + suffix, { force: true });
  return start([await bundleBareServer()], database, '/');
}

async function start(command: string[], database: string, health: string): Promise<Running> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = spawn('node', command, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: 'localhost',
      ORIGIN: url,
      BODY_SIZE_LIMIT: '12M',
      DATABASE_URL: database
    }
  });
  const kill = () => void server.kill('SIGKILL');
  process.once('exit', kill);
  await answering(url + health, server);
  const { pid } = server;
  return {
    url,
    resetPeak: () => writeFile(`/proc/${pid}/clear_refs`, '5'),
    async peak() {
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) * 1024;
    },
    async stop() {
      process.off('exit', kill);
      if (server.exitCode !== null) return;
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  };
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.`);
    if ((await fetch(url).catch(() => undefined))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The server did not answer within 30 seconds.');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
