import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type App, newDatabase, openAppOn } from './app';

/** The built app on a ward that still runs the campaign of 2025: what an officer finds who is to make the next one. */
export async function openLastYear(): Promise<App> {
  const database = await newDatabase();
  await promisify(execFile)('npx', ['tsx', 'tests/e2e/support/fill-last-year.ts'], {
    env: { ...process.env, DATABASE_URL: database }
  });
  return openAppOn(database);
}
