import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type App, openAppOn } from './app';

/** The built app on a ward that was opened a minute ago, and the link for its first officer. */
export async function openEmptyWard(): Promise<{ app: App; invitation: string }> {
  const database = join(await mkdtemp(join(tmpdir(), 'thi-dua-')), 'ward.db');
  const { stdout } = await promisify(execFile)('npx', ['tsx', 'src/lib/server/tasks/open-ward.ts'], {
    env: { ...process.env, DATABASE_URL: database }
  });
  const app = await openAppOn(database);
  return { app, invitation: `${app.url}/invite#${/invite#(\S+)/.exec(stdout)![1]}` };
}
