import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const SAMPLE = join(tmpdir(), 'thi-dua-browser-tests', 'sample.db');

/** The ward's machine: its address and its database stay when it is stopped and started again. */
export type App = Readonly<{
  url: string;
  database: string;
  /** `build`: the folder of another version. */
  start: (build?: string) => Promise<void>;
  /** As when the power fails: SIGKILL, in the middle of whatever it does. */
  stop: () => Promise<void>;
  /** For good, with its database and all that lies beside it: a copy of the sample ward is a hundred megabytes. */
  close: () => Promise<void>;
}>;

/** Those that are not closed yet. */
export const openApps = new Set<App>();

/** Starts the built app on a copy of the sample ward. */
export async function openApp(environment: Record<string, string> = {}): Promise<App> {
  const database = await newDatabase();
  await cp(SAMPLE, database);
  return openAppOn(database, environment);
}

/** Where a ward may lie, in a folder of its own. */
export const newDatabase = async (): Promise<string> =>
  join(await mkdtemp(join(tmpdir(), 'thi-dua-')), 'ward.db');

/** The same on a database that is there already, alone in its folder. */
export async function openAppOn(database: string, environment: Record<string, string> = {}): Promise<App> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let running: ChildProcess | undefined;

  const start = async (build = 'build') => {
    running = spawn('node', [build], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        PORT: String(port),
        HOST: 'localhost',
        ORIGIN: url,
        BODY_SIZE_LIMIT: '12M',
        DATABASE_URL: database,
        ...environment
      }
    });
    await answering(url, running);
  };
  const stop = async () => {
    const process = running;
    running = undefined;
    if (!process || process.exitCode !== null) return;
    process.kill('SIGKILL');
    await once(process, 'exit');
  };

  // A test that was given up must not leave the ward running.
  const killIt = () => running?.kill('SIGKILL');
  process.once('exit', killIt);
  await start();
  const close = async () => {
    openApps.delete(app);
    await stop();
    process.off('exit', killIt);
    await rm(dirname(database), { recursive: true, force: true });
  };
  const app = { url, database, start, stop, close };
  openApps.add(app);
  return app;
}

async function answering(url: string, process: ChildProcess): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    if (process.exitCode !== null) throw new Error(`The app ended with ${process.exitCode}.`);
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The app did not answer within 30 seconds.');
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
