import { beforeEach, expect, it } from 'vitest';
import type { AccountId } from '$lib/domain/ids';
import type { ListItem } from '$lib/domain/lists/item';
import { enterList } from '$lib/server/lists/applying';
import { chooseForAll } from '$lib/server/lists/choosing';
import { readListDesk } from '$lib/server/lists/lists-desk';
import { previewList } from '$lib/server/lists/previewing';
import { listsAtRest } from '$lib/server/lists/running';
import { dropList, takeList } from '$lib/server/lists/taking';
import { takeListBack } from '$lib/server/lists/undoing';
import { readListItems, readListSheets, readStoredList } from '$lib/server/queries/lists';
import { fromStored, readRowsOfType } from '$lib/server/queries/rows';
import { workbook } from '../support/lists/workbook';
import type { Caller } from './caller';
import { onBothDatabases } from './databases';

type Person = string[];
const HEAD = ['Họ và tên', 'Ngày sinh', 'Quan hệ', 'Địa chỉ'];
const AN: Person[] = [
  ['Nguyễn Văn An', '05/03/1958', 'Chủ hộ', 'Số 15 ngõ 124 đường Tôn Đức Thắng'],
  ['Trần Thị Bình', '1960', 'Vợ']
];
const LAN: Person[] = [['Phạm Thị Lan', '12/04/1971', 'Chủ hộ', 'Số 7 ngõ 9 đường Hoàng Lâu']];

onBothDatabases('lists of the office', (scene) => {
  let officer: Caller;
  let account: AccountId;
  beforeEach(async () => {
    officer = await scene.joins({ role: 'officer', name: 'Cán bộ' });
    account = officer.session.actor.account;
  });

  const services = () => scene.server.services;
  async function takes(people: Person[], group = 5, isWhole = true): Promise<string> {
    const bytes = workbook([{ name: `TDP ${group}`, rows: [HEAD, ...people] }]);
    const taken = await takeList(services(), account, { file: 'ds.xlsx', bytes, purpose: 'import' });
    if (taken.kind === 'refused') throw new Error(taken.problem);
    const { book } = (await readListDesk(services(), taken.id, { kind: null, page: 1 }))!;
    expect(await previewList(services(), taken.id, { setups: book.setups, isWhole })).toBeUndefined();
    return taken.id;
  }
  async function enters(id: string): Promise<void> {
    expect(await enterList(services(), account, id)).toBe(true);
    await listsAtRest(services());
  }
  const kinds = async (id: string) => (await readListDesk(services(), id, { kind: null, page: 1 }))!.kinds;
  const items = async (id: string, kind: string) =>
    (await readListItems(services().db, id, { kind, from: 0, most: 99 })).map(
      ({ json }) => JSON.parse(json) as ListItem
    );
  const people = async () => (await readRowsOfType(services().db, 'person')).map(fromStored);
  const named = async (name: string) => (await people()).find(({ fields }) => fields.name?.[0] === name)!;
  const open = async () => (await people()).filter(({ fields }) => !fields.closed?.[0]).length;

  it('nothing is written before "Nhập"; then the households are there, for the leader as well', async () => {
    const before = await open();
    const id = await takes([...AN, ...LAN]);
    expect(await kinds(id)).toEqual({ new: { all: 2, open: 0, done: 0 } });
    expect(await open()).toBe(before);
    await enters(id);
    expect(await open()).toBe(before + 3);
    const { state, book } = (await readListDesk(services(), id, { kind: null, page: 1 }))!;
    expect(state).toBe('applied');
    expect(book.result!.written).toEqual({ entries: 2, review: 0, apart: 0 });
    const leader = await scene.joins({ group: 4 });
    expect((await leader.sends([])).rows.length + leader.rows.size).toBeGreaterThan(0);
  });

  it('twice is once: the same list, and the same tap', async () => {
    const id = await takes([...AN, ...LAN]);
    await enters(id);
    const there = await open();
    expect(await enterList(services(), account, id)).toBe(false);
    const again = await takes([...AN, ...LAN]);
    expect(await kinds(again)).toEqual({});
    await enters(again);
    expect(await open()).toBe(there);
  });

  it('what is new, what is other, who is gone; and a person decides who is not told', async () => {
    await enters(await takes([...AN, ...LAN]));
    const id = await takes([
      ['Nguyễn Văn An', '05/03/1958', 'Chủ hộ', 'Số 17 ngõ 124 đường Tôn Đức Thắng'],
      ['Nguyễn Thị Mới', '2020', 'Cháu']
    ]);
    const [changed] = await items(id, 'changed');
    expect(
      changed!.facts.map(({ says, subject, field, before, after }) => [says, subject, field, before, after])
    ).toEqual([
      ['field', '', 'houseNumber', '15', '17'],
      ['person-new', 'Nguyễn Thị Mới', '', null, '2020']
    ]);
    expect((await items(id, 'gone')).map(({ title }) => title).sort()).toEqual([
      'Phạm Thị Lan',
      'Trần Thị Bình'
    ]);
    await enters(id);
    expect((await named('Phạm Thị Lan')).fields.closed).toBeUndefined();
  });

  it('whoever is not in a whole list is closed only when a person says so', async () => {
    await enters(await takes([...AN, ...LAN]));
    const id = await takes(AN);
    expect(await chooseForAll(services(), id, 'gone', 'moved-away')).toBe(true);
    await enters(id);
    const { household } = await named('Phạm Thị Lan');
    const homes = (await readRowsOfType(services().db, 'household')).map(fromStored);
    expect(homes.find(({ id: one }) => one === household)!.fields.closed![0]).toBe('moved-away');
  });

  it('[CO1] what a leader recorded is never overwritten: the list stands beside it until a person chooses', async () => {
    await enters(await takes([...AN]));
    const leader = await scene.joins({ group: 4, name: 'Tổ trưởng 5' });
    const { id: person, household } = await named('Trần Thị Bình');
    await leader.sends([
      leader.entry(
        'person.change',
        [leader.sets('person', person, household as never, { birth: '1961-07-01' })],
        {
          group: scene.server.groups[4]!
        }
      )
    ]);
    const id = await takes([AN[0]!, ['Trần Thị Bình', '01/07/1962', 'Vợ']]);
    expect((await items(id, 'changed'))[0]!.facts).toMatchObject([{ field: 'birth', isDisputed: true }]);
    await enters(id);
    expect((await named('Trần Thị Bình')).fields.birth![0]).toBe('1961-07-01');
    const differences = (await readRowsOfType(services().db, 'difference')).map(fromStored);
    expect(differences.map(({ fields }) => [fields.proposed![0], fields.open![0]])).toEqual([
      ['1962-07-01', true]
    ]);
  });

  it('what an earlier list gave is replaced by the next one', async () => {
    await enters(await takes(AN));
    await enters(await takes([AN[0]!, ['Trần Thị Bình', '01/07/1962', 'Vợ']]));
    expect((await named('Trần Thị Bình')).fields.birth![0]).toBe('1962-07-01');
  });

  it('taken back as one: what it added is closed, what it changed is as before; what was recorded on it since stays', async () => {
    await enters(await takes(AN));
    const id = await takes([
      [...AN[0]!.slice(0, 3), 'Số 17 ngõ 124 đường Tôn Đức Thắng'],
      AN[1]!,
      ...LAN,
      ['Đỗ Thị Mai', '1980', 'Chủ hộ', 'Số 9 ngõ 9 đường Hoàng Lâu']
    ]);
    await enters(id);
    const leader = await scene.joins({ group: 4 });
    const [an, mai] = [await named('Nguyễn Văn An'), await named('Đỗ Thị Mai')];
    await leader.sends([
      leader.entry(
        'person.change',
        [leader.sets('person', mai.id, mai.household as never, { insurance: 'yes' })],
        {
          group: scene.server.groups[4]!
        }
      )
    ]);
    expect(await takeListBack(services(), account, id)).toBe(true);
    await listsAtRest(services());
    expect((await named('Phạm Thị Lan')).fields.closed![0]).toBe('entered-by-mistake');
    expect((await named('Đỗ Thị Mai')).fields.closed).toBeUndefined();
    const homes = (await readRowsOfType(services().db, 'household')).map(fromStored);
    const home = homes.find(({ id: one }) => one === an.household)!;
    expect(home.fields.houseNumber![0]).toBe('15');
    const { state, book } = (await readListDesk(services(), id, { kind: null, page: 1 }))!;
    expect([state, book.result!.undone]).toEqual(['undone', { entries: 2, left: 1 }]);
    expect(await takeListBack(services(), account, id)).toBe(false);
  });

  it('[CO4] a household that is in another group now is moved only when a person says so, and goes back with the list', async () => {
    await enters(await takes(AN));
    const id = await takes(AN, 6, false);
    expect(await kinds(id)).toEqual({ moved: { all: 1, open: 0, done: 0 } });
    await chooseForAll(services(), id, 'moved', 'take');
    await enters(id);
    expect((await named('Nguyễn Văn An')).group).toBe(scene.server.groups[5]);
    await takeListBack(services(), account, id);
    await listsAtRest(services());
    expect((await named('Nguyễn Văn An')).group).toBe(scene.server.groups[4]);
  });

  it('whom a leader has closed is not added again by a list that still has them: a person decides', async () => {
    await enters(await takes([...AN, ...LAN]));
    const leader = await scene.joins({ group: 4 });
    const [lan, binh] = [await named('Phạm Thị Lan'), await named('Trần Thị Bình')];
    const close = (type: string, id: string, household: string, closed: string) =>
      leader.entry('close', [leader.sets(type, id, household as never, { closed })], {
        group: scene.server.groups[4]!
      });
    await leader.sends([
      close('household', lan.household, lan.household, 'moved-away'),
      close('person', binh.id, binh.household, 'died')
    ]);
    const id = await takes([...AN, ...LAN]);
    const [unclear] = await items(id, 'unclear');
    expect(unclear!.facts).toMatchObject([{ says: 'household-closed', before: 'moved-away' }]);
    expect((await items(id, 'changed'))[0]!.facts).toMatchObject([{ says: 'person-closed', before: 'died' }]);
    const before = await open();
    await enters(id);
    expect(await open()).toBe(before);
    const again = await takes([...AN, ...LAN]);
    await chooseForAll(services(), again, 'unclear', 'reopen');
    await enters(again);
    const homes = (await readRowsOfType(services().db, 'household')).map(fromStored);
    expect(homes.find(({ id: one }) => one === lan.household)!.fields.closed![0]).toBeNull();
  });

  it('two of one name are nobody in particular: a person chooses', async () => {
    await enters(
      await takes([
        ['Lê Văn Hùng', '1970', 'Chủ hộ', 'Số 1 ngõ 5 đường Hoàng Lâu'],
        ['Lê Văn Hùng', '1970', 'Chủ hộ', 'Số 3 ngõ 5 đường Hoàng Lâu']
      ])
    );
    const id = await takes([['LÊ VĂN HÙNG', '1970', 'Chủ hộ', 'Số 9 ngõ 8 đường Hoàng Lâu']], 5, false);
    const [unclear] = await items(id, 'unclear');
    expect(unclear!.options.map(({ code }) => code)).toEqual(['same-as', 'same-as', 'as-new', 'keep']);
    expect(await kinds(id)).toEqual({ unclear: { all: 1, open: 1, done: 0 } });
  });

  it('a list that is thrown away leaves nothing', async () => {
    const id = await takes(AN);
    expect(await dropList(services(), id)).toBe(true);
    expect(await enterList(services(), account, id)).toBe(false);
    expect(await items(id, 'new')).toEqual([]);
  });

  it('a file that came to nothing is forgotten after 30 days, when the next one comes; one in work is not', async () => {
    const [old, young] = [await takes(AN), await takes(LAN)];
    const { db } = services();
    const back = Math.round(services().now()) - 31 * 86_400_000;
    await db.updateTable('lists').set({ at: back }).where('id', '=', old).execute();
    await takes(LAN);
    expect(await items(old, 'new')).toEqual([]);
    expect(await readListSheets(db, old)).toEqual([]);
    expect((await readStoredList(db, old))!.state).toBe('dropped');
    expect(await items(young, 'new')).toHaveLength(1);
  });
});
