import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { countDay } from '$lib/device/day-count';
import { ENTRY_SCHEMA, type Entry } from '$lib/domain/entry/entry';
import type { SentEntry } from '$lib/device/work';
import { declareGone, type DeviceLine, superviseDevices } from '$lib/server/groups/device-supervision';
import { newId, sha256 } from '../support/entries';
import { type Caller, statuses } from './caller';
import { DAY, HOUR, onBothDatabases, type Scene } from './databases';

onBothDatabases('what adds up', (scene: Scene) => {
  const told = (caller: Caller, newest: Entry | undefined, ...holds: [number, number][]) => ({
    newest: newest ? { n: newest.n, id: newest.id } : null,
    holds,
    health: {
      ...{ app: 'test', wall: scene.now, unsent: holds.length, oldestUnsent: null },
      ...{ persisted: null, freeBytes: null }
    }
  });
  const note = (caller: Caller, note: string, told = {}) =>
    caller.person(scene.person, scene.household, { note }, told);
  const notes = (caller: Caller, count: number) =>
    Array.from({ length: count }, (_, at) => note(caller, `${at}`));
  const lineOf = async (caller: Caller): Promise<DeviceLine> =>
    (await superviseDevices(scene.server.services)).devices.find(({ device }) => device === caller.device)!;

  it('[EP3] what is on its way or still on the phone is not lost', async () => {
    const { hoa } = scene;
    const entries = notes(hoa, 4);
    const half = await hoa.sends(entries.slice(0, 2), told(hoa, entries[3], [2, 5]));
    expect(half.lost).toBe(0);
    expect(await lineOf(hoa)).toMatchObject({ unsent: 2, lost: 0 });
    expect((await hoa.sends(entries.slice(2), told(hoa, entries[3], [4, 5]))).lost).toBe(0);
    expect(await lineOf(hoa)).toMatchObject({ unsent: 0, lost: 0 });
  });

  it('[EP3] what the phone made and no longer holds is counted, and no more than that', async () => {
    const { hoa } = scene;
    const entries = notes(hoa, 5);
    await hoa.sends([entries[0]!, entries[4]!], told(hoa, entries[4], [2, 2], [6, 6]));
    expect((await hoa.sends([], told(hoa, entries[4], [2, 2], [6, 6]))).lost).toBe(3);
    expect(await lineOf(hoa)).toMatchObject({ lost: 3, unsent: 0 });
    await hoa.sends([entries[2]!], told(hoa, entries[4]));
    expect(await lineOf(hoa)).toMatchObject({ lost: 2 });
  });

  it('[EP3] a phone whose storage went back has lost what it had spoken of, until it turns up', async () => {
    const { hoa } = scene;
    const entries = notes(hoa, 4);
    await hoa.sends(entries.slice(0, 2), told(hoa, entries[3], [2, 5]));
    scene.now += HOUR;
    expect((await hoa.sends([], told(hoa, entries[1], [2, 3]))).lost).toBe(2);
    scene.now += HOUR;
    expect((await hoa.sends(entries, told(hoa, entries[3]))).lost).toBe(0);
  });

  it('[EP3] an old request that comes late, or twice, makes no losses', async () => {
    const { hoa } = scene;
    const entries = notes(hoa, 4);
    const early = hoa.request(entries.slice(0, 1), told(hoa, entries[0], [1, 2]));
    scene.now += HOUR;
    await hoa.sends(entries.slice(0, 2), told(hoa, entries[3], [2, 5]));
    expect((await scene.server.exchange(hoa.session, early)).lost).toBe(0);
    expect(await lineOf(hoa)).toMatchObject({ lost: 0, unsent: 2 });
  });

  it('[EP3] of a phone that will not come back, what it held is lost; if it comes back, it is not', async () => {
    const { hoa } = scene;
    const officer = await scene.joins({ role: 'officer' });
    const entries = notes(hoa, 3);
    await hoa.sends([], told(hoa, entries[2], [2, 4]));
    await declareGone(scene.server.services, officer.session.actor.account, {
      ...{ account: hoa.session.actor.account, device: hoa.device }
    });
    expect(await lineOf(hoa)).toMatchObject({ lost: 3, unsent: 0, isGone: true });
    await hoa.sends(entries, told(hoa, entries[2], [2, 4]));
    expect(await lineOf(hoa)).toMatchObject({ lost: 0, unsent: 0, isGone: false });
  });

  it('[SV5] what waits for a phone that will not come back is judged without it', async () => {
    const { hoa } = scene;
    const officer = await scene.joins({ role: 'officer' });
    const waiting = note(hoa, 'x', { buildsOn: [newId()] });
    expect(statuses(await hoa.sends([waiting]))).toEqual(['waiting']);
    await declareGone(scene.server.services, officer.session.actor.account, {
      ...{ account: hoa.session.actor.account, device: hoa.device }
    });
    expect(statuses(await hoa.sends())).toEqual(['applied']);
  });

  it('[EP4] entered = in effect + to review + waiting + quarantined + unsent + lost, per device and in sum', async () => {
    const { hoa } = scene;
    const lan = await scene.joins({ name: 'Lan' });
    await hoa.sends([hoa.person(scene.person, scene.household, { activity: 'employed' })]);
    const entries = [
      note(lan, 'in effect'),
      lan.person(scene.person, scene.household, { activity: 'unemployed' }),
      note(lan, 'waits', { buildsOn: [newId()] }),
      lan.person(newId(), scene.household, { insurance: 'yes' })
    ];
    const [, kept] = notes(lan, 2);
    await lan.sends(entries, told(lan, kept, [1, 4], [6, 6]));
    const line = await lineOf(lan);
    expect(line).toMatchObject({
      ...{ entered: 6, inEffect: 1, review: 1, waiting: 1, quarantined: 1, unsent: 1, lost: 1 }
    });
    const { total } = await superviseDevices(scene.server.services);
    expect(total).toMatchObject({ entered: 8, inEffect: 3, review: 1, waiting: 1, quarantined: 1 });
  });

  it('[EP4] a day counts on when the clock of the server is set back, and not into the day before', async () => {
    const { hoa } = scene;
    await hoa.sends([note(hoa, 'first')]);
    scene.now -= HOUR / 60;
    expect((await hoa.sends([note(hoa, 'second')])).day).toMatchObject({ entries: 3 });
    scene.now -= DAY;
    expect((await hoa.sends([note(hoa, 'yesterday')])).day).toMatchObject({ day: '2025-11-19', entries: 1 });
  });

  it('[EP4][EN1] an entry whose name another had taken is received, and kept apart', async () => {
    const { hoa } = scene;
    const lan = await scene.joins({ name: 'Lan' });
    const taken = note(hoa, 'a');
    await lan.sends([note(lan, 'b', { id: taken.id })]);
    const answer = await hoa.sends([taken], told(hoa, taken));
    expect(statuses(answer)).toEqual(['quarantined: id-reused']);
    expect(answer.day).toMatchObject({ entries: 2 });
    expect(await lineOf(hoa)).toMatchObject({ unsent: 0, lost: 0, quarantined: 1, entered: 2 });
  });

  it('[EP4] the day of a device has the same count and code on both sides', async () => {
    const { hoa } = scene;
    const entries = notes(hoa, 12);
    await hoa.sends(entries.slice(0, 7));
    const other = scene.anotherDeviceOf(hoa);
    await other.pulls();
    await other.sends([note(other, 'another phone')]);
    const answer = await hoa.sends(entries.slice(5));
    const stored = await scene.server.services.db
      .selectFrom('entries')
      .selectAll()
      .where('device', '=', hoa.device)
      .execute();
    const sent = stored.map(({ id, n, received_at: at }) => ({
      ...{ n, history: 'h', entry: { id }, receipt: { at } }
    })) as unknown as SentEntry[];
    expect(answer.day).toEqual(await countDay(sent, 'h', '2025-11-20'));
    expect(answer.day!.entries).toBe(13);
    expect(await lineOf(hoa)).toMatchObject({ day: answer.day });
    scene.now += DAY;
    expect((await hoa.sends()).day).toMatchObject({ day: '2025-11-21', entries: 0 });
    await scene.reopen();
    expect((await hoa.sends([note(hoa, 'tomorrow')])).day).toMatchObject({ entries: 1 });
  });

  it('[EN4] bodies of the first version, as phones wrote them, are judged as the present one; their bytes stay', async () => {
    const { hoa } = scene;
    const lan = await scene.joins({ name: 'Lan' });
    await hoa.sends([hoa.person(scene.person, scene.household, { activity: 'employed' })]);
    await lan.sends([lan.person(scene.person, scene.household, { activity: 'unemployed' })]);
    const recorded = JSON.parse(await readFile('tests/support/recorded/entries-1.json', 'utf8')) as {
      kind: 'resolve' | 'cancel';
      body: string;
    }[];
    const entries = recorded.map(({ kind, body }) =>
      lan.entry(kind, [], {
        schema: 1,
        body: body
          .replaceAll('HOUSEHOLD', scene.household)
          .replaceAll('PERSON', scene.person)
          .replaceAll('ACCOUNT', lan.session.actor.account)
      })
    );
    expect(statuses(await lan.sends(entries))).toEqual(['applied', 'applied', 'applied']);
    expect(lan.value('person', scene.person, 'insurance')).toBeNull();
    expect([...lan.rows.values()].find(({ type }) => type === 'difference')!.fields.open![0]).toBe(false);
    const stored = await scene.server.services.db
      .selectFrom('entries')
      .selectAll()
      .where('schema', '=', 1)
      .orderBy('number')
      .execute();
    expect(stored.map(({ body }) => Buffer.from(body).toString())).toEqual(entries.map(({ body }) => body));
    expect(stored.map(({ sha }) => sha)).toEqual(entries.map(({ body }) => sha256(body)));
    expect(ENTRY_SCHEMA).toBe(6);
  });
});
