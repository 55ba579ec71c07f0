import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Role } from '$lib/domain/actor';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import { readHouseholdPast } from '$lib/server/changes/household-past';
import { Caller, statuses } from '../contract/caller';
import { newId } from '../support/entries';
import { deskOf, type Told } from '../support/desk';
import { openTestServer, type TestServer } from '../support/server';
import * as group from '../../src/routes/(ward)/ward/groups/[group]/+page.server';

const now = Date.UTC(2025, 10, 23, 5);
let server: TestServer;
let hoa: Caller;
let officer: Caller;
let home: string;
let person: string;

beforeEach(async () => {
  server = await openTestServer({ clock: () => now });
  hoa = await joins('leader', 'Trần Thị Hoa');
  officer = await joins('officer', 'Nguyễn Văn Cán');
  [home, person] = [newId(), newId()];
  const added = hoa.entry('household.add', [
    hoa.sets('household', home, home, { houseNumber: '12', alley: '124', head: person }),
    hoa.sets('person', person, home, { name: 'Lê Văn Nam', birth: '1980' })
  ]);
  expect(statuses(await hoa.sends([added]))).toEqual(['applied']);
});
afterEach(() => server.close());

const joins = async (role: Role, name: string) =>
  new Caller(
    () => server,
    await server.addAccount({ role, name }),
    () => now
  );

const here = () => server.groups[0]! as GroupId;

const asks = deskOf(
  { group },
  () => server,
  () => ({ group: here() })
);
const copies = async (who: Caller, ticks: Record<string, string>): Promise<Told> => {
  const told = { author: hoa.session.actor.account, on: '20/11/2025', seen: await head(), ...ticks };
  return asks(who, 'group', 'paper', told, '?paper=0&alley=0').catch((leads: Told) => leads);
};

const head = async (): Promise<string> =>
  String((await server.services.db.selectFrom('ward').select('head').executeTakeFirstOrThrow()).head);

const past = async () =>
  (await readHouseholdPast(server.services, hoa.session.actor, home as HouseholdId)).values;

it('a sheet copied at the ward is the officer’s entry, and says on whose behalf', async () => {
  const ticks = { [`insurance.${person}`]: 'yes', [`activity.${person}`]: 'unemployed' };
  expect(await copies(officer, ticks)).toMatchObject({ status: 303 });
  await hoa.pulls();
  expect(hoa.value('person', person, 'insurance')).toBe('yes');
  const visit = [...hoa.rows.values()].find(({ type }) => type === 'visit')!;
  expect([visit.fields.outcome![0], visit.fields.on![0]]).toEqual(['reviewed', '2025-11-20']);
  expect((await past()).find(({ field }) => field === 'insurance')).toMatchObject({
    by: 'Nguyễn Văn Cán',
    onBehalfOf: 'Trần Thị Hoa'
  });
  expect((await past()).find(({ field }) => field === 'name')).not.toHaveProperty('onBehalfOf');
});

it('what is left open on the sheet stays as it is in the book, and nothing ticked writes nothing', async () => {
  expect(await copies(officer, { [`visit.${home}`]: 'unchanged' })).toMatchObject({ status: 303 });
  await hoa.pulls();
  expect(hoa.value('person', person, 'insurance')).toBeNull();
  expect(await copies(officer, {})).toMatchObject({ status: 400, data: { isEmpty: true } });
});

it('what the sheet asks beside cards and work is copied too: of a person, of the household, of its assessment', async () => {
  const ticks = {
    [`activity.${person}`]: 'employed',
    [`training.${person}`]: 'college',
    [`q-exercise.${person}`]: 'yes',
    [`q-water.${home}`]: 'piped',
    [`state.${home}`]: 'expected'
  };
  expect(await copies(officer, ticks)).toMatchObject({
    status: 303,
    location: expect.stringContaining('copied=1&apart=0') as string
  });
  await hoa.pulls();
  const answers = ['activity', 'training', 'q-exercise'].map((field) => hoa.value('person', person, field));
  expect(answers).toEqual(['employed', 'college', 'yes']);
  expect(hoa.value('household', home, 'q-water')).toBe('piped');
  expect(hoa.value('assessment', `${home}/2025`, 'state')).toBe('expected');
});

it('a box that the sheet did not have is not copied', async () => {
  await copies(officer, { [`state.${home}`]: 'recognised', [`training.${person}`]: 'unclear' });
  await hoa.pulls();
  expect(hoa.value('assessment', `${home}/2025`, 'state')).toBeNull();
  expect(hoa.value('person', person, 'training')).toBeNull();
});

it('a household of which the sheet says two things at once is shown again, and nothing is written', async () => {
  const before = await head();
  for (const outcome of ['absent', 'unchanged']) {
    const told = await copies(officer, { [`visit.${home}`]: outcome, [`insurance.${person}`]: 'no' });
    expect(told).toMatchObject({ status: 400, data: { doubtful: [home] } });
  }
  expect(await head()).toBe(before);
});

it('[CO1] what a phone has sent since the officer opened the page is not overwritten unseen', async () => {
  const seen = await head();
  expect(statuses(await hoa.sends([hoa.person(person, home, { insurance: 'no' })]))).toEqual(['applied']);
  await copies(officer, { seen, [`insurance.${person}`]: 'yes' });
  await hoa.pulls();
  expect(hoa.value('person', person, 'insurance')).toBe('no');
  const difference = [...hoa.rows.values()].find(({ type }) => type === 'difference')!;
  expect([difference.fields.proposed![0], difference.fields.open![0]]).toEqual(['yes', true]);
});

it('[SV3] nobody but an officer says on whose behalf', async () => {
  const lan = await joins('deputy', 'Lan');
  const body = JSON.stringify({
    epoch: null,
    changes: [lan.sets('person', person, home, { insurance: 'yes' })],
    onBehalfOf: hoa.session.actor.account
  });
  const { receipts } = await lan.sends([lan.entry('person.change', [], { body })]);
  expect(receipts).toMatchObject([{ status: 'quarantined', reason: 'not-allowed' }]);
  await expect(copies(lan, {})).resolves.toMatchObject({ status: 403 });
});

it('the sheet to copy from names people, and is the officer’s alone', async () => {
  const sheet = (who: Caller) => asks(who, 'group', undefined, {}, '?paper=0');
  expect(JSON.stringify(await sheet(officer))).toContain('Lê Văn Nam');
  await expect(sheet(await joins('viewer', 'Lãnh đạo'))).rejects.toMatchObject({ status: 403 });
});
