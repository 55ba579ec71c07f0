import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HouseholdId } from '$lib/domain/ids';
import { backUp } from '$lib/server/backup/backup';
import { forgetOld, isDue, readPlan } from '$lib/server/backup/backup-schedule';
import { readWard } from '$lib/server/queries/ward';
import { restore } from '$lib/server/backup/restore';
import type { Session } from '$lib/server/accounts/sessions';
import { newId, sha256 } from '../support/entries';
import { TestPhone } from '../support/phone';
import { openTestServer, type TestServer } from '../support/server';

const NOW = Date.UTC(2026, 10, 20, 3);
let now = NOW;
const world = { newId, now: () => now };

describe('backup and restore of a ward on SQLite', () => {
  let folder: string;
  let url: string;
  let copy: string;
  let server: TestServer;
  let session: Session;
  let phone: TestPhone;
  const household = newId() as HouseholdId;

  const open = async () => (server = await openTestServer({ url, clock: world.now }));
  const visit = (id = household) =>
    phone.taps('visit', [
      { type: 'visit', id: newId(), household: id, set: { outcome: 'reviewed', on: '2026-11-20' } }
    ]);
  const visits = async (count: number) => {
    for (let n = 0; n < count; n += 1) await visit();
  };
  const takeBackup = (file = copy) => backUp(server.services, url, file);
  const stored = async () => {
    const rows = await server.services.db.selectFrom('entries').select('id').execute();
    return rows.map(({ id }) => id);
  };
  const restores = async (file = copy) => {
    await server.close();
    try {
      return await restore(url, file, world);
    } finally {
      await open();
    }
  };

  beforeEach(async () => {
    now = NOW;
    folder = await mkdtemp(join(tmpdir(), 'ward-backup-'));
    [url, copy] = [join(folder, 'ward.db'), join(folder, 'elsewhere', 'copy.db')];
    await open();
    session = await server.addAccount();
    phone = new TestPhone(session.actor, () => (request) => server.exchange(session, request));
    await phone.taps('household.add', [
      { type: 'household', id: household, household, set: { houseNumber: '12', walkOrder: 1 } }
    ]);
    await visits(3);
    await phone.syncs();
  });
  afterEach(async () => {
    await phone.device.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('[EP2] a phone keeps what it sent until a verified backup holds it, and then lets it go', async () => {
    await phone.syncs();
    expect(await phone.receipts()).toHaveLength(4);
    expect(await takeBackup()).toEqual({ file: copy, head: 4, safe: 4 });
    expect((await stat(copy)).mode & 0o077).toBe(0);
    // What was received today is still counted on the phone; it goes tomorrow.
    now += 86_400_000;
    phone.now = now;
    await visits(2);
    await phone.syncs();
    expect(await phone.receipts()).toHaveLength(2);
  });

  it('[EP2] what the backup cannot prove stays on the phones: no file, no new safe number', async () => {
    await server.services.db
      .updateTable('entries')
      .set({ body: Buffer.from('{}') })
      .where('number', '=', 2)
      .execute();
    await expect(takeBackup()).rejects.toMatchObject({ problem: 'broken-chain' });
    expect(await readdir(join(folder, 'elsewhere'))).toEqual([]);
    expect((await readWard(server.services.db))!.safe).toBe(0);
    await phone.syncs();
    expect(await phone.receipts()).toHaveLength(4);
  });

  it('[EP2] a backup taken while phones are sending is one whole moment of the ward', async () => {
    const sending = (async () => {
      for (let round = 0; round < 10; round += 1) {
        await visits(2);
        await phone.syncs();
      }
    })();
    const { head } = await takeBackup();
    await sending;
    expect(head).toBeGreaterThanOrEqual(4);
    expect(await stored()).toHaveLength(24);
    await restores();
    expect(await stored()).toHaveLength(head);
  });

  it('[EP1] after a declared restore of an older backup the phones bring everything back, once', async () => {
    await takeBackup();
    await visits(5);
    await phone.syncs();
    const [all, { epoch }] = [await stored(), (await readWard(server.services.db))!];

    const { head, aside, letGo } = await restores();
    expect({ head, letGo }).toEqual({ head: 4, letGo: 0 });
    expect(await stored()).toHaveLength(4);
    const ward = (await readWard(server.services.db))!;
    expect(ward).toMatchObject({ head: 4, safe: 4 });
    expect(ward.epoch).not.toBe(epoch);
    const epochs = await server.services.db
      .selectFrom('epochs')
      .select('reason')
      .orderBy('began_at')
      .execute();
    expect(epochs.map(({ reason }) => reason)).toEqual(['opened', 'restore']);

    await phone.syncs();
    expect((await stored()).sort()).toEqual(all.sort());
    expect(await phone.waiting()).toBe(0);
    const kept = new Sqlite(aside!, { readonly: true });
    expect(kept.prepare('select count(*) from entries').pluck().get()).toBe(9);
    kept.close();
  });

  it('[EP1] a restore says how many entries phones may have let go of since', async () => {
    await takeBackup();
    await visits(5);
    await phone.syncs();
    await takeBackup(join(folder, 'newer.db'));
    expect((await restores()).letGo).toBe(5);
  });

  it('a restore onto a new machine needs nothing to be there', async () => {
    await takeBackup();
    const elsewhere = join(folder, 'new.db');
    expect(await restore(elsewhere, copy, world)).toMatchObject({ head: 4, aside: null });
    const there = await openTestServer({ url: elsewhere });
    expect(await readWard(there.services.db)).toMatchObject({ head: 4 });
    await there.close();
  });

  it('a server that is running is not replaced under its feet', async () => {
    await takeBackup();
    await expect(restore(url, copy, world)).rejects.toMatchObject({ problem: 'in-use' });
    await visits(1);
    await phone.syncs();
    expect(await stored()).toHaveLength(5);
  });

  const changed =
    (...statements: string[]) =>
    () => {
      const db = new Sqlite(copy);
      db.pragma('foreign_keys = OFF');
      for (const statement of statements) db.exec(statement);
      db.close();
    };
  it.each<[string, string, () => unknown]>([
    ['is not there', 'missing', () => rm(copy)],
    ['is empty', 'damaged', () => truncate(copy, 0)],
    ['is no database', 'foreign', () => writeFile(copy, 'Đây là một bức thư. '.repeat(500))],
    ['is a database of something else', 'foreign', () => changed('drop table ward')()],
    ['is of another ward', 'another-ward', changed(`update ward set id = '${newId()}'`)],
    ['is of an older version', 'older-schema', changed('delete from kysely_migration')],
    [
      'is of a newer version',
      'newer-schema',
      changed("insert into kysely_migration values ('999-later', '2027')")
    ],
    ['has an entry whose text was changed', 'broken-chain', changed("update entries set body = x'7b7d'")],
    [
      'has a verdict that was changed',
      'broken-chain',
      changed("update chain set verdict = 'review' where seq = 3")
    ],
    ['lacks a number in the middle', 'broken-chain', changed('delete from chain where seq = 2')],
    ['lacks the last number', 'broken-chain', changed('delete from chain where seq = 4')],
    [
      'has an entry that was put there by another hand',
      'broken-chain',
      changed(
        `insert into entries select 99, '${newId()}', '${sha256('x')}', copy, device, 99, previous, kind, schema, group_id,
         author, account, received_at, captured_at, wall, contact_device, contact_server, builds_on, x'78', status,
         reason, field, fault, disputed, decided, decided_by from entries where number = 1`
      )
    ]
  ])('a file that %s is refused and changes nothing', async (_what, problem, spoil) => {
    await takeBackup();
    await spoil();
    await visits(1);
    await phone.syncs();
    await server.close();
    const checkpointed = new Sqlite(url);
    checkpointed.pragma('journal_mode = DELETE');
    checkpointed.close();
    const [before, names] = [await readFile(url), await readdir(folder)];
    await expect(restore(url, copy, world)).rejects.toMatchObject({ problem });
    expect((await readFile(url)).equals(before)).toBe(true);
    expect(await readdir(folder)).toEqual(names);
    await open();
    expect(await stored()).toHaveLength(5);
  });

  it('wherever a file is cut off, it is refused and changes nothing', async () => {
    await takeBackup();
    await server.close();
    const [whole, cut] = [await readFile(copy), join(folder, 'cut.db')];
    const checkpointed = new Sqlite(url);
    checkpointed.pragma('journal_mode = DELETE');
    checkpointed.close();
    const before = await readFile(url);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        await writeFile(cut, whole.subarray(0, length));
        await expect(restore(url, cut, world)).rejects.toMatchObject({
          problem: expect.stringMatching(/damaged|foreign/)
        });
        expect((await readFile(url)).equals(before)).toBe(true);
      }),
      { numRuns: 40, examples: [[0], [1], [100], [4096], [8192], [whole.length - 4096], [whole.length - 1]] }
    );
    await open();
  });

  it('a present database that nobody can read any more is put aside and replaced', async () => {
    await takeBackup();
    await server.close();
    await writeFile(url, 'hỏng '.repeat(5_000));
    await writeFile(`${url}-wal`, 'nhật ký của tệp hỏng');
    const { aside } = await restore(url, copy, world);
    expect(await readFile(aside!, 'utf8')).toMatch(/^hỏng/);
    expect(existsSync(`${url}-wal`)).toBe(false);
    await open();
    expect(await stored()).toHaveLength(4);
  });

  describe('sealed by a key', () => {
    const key = randomBytes(32);
    const opens = async (with_: Buffer | undefined, file = copy) => {
      await server.close();
      try {
        return await restore(url, file, world, with_);
      } finally {
        await open();
      }
    };

    it('[EP2] is verified all the same, holds nothing that can be read, and brings the ward back', async () => {
      expect(await backUp(server.services, url, copy, key)).toEqual({ file: copy, head: 4, safe: 4 });
      expect((await stat(copy)).mode & 0o077).toBe(0);
      expect((await readFile(copy)).includes('SQLite')).toBe(false);
      const before = await stored();
      await visit();
      await phone.syncs();
      expect(await opens(key)).toMatchObject({ head: 4 });
      expect(await stored()).toEqual(before);
      const left = [...(await readdir(folder)), ...(await readdir(join(folder, 'elsewhere')))];
      expect(left.filter((name) => /unsealed|opened|unfinished/.test(name))).toEqual([]);
    });

    it('without the key, with another one, cut off or changed in one bit it is refused and changes nothing', async () => {
      await backUp(server.services, url, copy, key);
      const before = await stored();
      await expect(opens(undefined)).rejects.toMatchObject({ problem: 'no-key' });
      await expect(opens(randomBytes(32))).rejects.toMatchObject({ problem: 'not-opened' });
      const whole = await readFile(copy);
      for (const length of [17, 30, 60, whole.length - 1]) {
        await writeFile(join(folder, 'cut'), whole.subarray(0, length));
        await expect(opens(key, join(folder, 'cut'))).rejects.toMatchObject({ problem: 'not-opened' });
      }
      for (const at of [18, 40, whole.length - 20, whole.length - 1]) {
        const changed = Buffer.from(whole);
        changed[at]! ^= 1;
        await writeFile(join(folder, 'changed'), changed);
        await expect(opens(key, join(folder, 'changed'))).rejects.toMatchObject({ problem: 'not-opened' });
      }
      expect(await stored()).toEqual(before);
    });
  });

  it('the commands say what they did, or why not, and end accordingly', async () => {
    await server.close();
    const run = async (task: string, file: string, more: Record<string, string> = {}) => {
      const args = ['tsx', `src/lib/server/tasks/${task}.ts`, file];
      const env = { ...process.env, DATABASE_URL: url, ...more };
      const { stdout, code = 0 } = await promisify(execFile)('npx', args, { env }).catch((fault) => fault);
      return { stdout: String(stdout), code: code as number };
    };
    const made = await run('back-up', copy);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('kiểm tra đủ 4 số') });
    const taken = await run('restore', copy);
    expect(taken).toMatchObject({ code: 0, stdout: expect.stringContaining('đến số 4') });
    const [, aside] = /giữ nguyên ở (.*)\.\n/.exec(taken.stdout)!;
    expect(existsSync(aside!)).toBe(true);
    await copyFile(copy, join(folder, 'cut.db'));
    await truncate(join(folder, 'cut.db'), 9_000);
    const refused = await run('restore', join(folder, 'cut.db'));
    expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('bị cắt cụt') });

    const [keyFile, sealed] = [join(folder, 'key'), join(folder, 'copy.sealed')];
    const withKey = { BACKUP_KEY_FILE: keyFile };
    expect(await run('back-up', sealed, withKey)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('cần tệp khóa')
    });
    expect(await run('backup-key', keyFile)).toMatchObject({ code: 0 });
    expect(await run('backup-key', keyFile)).toMatchObject({ code: 1 });
    expect(await run('back-up', sealed, withKey)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('đã niêm phong')
    });
    expect(await run('restore', sealed)).toMatchObject({ code: 1 });
    expect(await run('restore', sealed, withKey)).toMatchObject({ code: 0 });
    await open();
  });
});

describe('backups by themselves', () => {
  const plan = readPlan({ BACKUP_FOLDER: '/kho', BACKUP_EVERY: '6', BACKUP_KEEP: '2' })!;

  it('are made only where a folder is named; once a day and a fortnight of them unless said otherwise', () => {
    expect(readPlan({})).toBeUndefined();
    expect(readPlan({ BACKUP_FOLDER: '/kho', BACKUP_EVERY: 'x' })).toEqual({
      folder: '/kho',
      every: 24 * 3_600_000,
      keep: 14
    });
    expect(plan).toEqual({ folder: '/kho', every: 6 * 3_600_000, keep: 2 });
  });

  it.each([
    ['there is none yet', [], true],
    ['the last is six hours old', ['ward-2026-11-19T210000Z.db'], true],
    ['the last is a second younger', ['ward-2026-11-19T000000Z.db', 'ward-2026-11-19T210001Z.db'], false]
  ])('one is due: %s: %s', (_what, backups, due) => {
    expect(isDue(plan, backups, NOW)).toBe(due);
  });

  it('the newest are kept, and what is not a backup is left alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ward-backups-'));
    for (const day of [17, 18, 19]) await writeFile(join(folder, `ward-2026-11-${day}T000000Z.db`), '');
    await writeFile(join(folder, 'ward-2026-11-20T000000Z.db.sealed'), '');
    await writeFile(join(folder, 'ward-của-tôi.db'), '');
    await forgetOld({ ...plan, folder });
    expect((await readdir(folder)).sort()).toEqual([
      'ward-2026-11-19T000000Z.db',
      'ward-2026-11-20T000000Z.db.sealed',
      'ward-của-tôi.db'
    ]);
    await rm(folder, { recursive: true });
  });
});
