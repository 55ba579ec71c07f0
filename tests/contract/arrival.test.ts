import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { ENTRY_SCHEMA, type Entry } from '$lib/domain/entry/entry';
import type { EntryId } from '$lib/domain/ids';
import { verify } from '$lib/server/backup/verify';
import { acceptApart, refuseApart } from '$lib/server/deciding/decisions';
import { countApart } from '$lib/server/queries/entries';
import { figures } from '$lib/server/ranking/ranking';
import { newId, sha256 } from '../support/entries';
import { statuses } from './caller';
import { DAY, HOUR, NOON, onBothDatabases, type Scene } from './databases';

onBothDatabases('what arrives', (scene: Scene) => {
  const stored = () => scene.server.services.db.selectFrom('entries').selectAll().orderBy('number').execute();

  it('[EN1] the same bytes again are the same entry, with the first receipt', async () => {
    const { hoa, person, household } = scene;
    const entry = hoa.person(person, household, { insurance: 'yes' });
    const [first] = (await hoa.sends([entry])).receipts;
    scene.now += DAY;
    const again = await hoa.sends([entry, entry]);
    expect(again.receipts).toEqual([
      { ...first, already: true },
      { ...first, already: true }
    ]);
    expect(await stored()).toHaveLength(2);
  });

  it('[EN1] the same id with other bytes is stored and kept apart, however often it comes', async () => {
    const { hoa, person, household } = scene;
    const honest = hoa.person(person, household, { insurance: 'yes' });
    const forged = hoa.person(person, household, { insurance: 'no' }, { id: honest.id });
    expect(statuses(await hoa.sends([honest, forged]))).toEqual(['applied', 'quarantined: id-reused']);
    expect(statuses(await hoa.sends([forged, honest]))).toEqual(['quarantined: id-reused', 'applied']);
    await hoa.pulls();
    expect(hoa.value('person', person, 'insurance')).toBe('yes');
    expect(await stored()).toHaveLength(3);
  });

  const damage = (whole: Entry) => ({ ...whole, body: whole.body.replace('"yes"', '"no"') });
  const device = () => scene.server.services.db.selectFrom('devices').selectAll().executeTakeFirstOrThrow();

  it('[EN1][SV4] bytes that are not what their sum says are kept with a receipt, so that no queue stays open', async () => {
    const { hoa, person, household } = scene;
    const damaged = damage(hoa.person(person, household, { insurance: 'yes' }));
    const next = hoa.person(person, household, { note: 'có chó' });
    expect(statuses(await hoa.sends([damaged, next]))).toEqual(['quarantined: damaged', 'applied']);
    expect((await hoa.sends([damaged])).receipts).toMatchObject([{ already: true, reason: 'damaged' }]);
    const kept = (await stored())[1]!;
    expect(kept).toMatchObject({ sha: sha256(damaged.body), status: 'quarantined' });
    expect(Buffer.from(kept.body).toString()).toBe(damaged.body);
    expect(hoa.value('person', person, 'insurance')).toBeNull();
    expect(await device()).toMatchObject({ damaged: 1, stored: 3 });
  });

  it('[EN1][SV1] whole at last, it is judged as the real one, and is one entry', async () => {
    const { hoa, person, household } = scene;
    const whole = hoa.person(person, household, { insurance: 'yes' });
    await hoa.sends([damage(whole)]);
    const answer = await hoa.sends([whole]);
    expect(statuses(answer)).toEqual(['applied']);
    expect(answer.day).toMatchObject({ entries: 2 });
    expect(hoa.value('person', person, 'insurance')).toBe('yes');
    expect(await device()).toMatchObject({ stored: 2 });
    expect(await countApart(scene.server.services.db)).toMatchObject({ count: 0 });
    expect(statuses(await hoa.sends([damage(whole), whole]))).toEqual(['quarantined: damaged', 'applied']);
    const other = { ...hoa.person(person, household, { insurance: 'unclear' }), id: whole.id };
    expect(statuses(await hoa.sends([other]))).toEqual(['quarantined: id-reused']);
    await verify(scene.server.services.db);
  });

  it('[EN1] damaged and whole in one batch, in either order: the whole one counts', async () => {
    const { hoa, person, household } = scene;
    const [first, second] = ['insurance', 'training'].map((field) =>
      hoa.person(person, household, { [field]: field === 'training' ? 'college' : 'yes' })
    ) as [Entry, Entry];
    const broken = { ...second, body: second.body.replace('college', 'none') };
    const answer = await hoa.sends([damage(first), first, second, broken]);
    expect(statuses(answer)).toEqual(['quarantined: damaged', 'applied', 'applied', 'quarantined: damaged']);
    expect(await device()).toMatchObject({ stored: 3 });
  });

  it('[EN1] no officer can take in what nobody wrote, and what he lays aside can still come whole', async () => {
    const { hoa, person, household } = scene;
    const officer = (await scene.joins({ role: 'officer' })).session.actor.account;
    const whole = hoa.person(person, household, { insurance: 'yes' });
    const { number } = (await hoa.sends([damage(whole)])).receipts[0]!;
    expect(await acceptApart(scene.server.services, officer, [number])).toMatchObject({ left: ['damaged'] });
    await refuseApart(scene.server.services, officer, [number]);
    expect(await countApart(scene.server.services.db)).toMatchObject({ count: 0 });
    expect(statuses(await hoa.sends([whole])).at(0)).toBe('applied');
  });

  it('[EN4] a version that the server does not know yet is kept whole and waits for it', async () => {
    const { hoa, person, household } = scene;
    const newer = hoa.entry('dance', [], { schema: ENTRY_SCHEMA + 1, body: '{"from":"tomorrow"}' });
    const next = hoa.person(person, household, { insurance: 'yes' });
    expect(statuses(await hoa.sends([newer, next]))).toEqual(['waiting: newer-version', 'applied']);
    expect(Buffer.from((await stored())[1]!.body).toString()).toBe('{"from":"tomorrow"}');
    scene.now += 6 * DAY;
    expect(statuses(await hoa.sends([newer]))).toEqual(['waiting: newer-version']);
  });

  it('[EN4] a version that became known is judged at the next exchange', async () => {
    const { hoa, person, household } = scene;
    const entry = hoa.person(person, household, { insurance: 'yes' }, { schema: ENTRY_SCHEMA + 1 });
    await hoa.sends([entry]);
    await scene.server.services.db
      .updateTable('entries')
      .set({ schema: ENTRY_SCHEMA })
      .where('id', '=', entry.id)
      .execute();
    const answer = await hoa.sends();
    expect(answer.receipts).toMatchObject([{ id: entry.id, status: 'applied', number: 2, decided: 3 }]);
    expect(hoa.value('person', person, 'insurance')).toBe('yes');
  });

  it('[EN4] a kind that nobody knows is stored with its reason, and those behind it go on', async () => {
    const { hoa, person, household } = scene;
    const odd = hoa.entry('dance', [hoa.sets('person', person, household, { insurance: 'no' })]);
    const next = hoa.person(person, household, { insurance: 'yes' });
    expect(statuses(await hoa.sends([odd, next]))).toEqual(['quarantined: invalid', 'applied']);
  });

  it.each([
    ['is no JSON', 'chào'],
    ['is not ours', '{"hello":[]}'],
    ['has unknown keys', '{"epoch":null,"changes":[],"admin":true}'],
    ['is deep', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['holds a NUL', '{"epoch":null,"changes":[],"about":{"difference":"\\u0000"}}'],
    ['is a bare NUL', '\0']
  ])('[SV8] a body that %s is stored unread, and those behind it go on', async (_what, body) => {
    const { hoa, person, household } = scene;
    const unread = hoa.entry('person.change', [], { body });
    const next = hoa.person(person, household, { insurance: 'yes' });
    expect(statuses(await hoa.sends([unread, next]))).toEqual(['quarantined: unreadable', 'applied']);
    expect(Buffer.from((await stored())[1]!.body).toString()).toBe(body);
    expect(scene.server.faults).toEqual([]);
  });

  it('[EN5] what is closed stays, is not counted, and can be reopened', async () => {
    const { hoa, person, household } = scene;
    const closing = { closed: 'moved-away', closedOn: '2025-11-01' };
    const countedOf = async () => (await figures(scene.server.services)).groups[0]!.tallies.insurance;
    await hoa.sends([hoa.entry('close', [hoa.sets('person', person, household, closing)])]);
    expect(await countedOf()).toEqual([0, 0, 0, 1]);
    expect(statuses(await hoa.sends([hoa.person(person, household, { insurance: 'yes' })]))).toEqual([
      'quarantined: closed'
    ]);
    await hoa.sends([
      hoa.entry('reopen', [hoa.sets('person', person, household, { closed: null, closedOn: null })])
    ]);
    expect(await countedOf()).toEqual([0, 0, 1, 0]);
    expect(hoa.value('person', person, 'name')).toBe('Nguyễn Văn Hùng');
  });

  it('[SV4] a fault on one entry quarantines that entry under a number, and the others go on', async () => {
    const { hoa, household } = scene;
    const broken = newId();
    await hoa.sends([hoa.entry('person.add', [hoa.sets('person', broken, household, { name: 'Mai' })])]);
    await scene.server.services.db
      .updateTable('rows')
      .set({ fields: '{' })
      .where('id', '=', broken)
      .execute();
    const answer = await hoa.sends(
      [
        hoa.household(),
        hoa.person(broken, household, { insurance: 'yes' }),
        hoa.person(scene.person, household, { insurance: 'yes' })
      ],
      { pull: false }
    );
    expect(statuses(answer)).toEqual(['applied', 'quarantined: internal', 'applied']);
    expect(scene.server.faults).toHaveLength(1);
    expect((await stored()).at(-2)).toMatchObject({ fault: 'test-1', reason: 'internal' });
  });

  it('[SV4] an entry that the database refuses harms only itself', async () => {
    const { hoa, household, person } = scene;
    const refused = newId();
    await refuseRow(refused);
    const added = hoa.entry('person.add', [hoa.sets('person', refused, household, { name: 'Mai' })]);
    const batch = [hoa.household(), added, hoa.person(person, household, { insurance: 'yes' })];
    expect(statuses(await hoa.sends(batch))).toEqual(['applied', 'quarantined: internal', 'applied']);
    expect(statuses(await hoa.sends(batch))).toEqual(['applied', 'quarantined: internal', 'applied']);
    expect(hoa.value('person', person, 'insurance')).toBe('yes');
    expect((await stored()).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('[SV5] what came too early waits, and takes effect when the missing one comes, through any number of steps', async () => {
    const { hoa, household } = scene;
    const id = newId();
    const add = hoa.entry('person.add', [hoa.sets('person', id, household, { name: 'Mai' })]);
    const first = hoa.person(id, household, { insurance: 'no' }, { buildsOn: [add.id] });
    const second = hoa.person(id, household, { insurance: 'yes' }, { own: [first.id], buildsOn: [first.id] });
    expect(statuses(await hoa.sends([second, first]))).toEqual(['waiting', 'waiting']);
    const other = await scene.joins({ group: 3 });
    await other.sends([other.household()]);
    const answer = await hoa.sends([add]);
    expect(answer.receipts).toMatchObject([
      { id: add.id, status: 'applied', number: 5 },
      { id: first.id, status: 'applied', number: 3, decided: 6 },
      { id: second.id, status: 'applied', number: 2, decided: 7 }
    ]);
    expect(hoa.value('person', id, 'insurance')).toBe('yes');
    expect((await hoa.sends()).receipts).toEqual([]);
  });

  it('[SV5] those that wait for each other inside one batch are settled in it', async () => {
    const { hoa, household } = scene;
    const id = newId();
    const add = hoa.entry('person.add', [hoa.sets('person', id, household, { name: 'Mai' })]);
    const edit = hoa.person(id, household, { insurance: 'yes' }, { buildsOn: [add.id] });
    expect(statuses(await hoa.sends([edit, add]))).toEqual(['applied', 'applied']);
    expect(await scene.server.services.db.selectFrom('waits').selectAll().execute()).toEqual([]);
  });

  it('[SV5] after five days it is judged without what never came', async () => {
    const { hoa, household, person } = scene;
    const never = newId() as EntryId;
    const early = hoa.person(person, household, { insurance: 'yes' }, { buildsOn: [never] });
    const lost = hoa.person(newId(), household, { insurance: 'yes' }, { buildsOn: [never, early.id] });
    await hoa.sends([early, lost]);
    scene.now += 5 * DAY - HOUR;
    expect((await hoa.sends()).receipts).toEqual([]);
    scene.now += 2 * HOUR;
    const other = await scene.joins({ group: 3 });
    await other.sends();
    expect(statuses(await hoa.sends())).toEqual(['applied', 'quarantined: unknown-target']);
    expect(hoa.value('person', person, 'insurance')).toBe('yes');
    expect(scene.now).toBeGreaterThan(NOON + 5 * DAY);
  });

  it('[SV5] what builds on a refused entry does not wait for it', async () => {
    const { hoa, household } = scene;
    const id = newId();
    const refused = hoa.entry('person.add', [hoa.sets('person', id, household, { birth: '1990' })]);
    const edit = hoa.person(id, household, { insurance: 'yes' }, { buildsOn: [refused.id] });
    expect(statuses(await hoa.sends([refused, edit]))).toEqual([
      'quarantined: invalid',
      'quarantined: unknown-target'
    ]);
  });

  it('[EX2] a thousand entries of one evening go in one batch', async () => {
    const { hoa, household } = scene;
    const batch = Array.from({ length: 1_000 }, () =>
      hoa.entry('visit', [hoa.sets('visit', newId(), household, { outcome: 'unchanged', on: '2025-11-20' })])
    );
    const answer = await hoa.sends(batch);
    expect(new Set(statuses(answer))).toEqual(new Set(['applied']));
    expect(answer.receipts.map(({ number }) => number)).toEqual(batch.map((_, index) => index + 2));
    expect(sha256(batch[999]!.body)).toBe((await stored()).at(-1)!.sha);
  });

  async function refuseRow(id: string): Promise<void> {
    const { db } = scene.server.services;
    const wanted = sql.lit(id);
    if (!scene.url.startsWith('postgres')) {
      await sql`create trigger refused before insert on rows when new.id = ${wanted}
        begin select raise(abort, 'refused'); end`.execute(db);
      return;
    }
    await sql`create function refused() returns trigger language plpgsql as
      $$ begin raise exception 'refused'; end $$`.execute(db);
    await sql`create trigger refused before insert on rows for each row when (new.id = ${wanted})
      execute function refused()`.execute(db);
  }
});
