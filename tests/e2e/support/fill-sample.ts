import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { SAMPLE } from './app';

/** Fills one database with the sample ward; every test works on a copy of it. */
export default async function fillSample(): Promise<void> {
  await rm(dirname(SAMPLE), { recursive: true, force: true });
  await mkdir(dirname(SAMPLE), { recursive: true });
  await promisify(execFile)('npx', ['tsx', 'src/lib/server/tasks/sample-ward.ts'], {
    env: { ...process.env, DATABASE_URL: SAMPLE }
  });
}
