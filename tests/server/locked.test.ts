import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BusyError } from '$lib/server/database/faults';
import { readHead } from '$lib/server/queries/ward';
import { Caller } from '../contract/caller';
import { newId } from '../support/entries';
import { openTestServer, type TestServer } from '../support/server';

describe('somebody else holds the database', () => {
  let folder: string;
  let server: TestServer;
  let caller: Caller;
  let holder: Sqlite.Database;
  const order: string[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ward-locked-'));
    const url = join(folder, 'ward.db');
    server = await openTestServer({ url });
    caller = new Caller(() => server, await server.addAccount(), Date.now);
    await caller.pulls();
    holder = new Sqlite(url);
    holder.exec('begin immediate');
    order.length = 0;
  });
  afterEach(async () => {
    holder.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const sending = () =>
    caller.sends([caller.household(newId(), newId())]).finally(() => order.push('answered'));
  const reading = () => readHead(server.services.db).then(() => order.push('read'));

  it('[SV1] who writes is told "busy", who reads is answered meanwhile, and it heals', async () => {
    const refused = expect(sending()).rejects.toThrow(BusyError);
    await reading();
    await reading();
    await refused;
    expect(order).toEqual(['read', 'read', 'answered']);
    expect(await readHead(server.services.db)).toBe(0);
    holder.exec('rollback');
    expect((await sending()).receipts).toMatchObject([{ status: 'applied' }]);
  });

  it('[SV1] a lock that soon ends is waited out', async () => {
    const sent = sending();
    await reading();
    holder.exec('rollback');
    expect((await sent).receipts).toMatchObject([{ status: 'applied' }]);
    expect(order).toEqual(['read', 'answered']);
  });
});
