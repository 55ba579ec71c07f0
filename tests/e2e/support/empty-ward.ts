import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type App, newDatabase, openAppOn } from './app';

/** The built app on a ward that was opened a minute ago, and the link for its first officer. */
export async function openEmptyWard(): Promise<{ app: App; invitation: string }> {
  const database = await newDatabase();
  const { stdout } = await promisify(execFile)('npx', ['tsx', 'src/lib/server/tasks/open-ward.ts'], {
    env: { ...process.env, DATABASE_URL: database }
  });
  const app = await openAppOn(database);
  return { app, invitation: `${app.url}/invite#${/invite#(\S+)/.exec(stdout)![1]}` };
}
