import { expect, it } from 'vitest';
import { differenceId } from '$lib/domain/entry/difference';
import type { Entry } from '$lib/domain/entry/entry';
import { undoing } from '$lib/domain/entry/undo';
import { chooseValue, openDifferences } from '$lib/server/deciding/choosing';
import { acceptApart } from '$lib/server/deciding/decisions';
import { findDuplicates, keepApart, mergeAtDesk, unmergeAtDesk } from '$lib/server/deciding/duplicates';
import { firstBroken } from '$lib/server/exchange/history';
import { moveAtDesk } from '$lib/server/deciding/moving';
import { readHistory } from '$lib/server/queries/chain';
import { endAssignments } from '$lib/server/queries/accounts';
import { figures } from '$lib/server/ranking/ranking';
import { newId } from '../support/entries';
import { type Caller, statuses } from './caller';
import { DAY, HOUR, onBothDatabases, type Scene } from './databases';

onBothDatabases('what belongs where', (scene: Scene) => {
  const person = (
    caller: Caller,
    values: Record<string, string>,
    id = scene.person,
    household = scene.household
  ) => caller.person(id, household, values);
  const account = (caller: Caller) => caller.session.actor.account;

  it('[SV7][EP1] groups that changed begin anew; what left is never told again, what is owed goes first', async () => {
    const lan = await scene.joins({ name: 'Lan' });
    expect(lan.rows.size).toBe(2);
    await endAssignments(scene.server.services.db, account(lan), '2025-11-20');
    scene.now += DAY;
    const owed = person(lan, { insurance: 'yes' });
    const answer = await lan.sends([owed]);
    expect(answer).toMatchObject({ reset: true, rows: [], receipts: [{ id: owed.id }] });
    await lan.pulls();
    await scene.hoa.sends([person(scene.hoa, { note: 'news' })]);
    await lan.pulls();
    expect(lan.rows.size).toBe(0);
  });

  it('[SV7][CO4] a household that moves is gone from the old group and whole in the new one', async () => {
    const [officer, there] = [await scene.joins({ role: 'officer' }), await scene.joins({ group: 5 })];
    const to = scene.server.groups[5]!;
    expect(await moveAtDesk(scene.server.services, account(officer), scene.household, to)).toMatchObject({
      status: 'applied'
    });
    const told = await scene.hoa.sends();
    expect([told.gone, told.rows]).toEqual([[scene.household], []]);
    expect((await scene.hoa.sends()).gone).toBeUndefined();
    await there.pulls();
    expect([...there.rows.values()].map(({ group }) => group)).toEqual([to, to]);
    expect((await officer.sends()).gone).toBeUndefined();
    expect((await figures(scene.server.services)).groups[0]!.tallies.insurance).toEqual([0, 0, 0, 0]);
    await there.sends([person(there, { note: 'of the new group' })]);
    expect(await scene.hoa.sends()).toMatchObject({ rows: [] });
  });

  it('[CO4] work that was on its way when the household moved is late, and taken in with one tap', async () => {
    const officer = await scene.joins({ role: 'officer' });
    const late = person(scene.hoa, { insurance: 'yes' });
    const visit = scene.hoa.entry('visit', [
      scene.hoa.sets('visit', newId(), scene.household, { outcome: 'unchanged', on: '2025-11-20' })
    ]);
    await moveAtDesk(scene.server.services, account(officer), scene.household, scene.server.groups[5]!);
    const answer = await scene.hoa.sends([late, visit]);
    expect(statuses(answer)).toEqual(['quarantined: late', 'quarantined: late']);
    const numbers = answer.receipts.map(({ number }) => number);
    expect(await acceptApart(scene.server.services, account(officer), numbers)).toMatchObject({
      accepted: 2
    });
    await officer.pulls();
    expect(officer.value('person', scene.person, 'insurance')).toBe('yes');
    expect(statuses(await scene.hoa.sends())).toEqual(['applied', 'applied']);
    expect(firstBroken(await readHistory(scene.server.services.db))).toBeNull();
  });

  it('[SV7] who moves away and back is told once more, and keeps it', async () => {
    const officer = await scene.joins({ role: 'officer' });
    const [home, away] = [scene.server.groups[0]!, scene.server.groups[5]!];
    await moveAtDesk(scene.server.services, account(officer), scene.household, away);
    await moveAtDesk(scene.server.services, account(officer), scene.household, home);
    const told = await scene.hoa.sends();
    expect(told.gone).toBeUndefined();
    expect(told.rows).toHaveLength(2);
  });

  const aDouble = async (values: Record<string, string | null> = {}) => {
    const [household, id] = [newId(), newId()];
    await scene.hoa.sends([scene.hoa.household(household, id)]);
    if (Object.keys(values).length > 0) await scene.hoa.sends([scene.hoa.person(id, household, values)]);
    await scene.hoa.pulls();
    return { household, id };
  };

  it('[CO4] a merge keeps what only one of the two says, asks about the rest, and later work follows it', async () => {
    const { hoa } = scene;
    const officer = await scene.joins({ role: 'officer' });
    await hoa.sends([person(hoa, { insurance: 'yes' })]);
    const double = await aDouble({ insurance: 'no', training: 'college' });
    const late = hoa.person(double.id, double.household, { activity: 'employed' });
    const stale = hoa.person(double.id, double.household, { training: 'university' });
    const merged = await mergeAtDesk(scene.server.services, account(officer), {
      ...{ type: 'person', stays: scene.person, goes: double.id }
    });
    expect(merged).toMatchObject({ status: 'review' });
    await hoa.pulls();
    expect(hoa.value('person', scene.person, 'training')).toBe('college');
    expect(hoa.value('person', scene.person, 'insurance')).toBe('yes');
    expect(hoa.value('person', double.id, 'closed')).toBe('duplicate');
    const id = differenceId('person', scene.person, 'insurance', double.id);
    expect(hoa.value('difference', id, 'proposed')).toBe('no');
    expect(statuses(await hoa.sends([late, stale]))).toEqual(['applied', 'applied']);
    expect(hoa.value('person', scene.person, 'activity')).toBe('employed');
    expect(hoa.value('person', scene.person, 'training')).toBe('university');
    expect(hoa.value('person', double.id, 'activity')).toBeNull();
  });

  it('[CO1][CO4] what is taken back of somebody who was merged meanwhile is proposed no more, and gone when the merge is undone', async () => {
    const { hoa, server } = scene;
    const [officer, lan] = [await scene.joins({ role: 'officer' }), await scene.joins({ name: 'Lan' })];
    await lan.sends([person(lan, { insurance: 'yes' })]);
    const double = await aDouble();
    const no = hoa.person(double.id, double.household, { insurance: 'no' });
    await hoa.sends([no]);
    const back = hoa.entry('cancel', [], {
      body: JSON.stringify(undoing({ ...no, body: JSON.parse(no.body) })),
      buildsOn: [no.id]
    });
    await mergeAtDesk(server.services, account(officer), {
      ...{ type: 'person', stays: scene.person, goes: double.id }
    });
    const id = differenceId('person', scene.person, 'insurance', double.id);
    await hoa.pulls();
    expect(hoa.value('difference', id, 'open')).toBe(true);
    expect(statuses(await hoa.sends([back]))).toEqual(['applied']);
    expect(hoa.value('difference', id, 'open')).toBe(false);
    expect(hoa.value('person', scene.person, 'insurance')).toBe('yes');
    await unmergeAtDesk(server.services, account(officer), { type: 'person', id: double.id });
    await hoa.pulls();
    expect(hoa.value('person', double.id, 'insurance')).toBeNull();
    expect(hoa.value('person', scene.person, 'insurance')).toBe('yes');
  });

  it('[CO4] work on a merged person by somebody who had not seen the value that stands becomes a difference', async () => {
    const officer = await scene.joins({ role: 'officer' });
    const lan = await scene.joins({ name: 'Lan' });
    const double = await aDouble();
    await lan.pulls();
    await scene.hoa.sends([person(scene.hoa, { activity: 'employed' })]);
    const stale = lan.person(double.id, double.household, { activity: 'unemployed' });
    await mergeAtDesk(scene.server.services, account(officer), {
      ...{ type: 'person', stays: scene.person, goes: double.id }
    });
    expect(statuses(await lan.sends([stale]))).toEqual(['review']);
    expect(lan.value('person', scene.person, 'activity')).toBe('employed');
  });

  it('[CO4] a merge of households brings their people together, and undone all is as it was', async () => {
    const { hoa } = scene;
    const officer = await scene.joins({ role: 'officer' });
    const double = await aDouble({ insurance: 'no' });
    const before = await picture();
    await mergeAtDesk(scene.server.services, account(officer), {
      ...{ type: 'household', stays: scene.household, goes: double.household }
    });
    await hoa.pulls();
    expect(hoa.rows.get(`person:${double.id}`)!.household).toBe(scene.household);
    const follows = hoa.entry('visit', [
      hoa.sets('visit', newId(), double.household, { outcome: 'unchanged', on: '2025-11-20' })
    ]);
    const edit = hoa.person(double.id, double.household, { note: 'cũ' });
    expect(statuses(await hoa.sends([follows, edit]))).toEqual(['applied', 'applied']);
    expect(hoa.rows.get(`visit:${visitOf(follows)}`)!.household).toBe(scene.household);
    await unmergeAtDesk(scene.server.services, account(officer), { type: 'household', id: double.household });
    const after = await picture();
    expect(after.get(`person:${double.id}`)!.household).toBe(double.household);
    for (const [key, row] of before) expect(withoutNote(after.get(key)!)).toEqual(row);
    expect(
      statuses(await hoa.sends([hoa.person(double.id, double.household, { insurance: 'yes' })]))
    ).toEqual(['applied']);
  });

  it('[CO4][CO1] work on a merged household sees what stands now, whatever else comes in the same batch', async () => {
    const { hoa } = scene;
    const [officer, lan] = [await scene.joins({ role: 'officer' }), await scene.joins({ name: 'Lan' })];
    const double = await aDouble();
    await lan.pulls();
    const assesses = (caller: Caller, household: string, state: string) =>
      caller.entry('assess', [caller.sets('assessment', `${household}/2025`, household, { state })]);
    const stale = [
      lan.person(scene.person, scene.household, { note: 'a' }),
      assesses(lan, double.household, 'not-expected')
    ];
    await mergeAtDesk(scene.server.services, account(officer), {
      ...{ type: 'household', stays: scene.household, goes: double.household }
    });
    await hoa.sends([assesses(hoa, scene.household, 'expected')]);
    expect(statuses(await lan.sends(stale))).toEqual(['applied', 'review']);
    expect(lan.value('assessment', `${scene.household}/2025`, 'state')).toBe('expected');
  });

  it('[CO4] a merge into another group takes the household out of the old one, and undoing brings it back', async () => {
    const officer = await scene.joins({ role: 'officer' });
    const there = await scene.joins({ group: 5 });
    const [household, id] = [newId(), newId()];
    await there.sends([there.household(household, id)]);
    await scene.hoa.pulls();
    await mergeAtDesk(scene.server.services, account(officer), {
      ...{ type: 'household', stays: household, goes: scene.household }
    });
    const owed = person(scene.hoa, { insurance: 'yes' });
    const answer = await scene.hoa.sends([owed]);
    expect([answer.gone, answer.rows]).toEqual([[scene.household], []]);
    expect(statuses(answer)).toEqual(['quarantined: late']);
    await unmergeAtDesk(scene.server.services, account(officer), { type: 'household', id: scene.household });
    const gone = (await there.sends()).gone!;
    expect([...gone].sort()).toEqual([scene.household, scene.person].sort());
    await scene.hoa.pulls();
    expect(scene.hoa.value('household', scene.household, 'closed')).toBeNull();
    expect(statuses(await scene.hoa.sends([person(scene.hoa, { insurance: 'yes' })]))).toEqual(['applied']);
  });

  it('[SV7][CO4] whom two merges in a row took to another group is named to those who knew neither', async () => {
    const officer = await scene.joins({ role: 'officer' });
    const there = await scene.joins({ group: 5 });
    const double = await aDouble();
    const household = newId();
    await there.sends([there.household(household)]);
    const merge = (stays: string, goes: string) =>
      mergeAtDesk(scene.server.services, account(officer), { type: 'household', stays, goes });
    await scene.hoa.pulls();
    await merge(double.household, scene.household);
    await merge(household, double.household);
    expect((await scene.hoa.sends()).gone).toEqual(expect.arrayContaining([double.household, scene.person]));
  });

  it.each([
    ['in the order of the merges', [0, 1]],
    ['the last first', [1, 0]]
  ])('[CO4] two merges in a row undone %s bring everybody home', async (_, order) => {
    const officer = await scene.joins({ role: 'officer' });
    const [middle, last] = [await aDouble(), await aDouble()];
    const chain = [scene.household, middle.household, last.household];
    const homes = async () => {
      await officer.pulls();
      return [scene.person, middle.id, last.id].map((id) => officer.rows.get(`person:${id}`)!.household);
    };
    for (const [at, stays] of chain.slice(1).entries())
      await mergeAtDesk(scene.server.services, account(officer), {
        ...{ type: 'household', stays, goes: chain[at]! }
      });
    expect(await homes()).toEqual(chain.map(() => last.household));
    for (const at of order)
      await unmergeAtDesk(scene.server.services, account(officer), { type: 'household', id: chain[at]! });
    expect(await homes()).toEqual(chain);
  });

  it('[SV7][CO4] a second value given to somebody between a merge and its undoing goes back with them', async () => {
    const officer = await scene.joins({ role: 'officer' });
    const there = await scene.joins({ group: 5 });
    const household = newId();
    await there.sends([there.household(household)]);
    const stale = person(officer, { insurance: 'no' });
    await scene.hoa.sends([person(scene.hoa, { insurance: 'yes' })]);
    await mergeAtDesk(scene.server.services, account(officer), {
      ...{ type: 'household', stays: household, goes: scene.household }
    });
    expect(statuses(await officer.sends([stale]))).toEqual(['review']);
    await unmergeAtDesk(scene.server.services, account(officer), { type: 'household', id: scene.household });
    const open = await openDifferences(scene.server.services);
    expect(open.filter(({ target }) => target === scene.person)).toMatchObject([
      { household: scene.household }
    ]);
    await there.pulls();
    await scene.hoa.pulls();
    const own = (caller: Caller) =>
      [...caller.rows.values()].filter(
        ({ type, household: home }) => type === 'difference' && home === scene.household
      );
    expect([own(there).length, own(scene.hoa).length]).toEqual([0, 1]);
  });

  it("[CO1][CO4] what two merges say differently takes the place of nobody's proposal", async () => {
    const officer = await scene.joins({ role: 'officer' });
    const [one, other] = [await aDouble(), await aDouble()];
    await scene.hoa.sends([person(scene.hoa, { note: 'a' })]);
    await officer.pulls();
    await officer.sends(
      [one, other].map((double, at) => person(officer, { note: 'bc'[at]! }, double.id, double.household))
    );
    for (const { id: goes } of [one, other])
      await mergeAtDesk(scene.server.services, account(officer), {
        type: 'person',
        stays: scene.person,
        goes
      });
    const open = await openDifferences(scene.server.services);
    expect(open.flatMap(({ field, proposed }) => (field === 'note' ? [proposed] : [])).sort()).toEqual([
      'b',
      'c'
    ]);
  });

  it('[CO4] nobody merges a thing into itself, in a ring, or without being an officer', async () => {
    const officer = await scene.joins({ role: 'officer' });
    const double = await aDouble();
    const merge = (stays: string, goes: string, by = officer) =>
      mergeAtDesk(scene.server.services, account(by), { type: 'person', stays, goes });
    expect(await merge(scene.person, scene.person)).toMatchObject({ reason: 'invalid' });
    expect(await merge(scene.person, double.id)).toMatchObject({ status: 'applied' });
    expect(await merge(double.id, scene.person)).toMatchObject({ reason: 'invalid' });
    expect(await merge(scene.person, double.id)).toMatchObject({ reason: 'closed' });
    const forged = scene.hoa.entry('unmerge', [scene.hoa.sets('person', double.id, double.household, {})]);
    expect(statuses(await scene.hoa.sends([forged]))).toEqual(['quarantined: not-allowed']);
  });

  it('[CO6] the same person in two groups is shown to the ward, and to no leader; said to be two, it stays so', async () => {
    const officer = await scene.joins({ role: 'officer' });
    const there = await scene.joins({ group: 5 });
    const id = newId();
    await there.sends([there.household(newId(), id)]);
    const number = '031075000001';
    await scene.hoa.sends([person(scene.hoa, { nationalId: number })]);
    await there.sends([there.person(id, there.rows.get(`person:${id}`)!.household, { nationalId: number })]);
    const [found] = (await findDuplicates(scene.server.services)).shown;
    expect(found).toMatchObject({ because: ['number'] });
    expect([found!.one.id, found!.other.id].sort()).toEqual([scene.person, id].sort());
    await scene.hoa.pulls();
    expect(JSON.stringify([...scene.hoa.rows.values()])).not.toContain(id);
    await keepApart(scene.server.services, account(officer), found!.other.id, found!.one.id);
    await keepApart(scene.server.services, account(officer), found!.one.id, found!.other.id);
    expect(await findDuplicates(scene.server.services)).toEqual({ count: 0, shown: [] });
  });

  it('[CO3] a difference is the group’s for seven days, then the officer’s alone, who chooses with one click', async () => {
    const { hoa } = scene;
    const [officer, lan] = [await scene.joins({ role: 'officer' }), await scene.joins({ name: 'Lan' })];
    await hoa.sends([person(hoa, { activity: 'employed' })]);
    await lan.sends([person(lan, { activity: 'unemployed' })]);
    const id = differenceId('person', scene.person, 'activity', account(lan));
    const chosen = (): Entry =>
      lan.entry('resolve', [lan.sets('person', scene.person, scene.household, { activity: 'unemployed' })], {
        resolves: id,
        clock: { wall: scene.now, contact: { device: scene.now, server: scene.now } }
      });
    scene.now += 7 * DAY;
    const inTime = chosen();
    scene.now += HOUR;
    expect(statuses(await lan.sends([chosen()]))).toEqual(['quarantined: not-allowed']);
    const [open] = await openDifferences(scene.server.services);
    expect(open).toMatchObject({
      ...{ subject: 'Nguyễn Văn Hùng', field: 'activity', current: 'employed', proposed: 'unemployed' },
      ...{ currentBy: 'Trần Thị Hoa', proposedBy: 'Lan' }
    });
    await chooseValue(scene.server.services, account(officer), id, 'proposed');
    expect(await openDifferences(scene.server.services)).toEqual([]);
    await hoa.pulls();
    expect(hoa.value('person', scene.person, 'activity')).toBe('unemployed');
    // Tapped in time, come late: what was tapped then counts (TI1).
    expect(statuses(await lan.sends([inTime]))).toEqual(['applied']);
    expect(await chooseValue(scene.server.services, account(officer), id, 'current')).toBeUndefined();
  });

  const picture = async () => {
    const fresh = scene.anotherDeviceOf(scene.hoa);
    await fresh.pulls();
    return new Map(
      [...fresh.rows].map(([key, { household, group, fields }]) => [
        key,
        {
          household,
          group,
          fields: Object.fromEntries(
            Object.entries(fields).flatMap(([field, [value]]) => (value === null ? [] : [[field, value]]))
          )
        }
      ])
    );
  };
  const withoutNote = ({
    fields: { note: _note, ...fields },
    ...row
  }: {
    fields: Record<string, unknown>;
  }) => ({
    ...row,
    fields
  });
  const visitOf = (entry: Entry): string =>
    (JSON.parse(entry.body) as { changes: { id: string }[] }).changes[0]!.id;
});
