import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '$lib/domain/actor';
import { Caller } from '../contract/caller';
import { deskOf } from '../support/desk';
import { openTestServer, type TestServer } from '../support/server';
import * as devices from '../../src/routes/(ward)/ward/devices/+page.server';
import * as differences from '../../src/routes/(ward)/ward/differences/+page.server';
import * as duplicates from '../../src/routes/(ward)/ward/duplicates/+page.server';
import * as moving from '../../src/routes/(ward)/ward/moving/+page.server';
import * as movingOne from '../../src/routes/(ward)/ward/moving/[household]/+page.server';
import * as quarantine from '../../src/routes/(ward)/ward/quarantine/+page.server';
import * as secondCopy from '../../src/routes/(ward)/ward/second-copy/+page.server';
import { sealSecondCopy } from '$lib/device/second-copy';
import { newId } from '../support/entries';

const PAGES = {
  ...{ devices, differences, duplicates, moving, quarantine },
  ...{ 'moving/one': movingOne, 'second-copy': secondCopy }
};

describe('the ward’s desk', () => {
  const now = Date.UTC(2025, 10, 20, 5);
  let server: TestServer;
  let hoa: Caller;
  const [household, person] = [newId(), newId()];

  beforeEach(async () => {
    server = await openTestServer({ clock: () => now });
    hoa = await joins();
    await hoa.sends([hoa.household(household, person)]);
  });
  afterEach(() => server.close());

  const joins = async (role: Role = 'leader', name = 'Trần Thị Hoa') =>
    new Caller(
      () => server,
      await server.addAccount({ role, name }),
      () => now
    );

  const asks = deskOf(
    PAGES,
    () => server,
    () => ({ household })
  );

  it('[SV5] what waits for an entry that has not come yet is shown, with nothing to decide', async () => {
    const officer = await joins('officer');
    const lan = await joins('leader', 'Phạm Thị Lan');
    await lan.sends([lan.person(newId(), household, { insurance: 'yes' }, { buildsOn: [newId() as never] })]);
    expect(await asks(officer, 'quarantine')).toMatchObject({
      apart: [],
      waiting: [{ by: 'Phạm Thị Lan', kind: 'person.change', receivedAt: now }]
    });
  });

  it('two found to be no duplicate can be looked at again', async () => {
    const officer = await joins('officer');
    const [again, twin] = [newId(), newId()];
    const birth = { birth: '1975-03-05' };
    await hoa.sends([
      hoa.household(again, twin),
      hoa.person(person, household, birth),
      hoa.person(twin, again, birth)
    ]);
    type Pair = { one: { id: string }; other: { id: string } };
    const pairs = async (list: string) => (await asks(officer, 'duplicates'))[list] as unknown as Pair[];
    const [pair] = await pairs('found');
    const form = { one: pair!.one.id, other: pair!.other.id };
    await asks(officer, 'duplicates', 'apart', form);
    expect((await pairs('found')).some(({ one }) => one.id === form.one)).toBe(false);
    expect(await pairs('apart')).toMatchObject([{ one: { id: form.one }, other: { id: form.other } }]);
    expect(await asks(officer, 'duplicates', 'again', form)).toEqual({ said: 'again' });
    expect((await pairs('found')).some(({ one }) => one.id === form.one)).toBe(true);
    expect(await pairs('apart')).toEqual([]);
  });

  it('what is kept apart is read in words, and taken in with one click', async () => {
    const officer = await joins('officer');
    const lan = await joins('leader', 'Phạm Thị Lan');
    const unknown = newId();
    await lan.pulls();
    await lan.sends([lan.person(unknown, household, { insurance: 'yes' })]);
    const { apart } = await asks(officer, 'quarantine');
    expect(apart).toMatchObject([{ by: 'Phạm Thị Lan', reason: 'unknown-target', kind: 'person.change' }]);
    await hoa.sends([hoa.entry('person.add', [hoa.sets('person', unknown, household, { name: 'Mai' })])]);
    const number = String((apart as unknown as { number: number }[])[0]!.number);
    expect(await asks(officer, 'quarantine', 'accept', { number })).toMatchObject({ accepted: 1, left: [] });
    expect((await asks(officer, 'quarantine')).apart).toEqual([]);
    expect(await asks(officer, 'quarantine', 'refuse', { number })).toMatchObject({ refused: 0 });
  });

  it('what still cannot take effect stays, with its reason', async () => {
    const officer = await joins('officer');
    await hoa.sends([hoa.entry('dance', [hoa.sets('person', person, household, { insurance: 'no' })])]);
    const { apart } = await asks(officer, 'quarantine');
    const number = String((apart as unknown as { number: number }[])[0]!.number);
    expect(await asks(officer, 'quarantine', 'accept', { number })).toMatchObject({
      accepted: 0,
      left: ['invalid']
    });
    expect((await asks(officer, 'quarantine')).apart).toHaveLength(1);
  });

  it('a choice on the page of two values is an entry of the officer’s own device', async () => {
    const [officer, lan] = [await joins('officer', 'Cán bộ'), await joins('leader', 'Phạm Thị Lan')];
    await lan.pulls();
    await hoa.sends([hoa.person(person, household, { activity: 'employed' })]);
    await lan.sends([lan.person(person, household, { activity: 'unemployed' })]);
    const before = await asks(officer, 'differences');
    const [{ id }] = before.differences as unknown as [{ id: string }];
    const choice = { difference: id, side: 'current' };
    expect(await asks(officer, 'differences', 'choose', choice)).toEqual({ chosen: true });
    expect(await asks(officer, 'differences', 'choose', choice)).toEqual({ chosen: false });
    expect((await asks(officer, 'differences')).differences).toEqual([]);
    const entry = await server.services.db
      .selectFrom('entries')
      .selectAll()
      .where('kind', '=', 'resolve')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ author: officer.session.actor.account, n: 1, status: 'applied' });
    const shown = (await asks(officer, 'devices')).devices as unknown as { device: string }[];
    expect(shown.map(({ device }) => device).sort()).toEqual([hoa.device, lan.device].sort());
  });

  it('a sealed file is taken in through the form; what is no file of ours is told so', async () => {
    const officer = await joins('officer');
    const { seal } = await hoa.sends();
    const entry = hoa.person(person, household, { insurance: 'yes' });
    const { account } = hoa.session.actor;
    const copy = await sealSecondCopy([entry], seal!, { account, device: hoa.device });
    const take = (text: string) =>
      asks(officer, 'second-copy', 'take', { file: new File([text], 'ban-sao.json') });
    expect(await take(JSON.stringify(copy))).toMatchObject({ kind: 'taken', fresh: 1, name: 'Trần Thị Hoa' });
    expect(await take('{"hello":1}')).toEqual({ kind: 'refused', problem: 'foreign' });
    expect(await asks(officer, 'second-copy', 'take')).toEqual({ kind: 'none' });
  });

  it('doubles are merged, taken apart again, and told to be two', async () => {
    const officer = await joins('officer');
    const [other, double] = [newId(), newId()];
    await hoa.sends([hoa.household(other, double)]);
    await hoa.pulls();
    const number = '031075000001';
    await hoa.sends([
      hoa.person(person, household, { nationalId: number }),
      hoa.person(double, other, { nationalId: number })
    ]);
    expect(await asks(officer, 'duplicates')).toMatchObject({ count: 1, merged: [] });
    const pair = { type: 'person', stays: person, goes: double };
    expect(await asks(officer, 'duplicates', 'merge', pair)).toEqual({ said: 'merged' });
    expect(await asks(officer, 'duplicates')).toMatchObject({ count: 0, merged: [{ goes: { id: double } }] });
    const back = { type: 'person', id: double };
    expect(await asks(officer, 'duplicates', 'unmerge', back)).toEqual({ said: 'unmerged' });
    expect(await asks(officer, 'duplicates')).toMatchObject({ count: 1, merged: [] });
    expect(await asks(officer, 'duplicates', 'apart', { one: person, other: double })).toEqual({
      said: 'apart'
    });
    expect(await asks(officer, 'duplicates')).toMatchObject({ count: 0 });
  });

  it('[CO4] a household is found by a name without marks, moved, and moved back', async () => {
    const officer = await joins('officer');
    await hoa.sends([hoa.person(person, household, { name: 'Nguyễn Thị Thùy Dương' })]);
    const search = (query: string) => asks(officer, 'moving', 'search', { query });
    expect(await search('thuy duong')).toMatchObject({ count: 1, found: [{ id: household }] });
    expect(await search('nttd')).toMatchObject({ count: 1 });
    expect(await search('thuy dung')).toMatchObject({ count: 0, found: [] });
    expect(await search('  ')).toMatchObject({ count: 0 });

    const home = server.groups[0]!;
    const group = server.groups[5]!;
    expect(await asks(officer, 'moving/one')).toMatchObject({ home: { group: home }, from: null });
    expect(await asks(officer, 'moving/one', 'move')).toEqual({ said: 'none' });
    expect(await asks(officer, 'moving/one', 'move', { group: newId() })).toEqual({ said: 'changed' });
    expect(await asks(officer, 'moving/one', 'move', { group })).toEqual({ said: 'moved' });
    expect(await asks(officer, 'moving/one')).toMatchObject({ home: { group }, from: { id: home } });
    expect(await asks(officer, 'moving')).toMatchObject({
      moves: [{ home: { id: household, group }, from: { id: home } }]
    });
    expect(await search('thuy duong')).toMatchObject({ count: 1, found: [{ group }] });
    const back = await asks(officer, 'moving', 'back', { household, group: home });
    expect(back).toMatchObject({ kind: 'back', done: true });
    expect(await asks(officer, 'moving/one')).toMatchObject({ home: { group: home } });
  });
});
