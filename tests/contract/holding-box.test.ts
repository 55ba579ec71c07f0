import { expect, it } from 'vitest';
import { sealSecondCopy } from '$lib/device/second-copy';
import type { Entry } from '$lib/domain/entry/entry';
import type { SyncRequest, SyncResponse } from '$lib/protocol/sync';
import { acceptApart, heldOf, refuseApart, reopenAndAccept } from '$lib/server/deciding/decisions';
import { holdDelivery } from '$lib/server/deciding/holding';
import { figures } from '$lib/server/ranking/ranking';
import { readSecondCopy, takeInSecondCopy } from '$lib/server/deciding/second-copy';
import { newId } from '../support/entries';
import { type Caller, statuses } from './caller';
import { DAY, onBothDatabases, type Scene } from './databases';

onBothDatabases('work that comes without a sign-in', (scene: Scene) => {
  const keyOf = async (caller: Caller) => (await caller.sends()).key!;
  const holds = (caller: Caller, entries: Entry[], changed: Partial<SyncRequest>): Promise<SyncResponse> =>
    holdDelivery(scene.server.services, caller.request(entries, changed));
  const person = (caller: Caller, values: Record<string, string>) =>
    caller.person(scene.person, scene.household, values);

  it('[SV6] a device gets its key once; one that shows another, or none, gets a new one', async () => {
    const { hoa } = scene;
    const key = await keyOf(hoa);
    expect(key.length).toBeGreaterThan(20);
    expect((await hoa.sends([], { key })).key).toBeUndefined();
    expect((await hoa.sends([], { key: 'lost' })).key).toBeDefined();
    const stored = await scene.server.services.db.selectFrom('devices').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(key);
  });

  it('[SV6] signed out, a known device delivers into the holding box, gets receipts and learns nothing else', async () => {
    const { hoa } = scene;
    const key = await keyOf(hoa);
    const before = await figures(scene.server.services);
    const entry = person(hoa, { insurance: 'yes' });
    const other = await scene.joins({ name: 'Lan' });
    await other.sends([person(other, { note: 'news' })]);
    const answer = await holds(hoa, [entry], { key });
    expect(statuses(answer)).toEqual(['quarantined: held']);
    expect(answer).toMatchObject({ held: true, reset: false, rows: [], cursor: hoa.cursor, more: false });
    expect([answer.campaign, answer.standings, answer.day, answer.gone]).toEqual(Array(4).fill(undefined));
    expect((await holds(hoa, [entry], { key })).receipts).toMatchObject([{ already: true }]);
    await hoa.pulls();
    expect(hoa.value('person', scene.person, 'insurance')).toBeNull();
    expect((await figures(scene.server.services)).groups).toEqual(before.groups);
  });

  it.each([
    ['without a key', undefined],
    ['with a key that is not its own', 'x'.repeat(43)]
  ])('[SV6] a device %s is only told to sign in', async (_what, key) => {
    await keyOf(scene.hoa);
    const entry = person(scene.hoa, { insurance: 'yes' });
    await expect(holds(scene.hoa, [entry], { key })).rejects.toMatchObject({ problem: 'signed-out' });
    expect(await scene.server.services.db.selectFrom('entries').selectAll().execute()).toHaveLength(1);
  });

  it('[SV6] what an officer takes in has effect in the name of its author, and the phone hears of it', async () => {
    const { hoa } = scene;
    const officer = await scene.joins({ role: 'officer', name: 'Cán bộ' });
    const key = await keyOf(hoa);
    const first = person(hoa, { activity: 'unemployed' });
    const second = hoa.person(
      scene.person,
      scene.household,
      { activity: 'employed' },
      { own: [first.id], buildsOn: [first.id] }
    );
    await holds(hoa, [first, second], { key });
    const numbers = await heldOf(scene.server.services, hoa.session.actor.account, hoa.device);
    expect(await acceptApart(scene.server.services, officer.session.actor.account, numbers)).toEqual({
      accepted: 2,
      refused: 0,
      left: []
    });
    const answer = await hoa.sends();
    expect(statuses(answer)).toEqual(['applied', 'applied']);
    expect(hoa.value('person', scene.person, 'activity')).toBe('employed');
    expect(await acceptApart(scene.server.services, officer.session.actor.account, numbers)).toMatchObject({
      accepted: 0
    });
  });

  it('[SV6] what an officer refuses stays, without effect; what builds on it does not wait for ever', async () => {
    const { hoa } = scene;
    const officer = await scene.joins({ role: 'officer' });
    const key = await keyOf(hoa);
    const child = newId();
    const held = hoa.entry('person.add', [hoa.sets('person', child, scene.household, { name: 'Mai' })]);
    await holds(hoa, [held], { key });
    const later = hoa.person(child, scene.household, { insurance: 'yes' }, { buildsOn: [held.id] });
    expect(statuses(await hoa.sends([later]))).toEqual(['waiting']);
    const numbers = await heldOf(scene.server.services, hoa.session.actor.account, hoa.device);
    await refuseApart(scene.server.services, officer.session.actor.account, numbers);
    expect(statuses(await hoa.sends())).toEqual(['quarantined: refused', 'quarantined: unknown-target']);
    const stored = await scene.server.services.db
      .selectFrom('entries')
      .select(['body', 'decided_by'])
      .where('id', '=', held.id)
      .executeTakeFirstOrThrow();
    expect(Buffer.from(stored.body).toString()).toBe(held.body);
    expect(stored.decided_by).toBe(officer.session.actor.account);
  });

  it('[SV6] nobody but an officer decides', async () => {
    const { hoa } = scene;
    const key = await keyOf(hoa);
    await holds(hoa, [person(hoa, { insurance: 'yes' })], { key });
    const numbers = await heldOf(scene.server.services, hoa.session.actor.account, hoa.device);
    for (const who of [hoa, await scene.joins({ role: 'viewer' })]) {
      const decided = await acceptApart(scene.server.services, who.session.actor.account, numbers);
      expect(decided).toEqual({ accepted: 0, refused: 0, left: [] });
    }
  });

  it('[CO4] work on what was closed waits for an officer, who takes it in as it is or reopens', async () => {
    const { hoa } = scene;
    const officer = await scene.joins({ role: 'officer' });
    const closing = hoa.sets('person', scene.person, scene.household, { closed: 'moved-away' });
    await hoa.sends([hoa.entry('close', [closing])]);
    const [first, second] = [person(hoa, { insurance: 'yes' }), person(hoa, { training: 'college' })];
    const receipts = (await hoa.sends([first, second])).receipts;
    expect(receipts.map(({ reason }) => reason)).toEqual(['closed', 'closed']);
    const decide = scene.server.services;
    await acceptApart(decide, officer.session.actor.account, [receipts[0]!.number]);
    await hoa.pulls();
    expect(hoa.value('person', scene.person, 'insurance')).toBe('yes');
    expect(hoa.value('person', scene.person, 'closed')).toBe('moved-away');
    await reopenAndAccept(decide, officer.session.actor.account, receipts[1]!.number);
    await hoa.pulls();
    expect(hoa.value('person', scene.person, 'training')).toBe('college');
    expect(hoa.value('person', scene.person, 'closed')).toBeNull();
  });

  const copyOf = async (caller: Caller, entries: Entry[]) => {
    await caller.pulls();
    const { seal } = await caller.sends();
    return sealSecondCopy(entries, seal!, { account: caller.session.actor.account, device: caller.device });
  };

  it('[OB6] a second copy brings what the phone could not; twice is once; the phone hears of it', async () => {
    const { hoa } = scene;
    const entries = [person(hoa, { insurance: 'yes' }), person(hoa, { training: 'college' })];
    const copy = await copyOf(hoa, entries);
    const text = JSON.stringify(copy);
    expect(text).not.toContain('college');
    expect(await takeInSecondCopy(scene.server.services, readSecondCopy(text)!)).toEqual({
      ...{ kind: 'taken', name: 'Trần Thị Hoa', fresh: 2, already: 0, notInEffect: 0 }
    });
    expect(await takeInSecondCopy(scene.server.services, copy)).toMatchObject({ fresh: 0, already: 2 });
    const answer = await hoa.sends(entries);
    expect(answer.receipts).toMatchObject([
      { status: 'applied', already: true },
      { status: 'applied', already: true }
    ]);
    expect(answer.day).toMatchObject({ entries: 3 });
    expect(hoa.value('person', scene.person, 'training')).toBe('college');
  });

  it('[OB6] it is judged with the rights of its author at the time of the tap', async () => {
    const deputy = await scene.joins({ from: '2025-11-01', to: '2025-11-20' });
    const entry = person(deputy, { insurance: 'yes' });
    const copy = await copyOf(deputy, [entry]);
    scene.now += 5 * DAY;
    const contact = { device: scene.now - 5 * DAY, server: scene.now - 5 * DAY };
    const late = deputy.person(
      scene.person,
      scene.household,
      { note: 'x' },
      { clock: { wall: scene.now, contact } }
    );
    expect(await takeInSecondCopy(scene.server.services, copy)).toMatchObject({ fresh: 1 });
    const second = await copyOf(deputy, [late]);
    expect(await takeInSecondCopy(scene.server.services, second)).toMatchObject({ notInEffect: 1 });
  });

  it('[OB6] a foreign or damaged file is refused and changes nothing', async () => {
    const { hoa } = scene;
    const copy = await copyOf(hoa, [person(hoa, { insurance: 'yes' })]);
    const take = (changed: Partial<typeof copy>) =>
      takeInSecondCopy(scene.server.services, { ...copy, ...changed });
    expect(await take({ seal: 'another-ward' })).toEqual({ kind: 'refused', problem: 'foreign' });
    for (const changed of [
      {
        sealed:
          `A${copy.sealed.slice(1)}` === copy.sealed ? `B${copy.sealed.slice(1)}` : `A${copy.sealed.slice(1)}`
      },
      { device: newId() as never },
      { account: newId() as never },
      { entries: 2 },
      { iv: copy.ephemeral }
    ]) {
      expect(await take(changed)).toEqual({ kind: 'refused', problem: 'damaged' });
    }
    expect([readSecondCopy('{"format":"x"}'), readSecondCopy('chào')]).toEqual([undefined, undefined]);
    expect(await scene.server.services.db.selectFrom('entries').selectAll().execute()).toHaveLength(1);
  });
});
