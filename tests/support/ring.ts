import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewChange } from '$lib/domain/entry/compose';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import type { Row } from '$lib/domain/entry/row';
import { readHistory } from '$lib/server/queries/chain';
import { fromStored, readRowsOfGroup } from '$lib/server/queries/rows';
import type { Services } from '$lib/server/services';
import type { Session } from '$lib/server/accounts/sessions';
import { newId } from './entries';
import { inOrder, TestPhone } from './phone';
import { openTestServer, type TestServer } from './server';

/** Two leaders' phones of one group, an officer, one ward on a real SQLite file; one household of two people. */
export type Ring = Readonly<{
  hoa: TestPhone;
  lan: TestPhone;
  campaign: Campaign;
  household: { id: HouseholdId; group: GroupId };
  person: { id: string; household: HouseholdId };
  people: readonly { id: string; household: HouseholdId }[];
  aVisit: (household: { id: HouseholdId }) => NewChange;
  aNewPerson: (household: { id: HouseholdId }, name: string) => NewChange;
  anotherPhoneOf: (phone: TestPhone) => TestPhone;
  storedAtTheWard: () => Promise<number>;
  wardTime: () => number;
  services: () => Services;
  /** All that the ward holds of this group, to be held against the phones. */
  ward: () => Promise<WardState>;
  /** Runs once, when the next request has arrived and is not answered yet. */
  beforeAnswering: (act: () => Promise<void>) => void;
  backsUp: () => Promise<void>;
  restores: () => Promise<void>;
  close: () => Promise<void>;
}>;

export type WardState = Readonly<{
  entries: readonly Readonly<
    Record<'id' | 'author' | 'status' | 'body', string> & Record<'number' | 'decided', number>
  >[];
  rows: readonly Row[];
  chain: Awaited<ReturnType<typeof readHistory>>;
}>;

export async function aRing(): Promise<Ring> {
  const folder = await mkdtemp(join(tmpdir(), 'ring-'));
  const [url, backup] = [join(folder, 'ward.db'), join(folder, 'backup.db')];
  const now = Date.UTC(2026, 10, 20, 3);
  const open = () => openTestServer({ url, clock: () => now });
  let server: TestServer = await open();
  let before: (() => Promise<void>) | undefined;
  const ended: (() => Promise<void>)[] = [];

  const wireOf = (session: Session) => () => async (request: Parameters<TestServer['exchange']>[1]) => {
    const act = before;
    before = undefined;
    await act?.();
    return server.exchange(session, request);
  };
  const phoneOf = (session: Session) => {
    const phone = new TestPhone(session.actor, wireOf(session));
    ended.push(() => phone.device.close());
    return phone;
  };
  const sessions = new Map<string, Session>();
  const leader = async (name: string) => {
    const session = await server.addAccount({ name });
    sessions.set(session.actor.account, session);
    return phoneOf(session);
  };

  async function backsUp(): Promise<void> {
    await server.close();
    await copyFile(url, backup);
    server = await open();
  }

  const hoa = await leader('Trần Thị Hoa');
  const lan = await leader('Phạm Thị Lan');
  const [household, head, second] = [newId(), newId(), newId()] as [HouseholdId, string, string];
  const importer = phoneOf(await server.addAccount({ name: 'Nhập danh sách' }));
  const added = (type: 'household' | 'person', id: string, set: NewChange['set']) => ({
    type,
    id,
    household,
    set
  });
  await importer.taps('household.add', [
    added('household', household, { houseNumber: '12', alley: 'ngõ 124', head, walkOrder: 1 }),
    added('person', head, { name: 'Nguyễn Văn Hùng', birth: '1975', sex: 'male', relation: 'head' }),
    added('person', second, { name: 'Trần Thị Mai', birth: '1978', sex: 'female', relation: 'spouse' })
  ]);
  for (const phone of [importer, hoa, lan]) await phone.syncs();
  hoa.requests.length = 0;
  await backsUp();

  return {
    hoa,
    lan,
    campaign: server.campaign,
    household: { id: household, group: server.groups[0]! },
    person: { id: head, household },
    people: [
      { id: head, household },
      { id: second, household }
    ],
    aVisit: ({ id }) => ({
      type: 'visit',
      id: newId(),
      household: id,
      set: { outcome: 'reviewed', on: '2026-11-20' }
    }),
    aNewPerson: ({ id }, name) => ({
      type: 'person',
      id: newId(),
      household: id,
      set: { name, birth: '2000', sex: 'female' }
    }),
    anotherPhoneOf: ({ actor }) => phoneOf(sessions.get(actor.account)!),
    async storedAtTheWard() {
      const rows = await server.services.db.selectFrom('entries').select('id').execute();
      return rows.length - 1;
    },
    wardTime: () => now,
    services: () => server.services,
    async ward() {
      const { db } = server.services;
      const entries = await db.selectFrom('entries').selectAll().orderBy('number').execute();
      return {
        entries: entries.map((entry) => ({ ...entry, body: Buffer.from(entry.body).toString('utf8') })),
        rows: inOrder((await readRowsOfGroup(db, server.groups[0]!)).map(fromStored)),
        chain: await readHistory(db)
      };
    },
    beforeAnswering: (act) => void (before = act),
    backsUp,
    async restores() {
      await server.close();
      for (const end of ['-wal', '-shm']) await rm(url + end, { force: true });
      await copyFile(backup, url);
      server = await open();
    },
    async close() {
      for (const end of ended) await end();
      await server.close();
      await rm(folder, { recursive: true });
    }
  };
}
