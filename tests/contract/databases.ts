import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import type { Role } from '$lib/domain/actor';
import { newId } from '../support/entries';
import { startPostgres, type TestPostgres } from '../support/postgres';
import { openTestServer, type TestServer } from '../support/server';
import { Caller } from './caller';

/** A ward of 23 empty groups at a stopped clock, with one household of one person in the first group. */
export type Scene = {
  url: string;
  now: number;
  server: TestServer;
  hoa: Caller;
  household: string;
  person: string;
  /** Another account with a device of its own, which has seen everything. */
  joins: (account?: {
    name?: string;
    role?: Role;
    group?: number;
    from?: string;
    to?: string;
  }) => Promise<Caller>;
  /** A second device of the same account. */
  anotherDeviceOf: (caller: Caller) => Caller;
  reopen: () => Promise<void>;
};

export const NOON = Date.UTC(2025, 10, 20, 5);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The same tests on a SQLite file and on PostgreSQL: one law, two stores. */
export function onBothDatabases(title: string, tests: (scene: Scene) => void): void {
  describe.each(['SQLite', 'PostgreSQL'] as const)(`${title} (%s)`, (kind) => {
    const scene = {} as Scene;
    let postgres: TestPostgres | undefined;
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ward-contract-'));
      if (kind === 'PostgreSQL') postgres = await startPostgres();
    });
    afterAll(async () => {
      await postgres?.stop();
      await rm(folder, { recursive: true, force: true });
    });
    beforeEach(async () => {
      const url = postgres ? await postgres.emptyDatabase() : join(folder, `${newId()}.db`);
      await setUp(scene, url);
    });
    afterEach(() => scene.server.close());
    tests(scene);
  });
}

async function setUp(scene: Scene, url: string): Promise<void> {
  const clock = () => scene.now;
  const open = () => openTestServer({ url, clock });
  const deviceOf = (session: Caller['session']) => new Caller(() => scene.server, session, clock);
  Object.assign(scene, { url, now: NOON, household: newId(), person: newId() });
  scene.server = await open();
  scene.anotherDeviceOf = ({ session }) => deviceOf(session);
  scene.joins = async ({ group = 0, ...account } = {}) => {
    const caller = deviceOf(
      await scene.server.addAccount({ ...account, groups: [scene.server.groups[group]!] })
    );
    await caller.pulls();
    return caller;
  };
  scene.reopen = async () => {
    await scene.server.close();
    scene.server = await open();
  };
  scene.hoa = await scene.joins({ name: 'Trần Thị Hoa' });
  await scene.hoa.sends([scene.hoa.household(scene.household, scene.person)]);
}
