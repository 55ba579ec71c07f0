import readWorkbookOfOthers from 'read-excel-file/universal';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '$lib/domain/actor';
import { readActs } from '$lib/server/queries/audit';
import { exportTable, listTables, readTable } from '$lib/server/exports/catalogue';
import { readChanges } from '$lib/server/changes/changes-desk';
import { createTraceMemory } from '$lib/server/changes/household-traces';
import { moveAtDesk } from '$lib/server/deciding/moving';
import { assign } from '$lib/server/accounts/accounts-desk';
import { typeFigure } from '$lib/server/figures/typing';
import { Caller } from '../contract/caller';
import { newId } from '../support/entries';
import { openTestServer, type TestServer } from '../support/server';

describe('tables that leave the ward’s desk', () => {
  const now = Date.UTC(2025, 11, 1, 5);
  const [household, person, child] = [newId(), newId(), newId()];
  let server: TestServer;
  let officer: Caller;
  let hoa: Caller;
  const joins = async (role: Role = 'leader', name = 'Trần Thị Hoa') =>
    new Caller(
      () => server,
      await server.addAccount({ role, name }),
      () => now
    );

  beforeEach(async () => {
    server = await openTestServer({ clock: () => now });
    hoa = await joins();
    officer = await joins('officer', 'Cán bộ');
    const lan = await joins('deputy', 'Lê Thị Lan');
    await hoa.sends([hoa.household(household, person)]);
    await hoa.sends([
      hoa.entry('person.add', [
        hoa.sets('person', child, household, {
          name: 'Nguyễn Thị Nhàn',
          birth: '1980-05-01',
          nationalId: '031180012345',
          activity: 'employed',
          residence: 'permanent'
        })
      ])
    ]);
    await Promise.all([hoa.pulls(), lan.pulls()]);
    await hoa.sends([hoa.person(person, household, { insurance: 'yes' })]);
    await lan.sends([lan.person(person, household, { insurance: 'no' })]);
    await hoa.sends([hoa.person(newId(), household, { name: 'Người lạ' })]);
    await assign(server.services, officer.session.actor.account, hoa.session.actor.account, {
      ...{ group: server.groups[0]!, from: '2025-09-01', to: null }
    });
    await typeFigure(server.services, officer.session.actor.account, server.campaign.id, {
      ...{ indicator: '1', group: null, amount: '98.5', of: '196.4', before: null, isEstimate: false },
      ...{ asOf: '2025-06-30', source: 'Phòng Kinh tế', status: 'official', note: null }
    });
  });
  afterEach(() => server.close());

  it.each(listTables(true).map(({ code }) => code))(
    '%s: the file has the rows and the sum of the page, in words, and the book knows who took it',
    async (code) => {
      const { services } = server;
      const { sum, ...table } = await readTable(services, code, null);
      const order = { code, group: null, format: 'csv', isFull: false, reason: '' } as const;
      const { bytes } = await exportTable(
        services,
        { account: officer.session.actor.account, name: 'Cán bộ' },
        order
      );
      const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
      expect(lines[2]).toContain(`Số dòng: ${table.rows.length} · Mã kiểm: ${sum}`);
      expect(lines).toHaveLength(4 + table.rows.length);
      expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
      // A code of the program is no word of an office.
      expect(
        lines.slice(3).filter((line) => /(^|[,; "])[a-z]+(-[a-z]+)+([,; "]|$)|undefined|\{"/.test(line))
      ).toEqual([]);
      expect(lines.join('\n')).not.toContain('031180012345');
      const [act] = await readActs(services.db, code, 1);
      expect(act).toMatchObject({ act: 'table-exported', name: 'Cán bộ' });
      expect(act!.detail).toContain(sum);
    }
  );

  it.each([
    'quarantine',
    'figures',
    'differences',
    'accounts',
    'people',
    'audit',
    'periods',
    'culture',
    'behind',
    'calendar',
    'campaigns',
    'points',
    'lacking',
    'assessed'
  ] as const)('%s has something in it here', async (code) => {
    expect((await readTable(server.services, code, null)).count).toBeGreaterThan(0);
  });

  it('who is behind a figure leaves by name, each once for each figure, and the households nobody has seen', async () => {
    const { rows } = await readTable(server.services, 'lacking', server.groups[0]!);
    const of = (indicator: string) => rows.filter(([, one]) => one === indicator).map((row) => row.slice(2));
    expect(of('Rà soát')).toEqual([[expect.stringMatching(/^Nguyễn/), 'Số 12', 'chưa rà soát', null]]);
    expect(of('10. Bảo hiểm y tế')).toContainEqual([
      ...['Nguyễn Thị Nhàn', expect.any(String), 'chưa rõ', 'chưa hỏi']
    ]);
  });

  it('numbers that somebody needs whole leave as typed cells, with their zero, whichever file was asked for', async () => {
    const order = {
      code: 'people',
      group: null,
      format: 'csv',
      isFull: true,
      reason: 'Đối chiếu BHXH'
    } as const;
    const who = { account: officer.session.actor.account, name: 'Cán bộ' };
    const { name, bytes } = await exportTable(server.services, who, order);
    expect(name).toMatch(/\.xlsx$/);
    const [sheet] = await readWorkbookOfOthers(bytes.buffer);
    expect(sheet!.data.flat()).toContain('031180012345');
    expect((await readActs(server.services.db, 'people', 1))[0]!.detail).toContain('Đối chiếu BHXH');
  });

  it('how far a household is leaves by name; why it is not considered, and what was objected, never do', async () => {
    const set = { state: 'barred', bar: 'criminal-liability', objection: 'Ồn ào ban đêm' };
    await hoa.pulls();
    await hoa.sends([hoa.entry('assess', [hoa.sets('assessment', `${household}/2025`, household, set)])]);
    const { rows } = await readTable(server.services, 'assessed', null);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('Thuộc diện không xét');
    for (const { code } of listTables(true)) {
      const told = JSON.stringify((await readTable(server.services, code, null)).rows);
      expect(told).not.toMatch(/criminal-liability|trách nhiệm hình sự|Ồn ào/);
    }
  });

  it.each(listTables(false).map(({ code }) => code))(
    '%s, which who only looks may take along, names nobody of a household',
    async (code) => {
      const { rows } = await readTable(server.services, code, null);
      expect(JSON.stringify(rows)).not.toMatch(/Nguyễn Văn Hùng|Nguyễn Thị Nhàn|Người lạ/);
    }
  );

  const removed = async (who: Caller) =>
    (await readChanges(server.services, who.session.actor, null))!.removed;

  it('who is taken out of a count is listed with the reason and who did it; names are for the officer', async () => {
    expect(await removed(officer)).toEqual([]);
    await hoa.pulls();
    await hoa.sends([hoa.person(child, household, { residence: 'permanent-away' })]);
    expect(await removed(officer)).toMatchObject([
      { field: 'residence', reason: 'permanent-away', name: 'Nguyễn Thị Nhàn', by: 'Trần Thị Hoa', at: now }
    ]);
    await hoa.pulls();
    await hoa.sends([
      hoa.person(child, household, { residence: 'permanent' }),
      hoa.person(child, household, { activity: 'inactive', inactiveReason: 'study' })
    ]);
    expect(await removed(officer)).toMatchObject([{ field: 'activity', reason: 'study' }]);
    await hoa.pulls();
    await hoa.sends([
      hoa.entry('close', [
        hoa.sets('person', child, household, { closed: 'moved-away', closedOn: '2025-11-20' })
      ])
    ]);
    expect(await removed(officer)).toMatchObject([
      { field: 'closed', reason: 'moved-away', on: '2025-11-20', by: 'Trần Thị Hoa' }
    ]);
    expect(await removed(await joins('viewer'))).toMatchObject([{ name: null, address: null }]);
  });

  it('what was read before and what is read anew are the same, after a change and after a move', async () => {
    const { services } = server;
    const remembered = () => readChanges(services, officer.session.actor, null);
    const anew = () => readChanges({ ...services, traced: createTraceMemory() }, officer.session.actor, null);
    const oddAt = async () => (await remembered())!.doubts.map(({ group, doubts }) => [group.id, doubts]);
    expect(await oddAt()).toEqual([]);
    await hoa.pulls();
    await hoa.sends([hoa.person(person, household, { birth: '1910' })]);
    const odd = expect.objectContaining({ code: 'age-impossible', households: [household] });
    expect(await oddAt()).toEqual([[server.groups[0], [odd]]]);
    expect(await remembered()).toEqual(await anew());
    await moveAtDesk(services, officer.session.actor.account, household, server.groups[1]!);
    expect(await oddAt()).toEqual([[server.groups[1], [odd]]]);
    expect(await remembered()).toEqual(await anew());
  });

  it('who was never counted was not taken out', async () => {
    await hoa.pulls();
    await hoa.sends([hoa.person(person, household, { activity: 'inactive', inactiveReason: 'retired' })]);
    expect(await removed(officer)).toEqual([]);
  });
});
