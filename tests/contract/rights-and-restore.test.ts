import { describe, expect, it } from 'vitest';
import type { GroupId } from '$lib/domain/ids';
import { insertEpoch, readWard, saveWard } from '$lib/server/queries/ward';
import { newId } from '../support/entries';
import { statuses } from './caller';
import { DAY, HOUR, NOON, onBothDatabases, type Scene } from './databases';

onBothDatabases('rights, time and restores', (scene: Scene) => {
  it('[SV3] work on another group is stored and has no effect, whatever group the entry claims', async () => {
    const stranger = await scene.joins({ group: 4 });
    const [own, other] = [stranger.session.actor.groups[0]!, scene.hoa.session.actor.groups[0]!];
    const edits = [own, other].map((group) =>
      stranger.person(scene.person, scene.household, { insurance: 'no' }, { group })
    );
    const adds = [
      stranger.household(newId(), newId(), { group: other }),
      stranger.household(newId(), newId(), { group: newId() as GroupId })
    ];
    expect(statuses(await stranger.sends([...edits, ...adds]))).toEqual([
      'quarantined: outside-right',
      'quarantined: outside-right',
      'quarantined: outside-right',
      'quarantined: unknown-target'
    ]);
    await scene.hoa.pulls();
    expect(scene.hoa.value('person', scene.person, 'insurance')).toBeNull();
    expect(scene.hoa.rows.size).toBe(2);
  });

  it('[SV3] nobody writes in another name', async () => {
    const lan = await scene.joins();
    const forged = lan.person(
      scene.person,
      scene.household,
      { insurance: 'no' },
      { author: scene.hoa.session.actor.account }
    );
    expect(statuses(await lan.sends([forged]))).toEqual(['quarantined: wrong-author']);
    expect(lan.value('person', scene.person, 'insurance')).toBeNull();
  });

  it('[SV3] an officer may everywhere, a viewer nowhere', async () => {
    const [officer, viewer] = [await scene.joins({ role: 'officer' }), await scene.joins({ role: 'viewer' })];
    expect(officer.rows.size).toBe(2);
    expect(viewer.rows.size).toBe(0);
    expect(
      statuses(await officer.sends([officer.person(scene.person, scene.household, { insurance: 'yes' })]))
    ).toEqual(['applied']);
    expect(
      statuses(await viewer.sends([viewer.person(scene.person, scene.household, { insurance: 'no' })]))
    ).toEqual(['quarantined: outside-right']);
  });

  it('[SV3] a device gets the rows of its groups and no others', async () => {
    const other = await scene.joins({ group: 9 });
    await other.sends([other.household()]);
    await scene.hoa.pulls();
    expect(new Set([...scene.hoa.rows.values()].map(({ group }) => group))).toEqual(
      new Set(scene.hoa.session.actor.groups)
    );
    expect(other.rows.size).toBe(2);
  });

  describe('an assignment that ended', () => {
    const CALLED = NOON - 2 * DAY;
    const deputyLastHeardAt = async (called: number) => {
      scene.now = called;
      const deputy = await scene.joins({ from: '2025-11-01', to: '2025-11-19' });
      scene.now = NOON;
      return deputy;
    };
    const tapped = (deputy: typeof scene.hoa, wall: number, server: number | null = CALLED) => {
      const contact = server === null ? null : { device: server, server };
      return deputy.person(
        scene.person,
        scene.household,
        { note: String(wall) },
        { clock: { wall, contact } }
      );
    };

    it('[TI1] counts for what was tapped before, and not for what came after', async () => {
      const deputy = await deputyLastHeardAt(CALLED);
      const answer = await deputy.sends([
        tapped(deputy, NOON - DAY),
        tapped(deputy, NOON - HOUR),
        // A clock that runs a year late, or early, is kept between the last contact and the receipt.
        tapped(deputy, NOON - 365 * DAY),
        tapped(deputy, NOON + 365 * DAY),
        // The last day ends at midnight in Hải Phòng, seven hours before the day of Greenwich does.
        tapped(deputy, Date.UTC(2025, 10, 19, 16, 59, 59)),
        tapped(deputy, Date.UTC(2025, 10, 19, 17))
      ]);
      const outside = 'quarantined: outside-right';
      expect(statuses(answer)).toEqual(['applied', outside, 'applied', outside, 'applied', outside]);
      const more = await deputy.sends([tapped(deputy, NOON - DAY + 1)]);
      expect(statuses(more), 'the rest of the same visit').toEqual(['applied']);
    });

    it('[SV3][TI1] a claimed contact that the ward knows better of is for a person to decide', async () => {
      const deputy = await deputyLastHeardAt(NOON - HOUR);
      const claims = [tapped(deputy, CALLED), tapped(deputy, NOON - DAY, null)];
      expect(statuses(await deputy.sends(claims))).toEqual(['quarantined: late', 'quarantined: late']);
      const unknown = scene.anotherDeviceOf(deputy);
      expect(statuses(await unknown.sends([tapped(unknown, CALLED)]))).toEqual(['quarantined: late']);
    });
  });

  it('[TI1] an honest phone whose clock says 2019, before its first contact, is heard as of now', async () => {
    const lan = await scene.joins({ from: '2025-11-01' });
    const clock = { wall: Date.UTC(2019, 0, 1), contact: null };
    expect(statuses(await lan.sends([lan.household(newId(), newId(), { clock })]))).toEqual(['applied']);
  });

  it('[TI1] a clock that is wrong is corrected by what it showed at the last contact', async () => {
    const { hoa } = scene;
    const contact = { device: 1_000_000, server: NOON - DAY };
    const clock = { wall: 1_000_000 + 3 * HOUR, contact };
    await hoa.sends([hoa.person(scene.person, scene.household, { note: 'x' }, { clock })]);
    const [, entry] = await scene.server.services.db
      .selectFrom('entries')
      .selectAll()
      .orderBy('number')
      .execute();
    expect(entry).toMatchObject({ captured_at: NOON - DAY + 3 * HOUR, wall: clock.wall, received_at: NOON });
  });

  it.each([
    ['another ward', { ward: newId() }],
    ['another epoch', { epoch: newId() }],
    ['another hash', { chain: 'f'.repeat(64) }],
    ['a number that is not here', { seq: 99 }]
  ])(
    '[EP1] a place of %s begins anew; what came along comes again, from the front',
    async (_what, changed) => {
      const { hoa, person, household } = scene;
      hoa.cursor = { ...hoa.cursor!, ...changed };
      const entry = hoa.person(person, household, { insurance: 'yes' });
      const answer = await hoa.sends([entry]);
      expect(answer).toMatchObject({ reset: true, receipts: [], rows: [], more: false, cursor: { seq: 0 } });
      expect(statuses(await hoa.sends([entry], { pull: false }))).toEqual(['applied']);
      await hoa.pulls();
      expect(hoa.value('person', person, 'insurance')).toBe('yes');
      expect((await hoa.sends()).reset).toBe(false);
    }
  );

  it('[EP1] while a reset pushes, there are receipts only, and the place stays', async () => {
    const { hoa, person, household } = scene;
    const place = hoa.cursor;
    const answer = await hoa.sends([hoa.person(person, household, { insurance: 'yes' })], { pull: false });
    expect(answer).toMatchObject({ reset: false, rows: [], more: false, cursor: place });
    expect(statuses(answer)).toEqual(['applied']);
  });

  it('[EP1] a restore that nobody declared shows by the hash, and begins an epoch', async () => {
    const { hoa } = scene;
    const before = hoa.cursor!.epoch;
    await rewindBehind(hoa);
    await hoa.sends();
    expect(hoa.cursor!.epoch).not.toBe(before);
    expect(await epochs()).toEqual([
      { began_at: 0, reason: 'opened' },
      { began_at: 1, reason: 'rewound' }
    ]);
  });

  it('[EP1] a second restore of the same copy that nobody declared begins one more, once', async () => {
    const { hoa } = scene;
    const { db } = scene.server.services;
    const lan = await scene.joins();
    const copy = (await readWard(db))!;
    await rewindBehind(hoa);
    for (const caller of [hoa, lan]) {
      await caller.sends();
      await caller.pulls();
    }
    await db.deleteFrom('epochs').where('reason', '=', 'rewound').execute();
    await saveWard(db, copy);
    expect((await hoa.sends()).reset).toBe(true);
    expect(hoa.cursor!.epoch).not.toBe(copy.epoch);
    expect((await lan.sends()).reset).toBe(true);
    expect(lan.cursor!.epoch).toBe(hoa.cursor!.epoch);
    expect((await epochs()).map(({ reason }) => reason)).toEqual(['lost', 'opened', 'rewound']);
  });

  it('[EP1] a place that the ward never gave resets who shows it, and nobody else', async () => {
    const { hoa } = scene;
    const lan = await scene.joins();
    const [chain, signature] = lan.cursor!.chain.split('.');
    const forged = [
      { chain: 'x' },
      { seq: 99 },
      { chain: `${'f'.repeat(64)}.${signature}` },
      { chain: `${chain}.` },
      { seq: 99, chain: `${'f'.repeat(64)}.${'A'.repeat(43)}` }
    ];
    for (const changed of forged) {
      const cursor = { ...lan.cursor!, seq: 1, ...changed };
      expect((await lan.sends([], { cursor })).reset).toBe(true);
      await lan.pulls();
    }
    expect(await epochs()).toEqual([{ began_at: 0, reason: 'opened' }]);
    expect((await hoa.sends()).reset).toBe(false);
  });

  it('[EP1] at most six histories an hour begin by a rewind; beyond that only the device begins anew', async () => {
    const { hoa } = scene;
    for (let count = 0; count < 7; count += 1) {
      await rewindBehind(hoa);
      expect((await hoa.sends()).reset).toBe(true);
      await hoa.pulls();
    }
    expect(await epochs()).toHaveLength(7);
    scene.now += HOUR;
    await rewindBehind(hoa);
    await hoa.sends();
    expect(await epochs()).toHaveLength(8);
  });

  it('[EP1] a ward opened again from its own file knows the places that it gave', async () => {
    await scene.reopen();
    expect((await scene.hoa.sends()).reset).toBe(false);
  });

  it('[EX3] where only the groups have changed, what came along is stored at once', async () => {
    const { hoa, person, household } = scene;
    const entry = hoa.person(person, household, { insurance: 'yes' });
    const { db } = scene.server.services;
    const [account, group_id] = [hoa.session.actor.account, scene.server.groups[5]!];
    await db
      .insertInto('assignments')
      .values({ account, group_id, from_day: '2020-01-01', to_day: null })
      .execute();
    const answer = await hoa.sends([entry]);
    expect(answer).toMatchObject({ reset: true, rows: [], cursor: { seq: 0 } });
    expect(statuses(answer)).toEqual(['applied']);
  });

  const epochs = () =>
    scene.server.services.db
      .selectFrom('epochs')
      .select(['began_at', 'reason'])
      .orderBy('at')
      .orderBy('reason')
      .execute();

  /** The ward goes back to before the last entry of a device, which has seen it. */
  async function rewindBehind(caller: typeof scene.hoa): Promise<void> {
    const { db } = scene.server.services;
    await caller.pulls();
    const before = (await readWard(db))!;
    await caller.sends([caller.person(scene.person, scene.household, { note: newId() })]);
    const { head } = (await readWard(db))!;
    await db.deleteFrom('chain').where('seq', '=', head).execute();
    await db.deleteFrom('entries').where('number', '=', head).execute();
    await saveWard(db, before);
  }

  it('[EP1] numbers of a lost history never overwrite: what was seen decides', async () => {
    const { hoa, person, household } = scene;
    const lan = await scene.joins();
    await lan.sends([lan.person(person, household, { activity: 'employed' })]);
    await beginEpoch();
    const [lost] = [{ epoch: lan.cursor!.epoch }];
    const change = (seen: string) => {
      const made = hoa.sets('person', person, household, { activity: 'unemployed' });
      return { ...made, set: { activity: { ...made.set.activity!, seen, base: 99 } } };
    };
    const stale = hoa.entry('person.change', [change('inactive')], lost);
    const seen = hoa.entry('person.change', [change('employed')], lost);
    expect((await hoa.sends()).reset).toBe(true);
    expect(statuses(await hoa.sends([stale]))).toEqual(['review']);
    expect(statuses(await hoa.sends([seen]))).toEqual(['applied']);
  });

  it('[SV5][EP1] what is about somebody whom the ward has lost waits until the phone that added them calls', async () => {
    const { hoa } = scene;
    const lan = await scene.joins();
    const [household, id] = [newId(), newId()];
    const added = lan.household(household, id);
    const lost = { epoch: lan.cursor!.epoch };
    await beginEpoch();
    const visit = hoa.sets('visit', newId(), household, { outcome: 'reviewed', on: '2025-11-20' });
    const owed = [
      hoa.person(id, household, { insurance: 'yes' }, lost),
      hoa.entry('visit', [visit], lost),
      hoa.person(newId(), household, { insurance: 'yes' }, lost)
    ];
    await hoa.sends();
    expect(statuses(await hoa.sends(owed))).toEqual(Array(3).fill('waiting'));
    await lan.sends();
    await lan.sends([added]);
    const answer = await hoa.sends();
    expect(statuses(answer)).toEqual(['applied', 'applied']);
    expect(hoa.value('person', id, 'insurance')).toBe('yes');
    scene.now += 6 * DAY;
    expect(statuses(await hoa.sends())).toEqual(['quarantined: unknown-target']);
  });

  it('[SV5] what is about nobody is no reason to wait in the present history', async () => {
    const stray = scene.hoa.person(newId(), scene.household, { insurance: 'yes' });
    expect(statuses(await scene.hoa.sends([stray]))).toEqual(['quarantined: unknown-target']);
  });

  async function beginEpoch(): Promise<void> {
    const { db } = scene.server.services;
    const ward = { ...(await readWard(db))!, epoch: newId() };
    await insertEpoch(db, ward, scene.now, 'restored');
    await saveWard(db, ward);
  }
});
