import { execFile } from 'node:child_process';
import { expect, test } from './support/test';

/** A few rounds of each drill; tests/README.md has the counts of the whole. */
async function holds(name: string, count: number): Promise<void> {
  const { code, told } = await new Promise<{ code: number; told: string }>((resolve) =>
    execFile('npx', ['tsx', 'tests/drills/run.ts', name, String(count)], (fault, stdout, stderr) =>
      resolve({ code: fault ? Number(fault.code) || 1 : 0, told: stdout + stderr })
    )
  );
  test.info().annotations.push({ type: 'drill', description: told });
  test.skip(code === 2, told);
  expect(code, told).toBe(0);
}

test('[SV1] the server is killed under load, and started again', () => holds('kill-server', 4));

test('[SV1] the disk of the ward is full', () => holds('full-disk', 4));

test('[SV1] somebody else holds the database of the ward', () => holds('locked-database', 2));

test('[EP1] the ward goes back to an older backup, declared or not', () => holds('restore', 2));

test('[EX6] portals, cut answers and foreign words on the way', () => holds('proxy', 25));

test('[OB1] the page is killed around a save', () => holds('kill-renderer', 4));

test('[OB1] the phone is full', () => holds('quota', 4));

test('[EX7] two pages and the worker at once', () => holds('two-tabs', 10));

test('[CO5] a new version is published while a field is edited', () => holds('new-version', 1));

test('[EP3] the storage of a phone vanishes', () => holds('storage-deleted', 1));
