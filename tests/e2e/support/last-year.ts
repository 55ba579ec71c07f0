import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type App, openAppOn } from './app';

/** The built app on a ward that still runs the campaign of 2025: what an officer finds who is to make the next one. */
export async function openLastYear(): Promise<App> {
  const database = join(await mkdtemp(join(tmpdir(), 'thi-dua-')), 'ward.db');
  await promisify(execFile)('npx', ['tsx', 'tests/e2e/support/fill-last-year.ts'], {
    env: { ...process.env, DATABASE_URL: database }
  });
  return openAppOn(database);
}
