import { expect, it } from 'vitest';
import type { Entry } from '$lib/domain/entry/entry';
import { undoing } from '$lib/domain/entry/undo';
import { acceptApart, heldOf } from '$lib/server/deciding/decisions';
import { holdDelivery } from '$lib/server/deciding/holding';
import { type Caller, statuses } from './caller';
import { onBothDatabases, type Scene } from './databases';

onBothDatabases('own work that comes after newer own work', (scene: Scene) => {
  const answers = (caller: Caller, values: Record<string, string | null>, told = {}) =>
    caller.person(scene.person, scene.household, values, told);
  const torn = (entry: Entry): Entry => ({ ...entry, body: `${entry.body} ` });
  const activity = (caller: Caller) => caller.value('person', scene.person, 'activity');
  const open = (caller: Caller) =>
    [...caller.rows.values()].filter(({ type, fields }) => type === 'difference' && fields.open?.[0]);

  it('[CO2] what comes whole only after it was damaged does not pass over the newer word of its device', async () => {
    const { hoa } = scene;
    const [first, second] = [
      answers(hoa, { activity: 'unemployed', training: 'college' }),
      answers(hoa, { activity: 'employed' })
    ];
    expect(statuses(await hoa.sends([torn(first), second]))).toEqual(['quarantined: damaged', 'applied']);
    expect(statuses(await hoa.sends([first]))).toEqual(['applied']);
    expect(activity(hoa)).toBe('employed');
    expect(hoa.value('person', scene.person, 'training')).toBe('college');
  });

  it('[CO2] it proposes nothing either where somebody has since chosen otherwise', async () => {
    const { hoa } = scene;
    const lan = await scene.joins({ name: 'Lan' });
    const [first, second] = [
      answers(hoa, { activity: 'unemployed' }),
      answers(hoa, { activity: 'employed' })
    ];
    await hoa.sends([torn(first), second]);
    await lan.pulls();
    await lan.sends([answers(lan, { activity: 'inactive' })]);
    await hoa.sends([first]);
    expect([activity(hoa), open(hoa)]).toEqual(['inactive', []]);
  });

  it('[CO2][SV6] what an officer takes in late does not pass over what its author has said since', async () => {
    const { hoa } = scene;
    const officer = await scene.joins({ role: 'officer' });
    const key = (await hoa.sends()).key!;
    const held = answers(hoa, { activity: 'unemployed' });
    await holdDelivery(scene.server.services, hoa.request([held], { key }));
    await hoa.sends([answers(hoa, { activity: 'employed' })]);
    const numbers = await heldOf(scene.server.services, hoa.session.actor.account, hoa.device);
    await acceptApart(scene.server.services, officer.session.actor.account, numbers);
    expect(statuses(await hoa.sends())).toEqual(['applied']);
    expect(activity(hoa)).toBe('employed');
  });

  it('[CO2][SV6] nor over a newer answer that its author has taken back', async () => {
    const { hoa } = scene;
    const officer = await scene.joins({ role: 'officer' });
    const key = (await hoa.sends()).key!;
    const held = answers(hoa, { activity: 'unemployed' });
    await holdDelivery(scene.server.services, hoa.request([held], { key }));
    const newer = answers(hoa, { activity: 'employed' });
    const body = JSON.stringify(undoing({ ...newer, body: JSON.parse(newer.body) }));
    await hoa.sends([newer, hoa.entry('cancel', [], { body })]);
    const numbers = await heldOf(scene.server.services, hoa.session.actor.account, hoa.device);
    await acceptApart(scene.server.services, officer.session.actor.account, numbers);
    expect(statuses(await hoa.sends())).toEqual(['applied']);
    expect(activity(hoa)).toBeNull();
  });

  it('[CO2][EP3] a phone set back to a copy counts the same numbers again: its new work is no older for it', async () => {
    const { hoa } = scene;
    const first = answers(hoa, { note: 'a' });
    const lost = answers(hoa, { activity: 'unemployed' });
    await hoa.sends([first, lost]);
    const again = { ...answers(hoa, { activity: 'employed' }), n: lost.n - 1, previous: null };
    expect(statuses(await hoa.sends([again]))).toEqual(['applied']);
    expect(activity(hoa)).toBe('employed');
  });

  it('[CO2] a newer word that was only proposed and is taken back does not stand in the way', async () => {
    const { hoa } = scene;
    const lan = await scene.joins({ name: 'Lan' });
    const [first, second] = [answers(hoa, { training: 'none' }), answers(hoa, { activity: 'employed' })];
    await lan.sends([answers(lan, { activity: 'inactive', training: 'college' })]);
    expect(statuses(await hoa.sends([torn(first), second]))).toEqual(['quarantined: damaged', 'review']);
    const body = JSON.stringify(undoing({ ...second, body: JSON.parse(second.body) }));
    await hoa.sends([hoa.entry('cancel', [], { body })]);
    expect(statuses(await hoa.sends([first]))).toEqual(['review']);
    expect(open(hoa)).toMatchObject([{ fields: { proposed: ['none', expect.any(Number)] } }]);
  });

  it("[CO1] taking back what only confirmed another's value leaves that value", async () => {
    const { hoa } = scene;
    const lan = await scene.joins({ name: 'Lan' });
    const mine = answers(hoa, { activity: 'employed' });
    await lan.sends([answers(lan, { activity: 'employed' })]);
    await hoa.sends([mine]);
    const body = JSON.stringify(undoing({ ...mine, body: JSON.parse(mine.body) }));
    expect(statuses(await hoa.sends([hoa.entry('cancel', [], { body })]))).toEqual(['applied']);
    expect([activity(hoa), open(hoa)]).toEqual(['employed', []]);
  });

  it('[CO1] a taking back that only withdrew a proposal has seen nothing for those that build on it', async () => {
    const { hoa } = scene;
    const lan = await scene.joins({ name: 'Lan' });
    const first = answers(hoa, { note: 'a' });
    await lan.sends([answers(lan, { note: 'b' })]);
    const body = JSON.stringify(undoing({ ...first, body: JSON.parse(first.body) }));
    const back = hoa.entry('cancel', [], { body });
    const again = answers(hoa, { note: 'a' }, { own: [first.id, back.id], buildsOn: [back.id] });
    expect(statuses(await hoa.sends([first, back, again]))).toEqual(['review', 'applied', 'review']);
    expect(hoa.value('person', scene.person, 'note')).toBe('b');
  });
});
