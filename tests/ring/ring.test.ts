import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rankGroups } from '$lib/domain/figures/ranking';
import { enqueue } from '$lib/device/outbox';
import { aBody, aChange, aFrozenEntry } from '../support/entries';
import { aRing, type Ring } from '../support/ring';

describe('one ring: phones, a wire, a ward', () => {
  let ring: Ring;
  beforeEach(async () => void (ring = await aRing()));
  afterEach(() => ring.close());

  it('[EX1] what a leader records without a network reaches the ward, the officer and the other phones', async () => {
    const { hoa, lan, household, person } = ring;
    hoa.wire = 'dead';
    await hoa.answers(person, { insurance: 'yes' });
    await hoa.taps('visit', [ring.aVisit(household)]);
    await expect(hoa.syncs()).rejects.toThrow();
    expect(await hoa.waiting()).toBe(2);
    expect(await hoa.sees(`person:${person.id}`, 'insurance')).toBe('yes');

    hoa.wire = 'good';
    await hoa.syncs();
    expect(await hoa.waiting()).toBe(0);
    expect(await hoa.receipts()).toEqual(['applied', 'applied']);
    await lan.syncs();
    const standings = (await lan.standings())!;
    const own = standings.groups.find(({ group }) => group === household.group)!;
    expect(own.tallies.insurance).toEqual([1, 0, 1, 0]);
    expect(own.coverage).toEqual([1, 1]);
    expect(rankGroups(ring.campaign, standings.groups, 'insurance')[0]).toMatchObject({
      group: household.group
    });
  });

  it('a question that only the plan brings is answered offline, applied and counted like any other', async () => {
    const { hoa, household, person } = ring;
    await hoa.syncs();
    hoa.wire = 'dead';
    await hoa.answers(person, { 'q-exercise': 'yes' });
    expect(await hoa.answers(person, { 'q-exercise': 'sometimes' })).toMatchObject({ kind: 'refused' });
    hoa.wire = 'good';
    await hoa.syncs();
    expect(await hoa.receipts()).toEqual(['applied']);
    await hoa.syncs();
    const own = (await hoa.standings())!.groups.find(({ group }) => group === household.group)!;
    expect(own.tallies['answer:13c']).toEqual([1, 0, 1, 0]);
  });

  it.each(['loses-the-answer', 'cuts-the-answer'] as const)(
    '[EX3][EX6] an answer that does not arrive (%s) changes nothing: twice is once',
    async (wire) => {
      const { hoa, person } = ring;
      await hoa.answers(person, { insurance: 'yes' });
      hoa.wire = wire;
      await expect(hoa.syncs()).rejects.toThrow();
      expect(await hoa.waiting()).toBe(1);
      expect(await ring.storedAtTheWard()).toBe(1);
      hoa.wire = 'good';
      await hoa.syncs();
      expect(await hoa.waiting()).toBe(0);
      expect(await ring.storedAtTheWard()).toBe(1);
      expect(await hoa.sees(`person:${person.id}`, 'insurance')).toBe('yes');
    }
  );

  it('[EX3] a request that arrives twice is stored once, and the second receipt is the first', async () => {
    const { hoa, person } = ring;
    await hoa.answers(person, { insurance: 'yes' });
    hoa.wire = 'repeats';
    await hoa.syncs();
    expect(await ring.storedAtTheWard()).toBe(1);
    expect(await hoa.receipts()).toEqual(['applied']);
  });

  it('[EX6] the page of a captive portal is not a word from the ward', async () => {
    const { hoa, person } = ring;
    await hoa.answers(person, { insurance: 'yes' });
    hoa.wire = 'portal';
    await expect(hoa.syncs()).rejects.toThrow();
    expect(await hoa.waiting()).toBe(1);
  });

  it('[EN1] every retry sends the same bytes', async () => {
    const { hoa, person } = ring;
    await hoa.answers(person, { insurance: 'yes' });
    hoa.wire = 'dead';
    await expect(hoa.syncs()).rejects.toThrow();
    await expect(hoa.syncs()).rejects.toThrow();
    const bodies = hoa.requests.flatMap(({ entries }) => entries);
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toEqual(bodies[1]);
  });

  it('[EN2] a second tap names the first, its value and the number below it', async () => {
    const { hoa, person } = ring;
    await hoa.syncs();
    await hoa.answers(person, { insurance: 'yes' });
    await hoa.answers(person, { insurance: 'no' });
    hoa.wire = 'dead';
    await expect(hoa.syncs()).rejects.toThrow();
    const [first, second] = hoa.requests.at(-1)!.entries;
    const { insurance } = JSON.parse(second!.body).changes[0].set;
    expect(insurance).toMatchObject({ value: 'no', seen: 'yes', own: [first!.id] });
    expect(second!.buildsOn).toEqual([first!.id]);
    expect(second!.previous).toBe(first!.id);
  });

  it('[EN3] the phone says no with the words of the ward, before anything is frozen', async () => {
    const { hoa, person } = ring;
    await hoa.syncs();
    expect(await hoa.answers(person, { insuranceExpiry: '31/02/2026' })).toMatchObject({
      kind: 'refused',
      field: 'insuranceExpiry',
      problem: 'not-a-date'
    });
    expect(await hoa.waiting()).toBe(0);
  });

  it('[EN5] a person entered by mistake is closed, not deleted, and comes back', async () => {
    const { hoa, lan, household } = ring;
    await hoa.syncs();
    const added = ring.aNewPerson(household, 'Nguyễn Thị Nhầm');
    const tap = await hoa.taps('person.add', [added]);
    await hoa.takesBack(tap.kind === 'saved' ? tap.id : (undefined as never));
    await hoa.syncs();
    await lan.syncs();
    expect(await lan.sees(`person:${added.id}`, 'closed')).toBe('entered-by-mistake');
    await lan.taps('reopen', [
      { type: 'person', id: added.id, household: household.id, set: { closed: null } }
    ]);
    await lan.syncs();
    await hoa.syncs();
    expect(await hoa.sees(`person:${added.id}`, 'closed')).toBe(null);
  });

  it('[OB3] an entry that is taken back before it was sent leaves no trace in the picture', async () => {
    const { hoa, lan, person } = ring;
    await hoa.syncs();
    const tap = await hoa.answers(person, { insurance: 'yes' });
    await hoa.takesBack(tap.kind === 'saved' ? tap.id : (undefined as never));
    expect(await hoa.sees(`person:${person.id}`, 'insurance')).toBe(null);
    await hoa.syncs();
    await lan.syncs();
    expect(await lan.sees(`person:${person.id}`, 'insurance')).toBe(null);
  });

  it('[PH1] an own value never flickers back while receipts and rows come in', async () => {
    const { hoa, person } = ring;
    await hoa.syncs();
    await hoa.answers(person, { insurance: 'yes' });
    await hoa.syncs();
    expect(await hoa.sees(`person:${person.id}`, 'insurance')).toBe('yes');
    await hoa.answers(person, { insurance: 'no' });
    hoa.wire = 'loses-the-answer';
    await expect(hoa.syncs()).rejects.toThrow();
    expect(await hoa.sees(`person:${person.id}`, 'insurance')).toBe('no');
  });

  it('[CO1] two phones, one field: the first stands, the second becomes a choice, nothing is overwritten', async () => {
    const { hoa, lan, person } = ring;
    await Promise.all([hoa.syncs(), lan.syncs()]);
    await hoa.answers(person, { activity: 'employed' });
    await lan.answers(person, { activity: 'unemployed' });
    await hoa.syncs();
    await lan.syncs();
    expect(await lan.receipts()).toEqual(['review']);
    expect(await lan.sees(`person:${person.id}`, 'activity')).toBe('employed');

    await hoa.syncs();
    const [difference] = (await hoa.files()).get(person.household)!.differences;
    expect(difference).toMatchObject({
      field: 'activity',
      current: 'employed',
      proposed: 'unemployed',
      open: true
    });

    await hoa.taps('resolve', [{ type: 'person', ...person, set: { activity: 'unemployed' } }], {
      resolves: difference!.id
    });
    await hoa.syncs();
    await lan.syncs();
    expect(await lan.sees(`person:${person.id}`, 'activity')).toBe('unemployed');
    expect((await lan.files()).get(person.household)!.differences).toEqual([]);
  });

  it('[CO1] the same value from two people is confirmed, and a later change of either is no difference', async () => {
    const { hoa, lan, person } = ring;
    await Promise.all([hoa.syncs(), lan.syncs()]);
    await hoa.answers(person, { insurance: 'yes' });
    await lan.answers(person, { insurance: 'yes' });
    await lan.answers(person, { insurance: 'no' });
    await hoa.syncs();
    await lan.syncs();
    expect(await lan.receipts()).toEqual(['applied', 'applied']);
    expect(await lan.sees(`person:${person.id}`, 'insurance')).toBe('no');
  });

  it('[CO2] different fields of one person merge silently', async () => {
    const { hoa, lan, person } = ring;
    await Promise.all([hoa.syncs(), lan.syncs()]);
    await hoa.answers(person, { insurance: 'yes' });
    await lan.answers(person, { activity: 'employed' });
    await hoa.syncs();
    await lan.syncs();
    await hoa.syncs();
    for (const phone of [hoa, lan]) {
      expect(await phone.sees(`person:${person.id}`, 'insurance')).toBe('yes');
      expect(await phone.sees(`person:${person.id}`, 'activity')).toBe('employed');
    }
  });

  it('[CO2] a person alone, on two phones, never differs with himself', async () => {
    const { hoa, person } = ring;
    const second = ring.anotherPhoneOf(hoa);
    await Promise.all([hoa.syncs(), second.syncs()]);
    await hoa.answers(person, { insurance: 'yes' });
    await second.answers(person, { insurance: 'no' });
    await hoa.syncs();
    await second.syncs();
    expect(await second.receipts()).toEqual(['applied']);
    expect(await second.sees(`person:${person.id}`, 'insurance')).toBe('no');
  });

  it('[PH2][PH3] counts come from receipts, and standings carry their time', async () => {
    const { hoa, person } = ring;
    await hoa.syncs();
    const before = (await hoa.standings())!;
    expect(before.asOf).toBe(ring.wardTime());
    await hoa.answers(person, { insurance: 'yes' });
    expect(await hoa.receipts()).toEqual([]);
    expect((await hoa.standings())!.version).toBe(before.version);
    await hoa.syncs();
    expect((await hoa.standings())!.version).not.toBe(before.version);
  });

  it('[EX2] a thousand entries leave in batches of 200, 400 and the rest', async () => {
    const { hoa, person } = ring;
    for (let count = 0; count < 1_000; count += 1) {
      const body = JSON.stringify(
        aBody({ ...person, set: { note: { ...aChange, value: `ghi chú ${count}` } } })
      );
      const { account: author, groups } = hoa.actor;
      await enqueue(hoa.device.work, aFrozenEntry({ author, group: groups[0]!, body }));
    }
    await hoa.syncs();
    expect(hoa.requests.map(({ entries }) => entries.length)).toEqual([200, 400, 400]);
    expect(await hoa.waiting()).toBe(0);
    expect(await hoa.sees(`person:${person.id}`, 'note')).toBe('ghi chú 999');
  });

  it('[EX5] taps are saved while a request is under way', async () => {
    const { hoa, person } = ring;
    await hoa.syncs();
    await hoa.answers(person, { insurance: 'yes' });
    ring.beforeAnswering(async () => void (await hoa.answers(person, { activity: 'employed' })));
    await hoa.syncs();
    expect(await hoa.sees(`person:${person.id}`, 'activity')).toBe('employed');
    await hoa.syncs();
    expect(await hoa.waiting()).toBe(0);
  });

  it('[EP1] a ward restored from an older backup gets the work back from the phones', async () => {
    const { hoa, lan, person } = ring;
    await Promise.all([hoa.syncs(), lan.syncs()]);
    await ring.backsUp();
    await hoa.answers(person, { insurance: 'yes' });
    await hoa.syncs();
    await ring.restores();
    await lan.syncs();
    await lan.answers(person, { activity: 'employed' });
    await lan.syncs();
    await hoa.syncs();
    await lan.syncs();
    for (const phone of [hoa, lan]) {
      expect(await phone.sees(`person:${person.id}`, 'insurance')).toBe('yes');
      expect(await phone.sees(`person:${person.id}`, 'activity')).toBe('employed');
      expect(await phone.waiting()).toBe(0);
    }
  });
});
