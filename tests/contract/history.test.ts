import { expect, it } from 'vitest';
import { sql } from 'kysely';
import fc from 'fast-check';
import { firstBroken } from '$lib/server/exchange/history';
import { PAGE_OF_ROWS } from '$lib/protocol/limits';
import { BusyError } from '$lib/server/database/faults';
import { readHistory } from '$lib/server/queries/chain';
import { saveRows } from '$lib/server/queries/rows';
import { figures } from '$lib/server/ranking/ranking';
import { newId } from '../support/entries';
import { type Caller, statuses } from './caller';
import { onBothDatabases, type Scene } from './databases';

onBothDatabases('the history', (scene: Scene) => {
  const storedEntries = () =>
    scene.server.services.db.selectFrom('entries').selectAll().orderBy('number').execute();
  const storedRows = () => scene.server.services.db.selectFrom('rows').selectAll().orderBy('id').execute();

  it('[SV1] what has a receipt is stored, byte for byte, also after the server started anew', async () => {
    const { hoa, person, household } = scene;
    const entry = hoa.person(person, household, { note: 'Nhà có “chó dữ” \\u0041 ✓' });
    const { receipts } = await hoa.sends([entry]);
    await scene.reopen();
    const stored = (await storedEntries()).at(-1)!;
    expect(Buffer.from(stored.body).toString('utf8')).toBe(entry.body);
    expect(stored).toMatchObject({
      number: receipts[0]!.number,
      id: entry.id,
      sha: entry.sha,
      status: 'applied'
    });
  });

  it('[SV1] a full disk acknowledges nothing and keeps nothing of the batch; later all of it goes through', async () => {
    const { hoa, person, household } = scene;
    const batch = Array.from({ length: 300 }, (_, index) =>
      hoa.entry('person.add', [
        hoa.sets('person', newId(), household, { name: `Người ${index}`, note: 'x'.repeat(290) })
      ])
    );
    const before = [await storedEntries(), await storedRows()];
    const empty = await fillDisk();
    await expect(hoa.sends([hoa.person(person, household, { insurance: 'yes' }), ...batch])).rejects.toThrow(
      BusyError
    );
    expect([await storedEntries(), await storedRows()]).toEqual(before);
    await empty();
    expect(new Set(statuses(await hoa.sends(batch)))).toEqual(new Set(['applied']));
  });

  it('[SV2] devices that call at once get numbers without a gap, and the chain stands', async () => {
    const callers = await Promise.all(Array.from({ length: 6 }, (_, group) => scene.joins({ group })));
    await Promise.all(
      callers.map(async (caller) => {
        for (let round = 0; round < 3; round += 1)
          await caller.sends([caller.household(), caller.household()]);
      })
    );
    const numbers = (await storedEntries()).map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 37 }, (_, index) => index + 1));
    expect(firstBroken(await readHistory(scene.server.services.db))).toBeNull();
  });

  it('[SV2] a history that somebody changed no longer stands', async () => {
    await scene.hoa.sends([scene.hoa.household(), scene.hoa.household()]);
    await scene.server.services.db
      .updateTable('entries')
      .set({ sha: 'f'.repeat(64) })
      .where('number', '=', 2)
      .execute();
    expect(firstBroken(await readHistory(scene.server.services.db))).toBe(2);
  });

  it('[SV2] a cursor never skips: whoever pulls while others push ends with every row', async () => {
    const lan = await scene.joins({ name: 'Phạm Thị Lan' });
    const reader = await scene.joins();
    await Promise.all([
      ...[scene.hoa, lan].map(async (caller: Caller) => {
        for (let round = 0; round < 8; round += 1) await caller.sends([caller.household()]);
      }),
      (async () => {
        for (let round = 0; round < 8; round += 1) await reader.sends();
      })()
    ]);
    await reader.pulls();
    expect(reader.rows.size).toBe((await storedRows()).length);
  });

  it('[SV2] a page ends between two numbers, never inside one', async () => {
    const { db } = scene.server.services;
    const group = scene.server.groups[0]!;
    const household = scene.household as never;
    const rows = Array.from({ length: PAGE_OF_ROWS + 50 }, (_, index) => ({
      type: 'visit',
      id: newId(),
      household,
      group,
      seq: index < PAGE_OF_ROWS - 20 ? 1 : 2,
      fields: {}
    }));
    await scene.hoa.sends([scene.hoa.household()]);
    await saveRows(db, rows);
    const reader = scene.anotherDeviceOf(scene.hoa);
    const first = await reader.sends();
    expect(first).toMatchObject({ more: true, cursor: { seq: 1 } });
    expect(new Set(first.rows.map(({ seq }) => seq))).toEqual(new Set([1]));
    await reader.pulls();
    expect(reader.rows.size).toBe(rows.length + 4);
    expect(reader.cursor!.seq).toBe(2);
  });

  it('[SV2] the cursor moves with the ward, also where nothing concerns this group', async () => {
    const other = await scene.joins({ group: 5 });
    await other.sends([other.household(), other.household()]);
    const answer = await scene.hoa.sends();
    expect(answer).toMatchObject({ rows: [], more: false, cursor: { seq: 3 } });
  });

  it('[EX1] the answer carries the request, receipts, rows, the place, the figures and an end mark', async () => {
    const { hoa, household, person } = scene;
    const request = hoa.request([hoa.person(person, household, { insurance: 'yes' })]);
    const answer = await scene.server.exchange(hoa.session, request);
    expect(answer).toMatchObject({
      request: request.request,
      reset: false,
      more: false,
      safe: 0,
      end: 'end'
    });
    expect(answer.rows.map(({ id }) => id)).toEqual([person]);
    expect(answer.campaign!.groups).toEqual(hoa.session.actor.groups);
    expect(answer.standings!.groups).toHaveLength(23);
    const again = await scene.server.exchange(hoa.session, {
      ...hoa.request(),
      campaign: answer.campaign!.version,
      standings: answer.standings!.version
    });
    expect([again.campaign, again.standings]).toEqual([undefined, undefined]);
  });

  it('[EX3] any order, any repetition: the rows end the same', async () => {
    const { hoa, household } = scene;
    const order = fc.array(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }), {
      minLength: 1,
      maxLength: 4
    });
    let made = 1;
    await fc.assert(
      fc.asyncProperty(order, async (batches) => {
        const id = newId();
        const add = hoa.entry('person.add', [hoa.sets('person', id, household, { name: 'Mai' })]);
        const no = hoa.person(id, household, { insurance: 'no' }, { buildsOn: [add.id] });
        const yes = hoa.person(
          id,
          household,
          { insurance: 'yes' },
          { own: [no.id], buildsOn: [add.id, no.id] }
        );
        const note = hoa.person(id, household, { note: 'chủ nhật' }, { buildsOn: [add.id] });
        const entries = [add, no, yes, note];
        for (const batch of batches) await hoa.sends(batch.map((place) => entries[place]!));
        const last = await hoa.sends(entries);
        await hoa.pulls();
        expect(statuses(last)).toEqual(['applied', 'applied', 'applied', 'applied']);
        expect([hoa.value('person', id, 'insurance'), hoa.value('person', id, 'note')]).toEqual([
          'yes',
          'chủ nhật'
        ]);
        expect(await storedEntries()).toHaveLength((made += entries.length));
      }),
      { numRuns: 12 }
    );
    expect(firstBroken(await readHistory(scene.server.services.db))).toBeNull();
  });

  it('what is remembered of the figures is what counting from nothing gives', async () => {
    const { hoa, household, person, server } = scene;
    const lan = await scene.joins({ group: 1 });
    await lan.sends([lan.household()]);
    for (const insurance of ['yes', 'no', 'unclear', 'yes']) {
      await hoa.pulls();
      await hoa.sends([hoa.person(person, household, { insurance })]);
    }
    await hoa.pulls();
    await hoa.sends([
      hoa.entry('close', [hoa.sets('person', person, household, { closed: 'died', closedOn: '2025-11-01' })])
    ]);
    const remembered = await figures(server.services);
    await scene.reopen();
    expect((await figures(scene.server.services)).groups).toEqual(remembered.groups);
    expect(remembered.groups[0]!.tallies.insurance).toEqual([0, 0, 0, 1]);
    expect(remembered.groups[1]!.tallies.insurance).toEqual([0, 0, 1, 0]);
  });

  /** Makes the database answer "no room"; what comes back makes room again. */
  async function fillDisk(): Promise<() => Promise<unknown>> {
    const { db } = scene.server.services;
    if (scene.url.startsWith('postgres')) {
      await sql`create function full_disk() returns trigger language plpgsql as
        $$ begin raise exception 'no space left' using errcode = '53100'; end $$`.execute(db);
      await sql`create trigger full_disk before insert on chain for each statement execute function full_disk()`.execute(
        db
      );
      return () => sql`drop trigger full_disk on chain`.execute(db);
    }
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count + 1)}`.execute(db);
    return () => sql`pragma max_page_count = 1073741823`.execute(db);
  }
});
