import { expect, it } from 'vitest';
import { differenceFrom, differenceId } from '$lib/domain/entry/difference';
import type { Role } from '$lib/domain/actor';
import type { Entry } from '$lib/domain/entry/entry';
import { undoing } from '$lib/domain/entry/undo';
import { newId } from '../support/entries';
import { type Caller, statuses } from './caller';
import { onBothDatabases, type Scene } from './databases';

onBothDatabases('two people, one field', (scene: Scene) => {
  const lanJoins = (role: Role = 'leader') => scene.joins({ name: 'Phạm Thị Lan', role });
  const answers = (caller: Caller, values: Record<string, string | null>, told = {}) =>
    caller.person(scene.person, scene.household, values, told);

  it.each([
    ['leader', 'leader'],
    ['officer', 'leader'],
    ['leader', 'officer']
  ] as const)(
    '[CO1] a value of a %s is not overwritten by a %s who had not seen it: both are kept',
    async (first, second) => {
      const lan = await lanJoins(first);
      const minh = await scene.joins({ name: 'Lê Minh', role: second });
      await lan.sends([answers(lan, { activity: 'employed' })]);
      const entry = answers(minh, { activity: 'unemployed' });
      const answer = await minh.sends([entry]);
      expect(statuses(answer)).toEqual(['review']);
      expect(minh.value('person', scene.person, 'activity')).toBe('employed');
      const id = differenceId('person', scene.person, 'activity', minh.session.actor.account);
      const difference = Object.fromEntries(
        Object.entries(minh.rows.get(`difference:${id}`)!.fields).map(([field, [value]]) => [field, value])
      );
      expect(difference).toEqual({
        type: 'person',
        target: scene.person,
        field: 'activity',
        current: 'employed',
        currentBy: 'Phạm Thị Lan',
        currentAt: scene.now,
        proposed: 'unemployed',
        proposedBy: 'Lê Minh',
        proposedAt: scene.now,
        openedAt: scene.now,
        open: true,
        entry: entry.id
      });
    }
  );

  it('[TI1] the time of a clock that cannot be right is only "khoảng" where two values are shown', async () => {
    const lan = await lanJoins();
    await lan.sends([answers(lan, { activity: 'employed' })]);
    const ahead = { wall: scene.now + 3_600_000, contact: null };
    await scene.hoa.sends([answers(scene.hoa, { activity: 'unemployed' }, { clock: ahead })]);
    const id = differenceId('person', scene.person, 'activity', scene.hoa.session.actor.account);
    expect(differenceFrom(scene.hoa.rows.get(`difference:${id}`)!)).toMatchObject({
      ...{ currentAbout: false, proposedAbout: true, proposedAt: scene.now }
    });
  });

  it('[CO1] the same value as now is confirmed, and nothing changes', async () => {
    const lan = await lanJoins();
    await scene.hoa.sends([answers(scene.hoa, { insurance: 'yes' })]);
    const answer = await lan.sends([answers(lan, { insurance: 'yes' })]);
    expect(statuses(answer)).toEqual(['applied']);
    expect(lan.seq('person', scene.person, 'insurance')).toBe(2);
    expect([...lan.rows.keys()].filter((key) => key.startsWith('difference'))).toEqual([]);
  });

  it('[CO1] whoever saw the present value may change it', async () => {
    const lan = await lanJoins();
    await scene.hoa.sends([answers(scene.hoa, { insurance: 'no' })]);
    await lan.pulls();
    expect(statuses(await lan.sends([answers(lan, { insurance: 'yes' })]))).toEqual(['applied']);
    await scene.hoa.pulls();
    expect(scene.hoa.value('person', scene.person, 'insurance')).toBe('yes');
  });

  it('[CO1] own entries that lead to the present value are seen; one that became a difference is not', async () => {
    const lan = await lanJoins();
    const free = answers(lan, { insurance: 'no', activity: 'inactive' });
    await scene.hoa.sends([answers(scene.hoa, { activity: 'employed' })]);
    const later = answers(
      lan,
      { insurance: 'yes', activity: 'unemployed' },
      { own: [free.id], buildsOn: [free.id] }
    );
    expect(statuses(await lan.sends([free, later]))).toEqual(['review', 'review']);
    expect(lan.value('person', scene.person, 'insurance')).toBe('yes');
    expect(lan.value('person', scene.person, 'activity')).toBe('employed');
    const open = [...lan.rows.values()].filter(({ type }) => type === 'difference');
    expect(open.map(({ fields }) => fields.proposed![0])).toEqual(['unemployed']);
  });

  it('[CO1] a choice closes the difference; one that was itself overtaken leaves it open', async () => {
    const lan = await lanJoins();
    await scene.hoa.sends([answers(scene.hoa, { activity: 'employed' })]);
    await lan.sends([answers(lan, { activity: 'unemployed' })]);
    const id = differenceId('person', scene.person, 'activity', lan.session.actor.account);
    const officer = await scene.joins({ role: 'officer' });
    const blind = scene.anotherDeviceOf(officer);
    const choose = (caller: Caller, activity: string) =>
      caller.entry('resolve', [caller.sets('person', scene.person, scene.household, { activity })], {
        resolves: id
      });
    expect(statuses(await blind.sends([choose(blind, 'inactive')], { pull: false }))).toEqual(['review']);
    await lan.pulls();
    expect(lan.value('difference', id, 'open')).toBe(true);

    expect(statuses(await officer.sends([choose(officer, 'unemployed')]))).toEqual(['applied']);
    await lan.pulls();
    expect(lan.value('difference', id, 'open')).toBe(false);
    expect(lan.value('person', scene.person, 'activity')).toBe('unemployed');
  });

  it('[CO1] nobody closes a difference of a household that the entry is not about', async () => {
    const lan = await lanJoins();
    await scene.hoa.sends([answers(scene.hoa, { activity: 'employed' })]);
    await lan.sends([answers(lan, { activity: 'unemployed' })]);
    const id = differenceId('person', scene.person, 'activity', lan.session.actor.account);
    const stranger = await scene.joins({ group: 7 });
    const [own, person] = [newId(), newId()];
    await stranger.sends([stranger.household(own, person)]);
    const change = stranger.sets('person', person, own, { activity: 'employed' });
    await stranger.sends([stranger.entry('resolve', [change], { resolves: id })]);
    await lan.pulls();
    expect(lan.value('difference', id, 'open')).toBe(true);
  });

  const differenceOf = (caller: Caller, seenBy: Caller) => {
    const id = differenceId('person', scene.person, 'activity', caller.session.actor.account);
    const of = (field: string) => seenBy.value('difference', id, field);
    return of('open')
      ? `${of('currentBy')}: ${of('current')}, ${of('proposedBy')}: ${of('proposed')}`
      : 'closed';
  };
  const takesBack = (caller: Caller, entry: Entry) =>
    caller.entry('cancel', [], {
      body: JSON.stringify(undoing({ ...entry, body: JSON.parse(entry.body) })),
      buildsOn: [entry.id]
    });

  it('[CO1] whoever writes again, knowing the other value, has nothing left to choose', async () => {
    const lan = await lanJoins();
    await scene.hoa.sends([answers(scene.hoa, { activity: 'employed' })]);
    await lan.sends([answers(lan, { activity: 'unemployed' })]);
    expect(differenceOf(lan, lan)).toBe('Trần Thị Hoa: employed, Phạm Thị Lan: unemployed');
    expect(statuses(await lan.sends([answers(lan, { activity: 'unemployed' })]))).toEqual(['applied']);
    await scene.hoa.pulls();
    expect(scene.hoa.value('person', scene.person, 'activity')).toBe('unemployed');
    expect(differenceOf(lan, scene.hoa)).toBe('closed');
  });

  it('[CO3] the two values to choose from are the present one and the proposed one', async () => {
    const lan = await lanJoins();
    const minh = await scene.joins({ name: 'Lê Minh', role: 'officer' });
    await scene.hoa.sends([answers(scene.hoa, { activity: 'employed' })]);
    await lan.sends([answers(lan, { activity: 'unemployed' })]);
    await minh.pulls();
    await minh.sends([answers(minh, { activity: 'inactive' })]);
    await lan.pulls();
    expect(differenceOf(lan, lan)).toBe('Lê Minh: inactive, Phạm Thị Lan: unemployed');
    await minh.sends([answers(minh, { activity: 'unemployed' })]);
    await lan.pulls();
    expect(differenceOf(lan, lan)).toBe('closed');
  });

  it('[CO3] a value given and answered within one batch leaves nothing to choose', async () => {
    const lan = await lanJoins();
    await scene.hoa.sends([answers(scene.hoa, { activity: 'employed' })]);
    const proposal = answers(lan, { activity: 'unemployed' });
    await lan.sends([proposal, takesBack(lan, proposal)]);
    expect(differenceOf(lan, lan)).toBe('closed');
  });

  it('[CO3] taking back a proposal withdraws it: what was there before is not proposed in its place', async () => {
    const lan = await lanJoins();
    await lan.sends([answers(lan, { activity: 'inactive' })]);
    await lan.pulls();
    await scene.hoa.pulls();
    const proposal = answers(lan, { activity: 'unemployed', training: 'college' });
    const officer = await scene.joins({ role: 'officer', name: 'Lê Minh' });
    await officer.sends([answers(officer, { activity: 'employed' })]);
    expect(statuses(await lan.sends([proposal]))).toEqual(['review']);
    expect(statuses(await lan.sends([takesBack(lan, proposal)]))).toEqual(['applied']);
    await scene.hoa.pulls();
    expect(differenceOf(lan, scene.hoa)).toBe('closed');
    expect(scene.hoa.value('person', scene.person, 'activity')).toBe('employed');
    expect(scene.hoa.value('person', scene.person, 'training')).toBe(null);
  });

  it('[CO2] different fields of one person merge', async () => {
    const lan = await lanJoins();
    await scene.hoa.sends([answers(scene.hoa, { insurance: 'yes' })]);
    expect(statuses(await lan.sends([answers(lan, { training: 'college' })]))).toEqual(['applied']);
    expect(lan.value('person', scene.person, 'insurance')).toBe('yes');
    expect(lan.value('person', scene.person, 'training')).toBe('college');
  });

  it('[CO2] visits and new people never conflict', async () => {
    const lan = await lanJoins();
    const visit = (caller: Caller) =>
      caller.entry('visit', [
        caller.sets('visit', newId(), scene.household, { outcome: 'unchanged', on: '2025-11-20' })
      ]);
    const child = (caller: Caller) =>
      caller.entry('person.add', [caller.sets('person', newId(), scene.household, { name: 'Nguyễn An' })]);
    expect(statuses(await scene.hoa.sends([visit(scene.hoa), child(scene.hoa)]))).toEqual([
      'applied',
      'applied'
    ]);
    expect(statuses(await lan.sends([visit(lan), child(lan)]))).toEqual(['applied', 'applied']);
  });

  it('[CO2] a person alone never differs with himself, on two phones that know nothing of each other', async () => {
    const tablet = scene.anotherDeviceOf(scene.hoa);
    await tablet.pulls();
    const [onPhone, onTablet] = [
      answers(scene.hoa, { insurance: 'no' }),
      answers(tablet, { insurance: 'yes' })
    ];
    expect(statuses(await scene.hoa.sends([onPhone]))).toEqual(['applied']);
    expect(statuses(await tablet.sends([onTablet]))).toEqual(['applied']);
    expect(tablet.value('person', scene.person, 'insurance')).toBe('yes');
  });

  it('[CO1] an assessment that two phones begin meets in one row', async () => {
    const lan = await lanJoins();
    const assess = (caller: Caller, state: string) =>
      caller.entry('assess', [
        caller.sets('assessment', `${scene.household}/2025`, scene.household, { state })
      ]);
    expect(statuses(await scene.hoa.sends([assess(scene.hoa, 'expected')]))).toEqual(['applied']);
    expect(statuses(await lan.sends([assess(lan, 'not-expected')]))).toEqual(['review']);
  });
});
