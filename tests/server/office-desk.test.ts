import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '$lib/domain/actor';
import { acceptInvite, signIn } from '$lib/server/accounts/accounts';
import { readLastAct } from '$lib/server/queries/audit';
import type { Services } from '$lib/server/services';
import { urge } from '$lib/server/urging/urging';
import { Caller, statuses } from '../contract/caller';
import { newId } from '../support/entries';
import { deskOf, type Form, type Told } from '../support/desk';
import { openTestServer, type TestServer } from '../support/server';
import * as accountOf from '../../src/routes/(ward)/ward/accounts/[account]/+page.server';
import * as accounts from '../../src/routes/(ward)/ward/accounts/+page.server';
import * as calendar from '../../src/routes/(ward)/ward/calendar/+page.server';
import * as devices from '../../src/routes/(ward)/ward/devices/+page.server';
import * as group from '../../src/routes/(ward)/ward/groups/[group]/+page.server';
import * as overview from '../../src/routes/(ward)/ward/+page.server';
import * as urging from '../../src/routes/(ward)/ward/urging/+page.server';

const PAGES = { accountOf, accounts, calendar, devices, group, overview, urging };

describe('the ward’s desk for its own work', () => {
  const DAY = 86_400_000;
  let now: number;
  let server: TestServer;
  let officer: Caller;
  let hoa: Caller;
  let params: Record<string, string>;

  beforeEach(async () => {
    now = Date.UTC(2025, 10, 23, 5);
    server = await openTestServer({ clock: () => now });
    hoa = await joins();
    officer = await joins('officer', 'Cán bộ');
    await hoa.sends([hoa.household(), hoa.household()]);
    params = { group: server.groups[0]!, account: hoa.session.actor.account };
  });
  afterEach(() => server.close());

  const joins = async (role: Role = 'leader', name = 'Trần Thị Hoa') =>
    new Caller(
      () => server,
      await server.addAccount({ role, name }),
      () => now
    );

  const asks = deskOf(
    PAGES,
    () => server,
    () => params
  );
  /** Where a form that was taken leads. */
  const leadsTo = async (asked: Promise<Told>): Promise<string> => {
    const told = await asked.catch((leads: unknown) => leads);
    return (told as { location: string }).location;
  };

  describe('urging', () => {
    const SENT = { text: 'Còn 1 hộ chưa rà soát.', way: ['app', 'outside'] };
    type Followed = {
      seen: { by: string } | null;
      isDone: boolean;
      number: number;
      followed: { then: { kind: string }; now: object | null }[];
    };
    const atGroup = (action?: string, form: Form = {}) =>
      asks(officer, 'urging', action, form, `?group=${server.groups[0]}`);
    const lineOf = async () =>
      (await atGroup()).line as unknown as {
        reasons: { kind: string }[];
        againFrom: string | null;
        urgings: Followed[];
      };

    it('reaches the group’s phone, comes back as seen, and is followed to its end', async () => {
      expect((await lineOf()).reasons.map(({ kind }) => kind)).toContain('coverage');
      expect(await atGroup('send', SENT)).toEqual({ said: 'sent' });

      await hoa.pulls();
      const message = [...hoa.rows.values()].find(({ type }) => type === 'message')!;
      expect(message.fields.text![0]).toBe(SENT.text);
      const seen = hoa.entry('message-seen', [
        hoa.sets('message-seen', newId(), server.groups[0]!, { message: message.id, on: '2025-11-23' })
      ]);
      expect(statuses(await hoa.sends([seen]))).toEqual(['applied']);
      expect((await lineOf()).urgings).toMatchObject([{ seen: { by: 'Trần Thị Hoa' }, isDone: false }]);

      const household = [...hoa.rows.values()].find(({ type }) => type === 'household')!.id;
      const visit = hoa.entry('visit', [
        hoa.sets('visit', newId(), household, { outcome: 'reviewed', on: '2025-11-23' })
      ]);
      expect(statuses(await hoa.sends([visit]))).toEqual(['applied']);
      const [urged] = (await lineOf()).urgings;
      expect(urged!.followed.find(({ then }) => then.kind === 'coverage')).toMatchObject({ now: null });
    });

    it('never nags more than once in D days, and says so; after them it may', async () => {
      await atGroup('send', SENT);
      now += 6 * DAY;
      expect((await lineOf()).againFrom).toBe('2025-11-30');
      expect(await atGroup('send', SENT)).toMatchObject({
        status: 409,
        data: { problem: 'too-soon', typed: { text: [SENT.text] } }
      });
      expect((await lineOf()).urgings).toHaveLength(1);
      now += DAY;
      expect(await atGroup('send', SENT)).toEqual({ said: 'sent' });
      expect((await lineOf()).urgings).toHaveLength(2);
    });

    it('D is a setting', async () => {
      await atGroup('send', SENT);
      expect(await leadsTo(asks(officer, 'urging', 'days', { days: '2' }))).toBe('/ward/urging');
      now += 2 * DAY;
      expect(await atGroup('send', SENT)).toEqual({ said: 'sent' });
      expect(await asks(officer, 'urging', 'days', { days: '0' })).toMatchObject({ status: 400 });
    });

    it('is told to the ward’s leaders once, and not before the group had its days', async () => {
      await atGroup('send', SENT);
      const number = String((await lineOf()).urgings[0]!.number);
      expect(await atGroup('escalate', { number })).toMatchObject({
        data: { notTold: 'too-early' }
      });
      now += 7 * DAY;
      expect(await atGroup('escalate', { number })).toEqual({ said: 'told' });
      expect(await atGroup('escalate', { number })).toMatchObject({
        data: { notTold: 'already' }
      });
      const viewer = await joins('viewer');
      expect((await asks(viewer, 'urging')).escalated).toHaveLength(1);
    });

    it('is not kept where its words could not be: the group may be urged at once', async () => {
      const ids = [newId()];
      const dying: Services = {
        ...server.services,
        newId: () => {
          const id = ids.pop();
          if (!id) throw new Error('the power goes');
          return id;
        },
        reportFault: () => ''
      };
      const sent = { group: server.groups[0]!, text: SENT.text, inApp: true, isOutside: false };
      const acts = await readLastAct(server.services.db);
      await expect(urge(dying, officer.session.actor.account, sent)).rejects.toThrow('the power goes');
      expect(await lineOf()).toMatchObject({ urgings: [], againFrom: null });
      expect(await readLastAct(server.services.db)).toBe(acts);
      expect(await atGroup('send', SENT)).toEqual({ said: 'sent' });
    });

    it.each([
      ['no words', { ...SENT, text: ' ' }, { text: 'required' }],
      ['no way', { text: SENT.text }, { way: 'required' }],
      ['too many words', { ...SENT, text: 'a'.repeat(1_001) }, { text: 'too-long' }]
    ])('with %s nothing is sent', async (_, form, problems) => {
      expect(await atGroup('send', form as unknown as Form)).toMatchObject({
        data: { problems }
      });
      await hoa.pulls();
      expect([...hoa.rows.values()].some(({ type }) => type === 'message')).toBe(false);
      expect((await lineOf()).urgings).toEqual([]);
    });
  });

  describe('accounts', () => {
    const NEW = { login: 'mai.to3', name: 'Lê Thị Mai', role: 'leader', group: '' };
    const listed = async (login: string) =>
      ((await asks(officer, 'accounts')).accounts as unknown as { login: string; id: string }[]).find(
        (one) => one.login === login
      ) as unknown as {
        id: string;
        hasPin: boolean;
        disabledAt: number | null;
        assignments: { group: string; from: string; to: string | null }[];
      };
    const aSheet = (told: Told) => (told as unknown as { sheets: { link: string }[] }).sheets[0]!;
    const tokenOf = ({ link }: { link: string }) => link.split('#')[1]!;

    it('are created, and come in once by the sheet that is printed', async () => {
      const group = server.groups[2]!;
      params.account = (await leadsTo(asks(officer, 'accounts', 'create', { ...NEW, group })))
        .split('/')
        .at(-1)!;
      const { sheets: made } = (await asks(officer, 'accounts', 'print', {
        account: [params.account]
      })) as unknown as {
        sheets: { link: string; groups: string[]; qr: boolean[][] }[];
      };
      expect(made).toMatchObject([{ login: 'mai.to3', groups: [server.campaign.groups[2]!.name] }]);
      expect(made[0]!.link).toMatch(/^https:\/\/thidua\.example\/invite#[\w-]{40,}$/);
      const accept = () =>
        acceptInvite(server.services, { token: tokenOf(made[0]!), pin: '135791' }, '10.0.0.1');
      expect(await accept()).toMatchObject({ kind: 'open', actor: { groups: [group] } });
      expect(await accept()).toMatchObject({ kind: 'closed', problem: 'link-used' });
      expect(await listed('mai.to3')).toMatchObject({ hasPin: true });
    });

    it('a newer link makes the older worthless', async () => {
      const link = async () => aSheet(await asks(officer, 'accounts', 'print', { account: params.account! }));
      const [older, newer] = [await link(), await link()];
      const accept = (sheet: typeof older) =>
        acceptInvite(server.services, { token: tokenOf(sheet), pin: '135791' }, '10.0.0.1');
      expect(await accept(older)).toMatchObject({ problem: 'link-used' });
      expect(await accept(newer)).toMatchObject({ kind: 'open' });
    });

    it('every group gets a leader’s account at one stroke, and none a second', async () => {
      expect(await leadsTo(asks(officer, 'accounts', 'leaders'))).toBe('/ward/accounts?created=22');
      expect(await leadsTo(asks(officer, 'accounts', 'leaders'))).toBe('/ward/accounts?created=0');
      expect((await listed('totruong2')).assignments).toMatchObject([
        { group: server.groups[1], from: '2025-11-23', to: null }
      ]);
    });

    it.each([
      ['a login with marks', { login: 'Mai tổ 3' }, { login: 'not-text' }],
      ['no name', { name: '' }, { name: 'required' }],
      ['no role', { role: 'boss' }, { role: 'unknown-code' }],
      ['a leader without a group', { group: '' }, { group: 'required' }]
    ])('%s is not taken, and all that was typed comes back', async (_, wrong, problems) => {
      const told = await asks(officer, 'accounts', 'create', { ...NEW, group: server.groups[2]!, ...wrong });
      expect(told).toMatchObject({ status: 400, data: { problems } });
      expect(await listed('mai.to3')).toBeUndefined();
    });

    it('a login is one person’s', async () => {
      const form = { ...NEW, group: server.groups[2]! };
      await leadsTo(asks(officer, 'accounts', 'create', form));
      expect(await asks(officer, 'accounts', 'create', { ...form, login: 'MAI.to3' })).toMatchObject({
        isTaken: true
      });
    });

    it('who is disabled is out at once and comes in again when enabled; nobody shuts out themselves', async () => {
      const sheet = aSheet(await asks(officer, 'accounts', 'print', { account: params.account! }));
      const pin = '135791';
      await acceptInvite(server.services, { token: tokenOf(sheet), pin }, '10.0.0.1');
      const login = hoa.session.actor.account;
      const comesIn = async () => (await signIn(server.services, { login, pin }, '10.0.0.1')).kind;
      expect(await asks(officer, 'accountOf', 'disable')).toEqual({ said: 'disabled' });
      expect(await comesIn()).toBe('closed');
      expect(await asks(officer, 'accountOf', 'enable')).toEqual({ said: 'enabled' });
      expect(await comesIn()).toBe('open');
      params.account = officer.session.actor.account;
      expect(await asks(officer, 'accountOf', 'disable')).toEqual({ said: 'self' });
    });

    it('the devices of one account are seen apart from all others', async () => {
      const lan = await joins('deputy', 'Lê Thị Lan');
      await lan.pulls();
      const ofHoa = await asks(officer, 'devices', undefined, {}, `?account=${hoa.session.actor.account}`);
      expect(ofHoa.devices).toMatchObject([{ name: 'Trần Thị Hoa' }]);
      expect(ofHoa.total).toMatchObject({ entered: 2 });
      expect((await asks(officer, 'devices')).devices).toHaveLength(2);
    });

    it('an assignment begins and ends on its days; what was a leader’s is not theirs from today', async () => {
      const [own = '', other = ''] = server.groups.map(String);
      await asks(officer, 'accountOf', 'assign', { group: other, from: '24/11/2025', to: '' });
      const held = async () => (await server.exchange(hoa.session, hoa.request())).campaign!.groups;
      expect(await held()).toEqual([own]);
      now += DAY;
      expect(new Set(await held())).toEqual(new Set([own, other]));
      await asks(officer, 'accountOf', 'unassign', { group: own });
      expect(await held()).toEqual([other]);
      expect(
        await asks(officer, 'accountOf', 'assign', { group: other, from: '24/11/2025', to: '1/11/2025' })
      ).toMatchObject({ status: 400, data: { problems: { to: 'out-of-range' } } });
    });

    it('what officers did stands in the book, without anybody’s PIN or link', async () => {
      await asks(officer, 'accounts', 'print', { account: params.account! });
      await asks(officer, 'accountOf', 'disable');
      const { acts } = await asks(officer, 'accountOf');
      expect(acts).toMatchObject([{ act: 'account-disabled', by: 'Cán bộ' }, { act: 'link-given' }]);
      const book = await server.services.db.selectFrom('audit').selectAll().execute();
      expect(JSON.stringify(book)).not.toMatch(/invite|[\w-]{43}/);
    });
  });

  describe('the picture', () => {
    const opens = (who: Caller, query = '') => asks(who, 'group', undefined, {}, query);

    it('a cell opens into those behind it, by name for the officer, counted by alley for who only looks', async () => {
      const told = await opens(officer, '?indicator=10');
      expect(told.lines).toMatchObject([
        { name: 'Nguyễn Văn Hùng', address: { houseNumber: '12' }, reason: 'not-asked' },
        {}
      ]);
      const viewer = await joins('viewer');
      const seen = await opens(viewer, '?indicator=10');
      expect(seen).toMatchObject({ lines: null, alleys: [{ count: 2, reasons: { 'not-asked': 2 } }] });
      expect(JSON.stringify(seen)).not.toContain('Nguyễn');
    });

    it('without an indicator it shows the households that nobody has seen, and who of the group has called', async () => {
      expect(await opens(officer)).toMatchObject({
        chosen: null,
        lines: [{ name: 'Nguyễn Văn Hùng' }, {}],
        people: [{ name: 'Trần Thị Hoa', lastContact: now }]
      });
    });

    it('there is no group by another name', async () => {
      params.group = newId();
      await expect(opens(officer)).rejects.toMatchObject({ status: 404 });
    });

    it('tells each officer what changed since they looked, not since they turned the page', async () => {
      const look = async (who: Caller) =>
        (await asks(who, 'overview')).sinceLastLook as unknown as { changes: object[] } | null;
      expect(await look(officer)).toBeNull();
      const household = [...hoa.rows.values()].find(({ type }) => type === 'household');
      await hoa.pulls();
      const id = household?.id ?? [...hoa.rows.values()].find(({ type }) => type === 'household')!.id;
      const visit = hoa.entry('visit', [
        hoa.sets('visit', newId(), id, { outcome: 'reviewed', on: '2025-11-23' })
      ]);
      await hoa.sends([visit]);
      now += 10 * 60_000;
      expect(await look(officer)).toBeNull();
      now += 31 * 60_000;
      const lan = await joins('officer', 'Cán bộ thứ hai');
      expect(await look(officer)).toMatchObject({ changes: [] });
      expect(await look(lan)).toBeNull();
      await hoa.sends([hoa.household()]);
      now += 31 * 60_000;
      const second = [...hoa.rows.values()].filter(({ type }) => type === 'household').at(-1)!.id;
      await hoa.sends([
        hoa.entry('visit', [hoa.sets('visit', newId(), second, { outcome: 'reviewed', on: '2025-11-23' })])
      ]);
      expect(await look(officer)).toMatchObject({ changes: [{ group: server.groups[0], reviewed: 1 }] });
      expect(await look(officer)).toMatchObject({ changes: [{ reviewed: 1 }] });
    });

    it('marks what rose and what fell in a week', async () => {
      const cellOf = async () => {
        const { overview: told } = (await asks(officer, 'overview')) as unknown as {
          overview: {
            columns: { code: string }[];
            rows: { group: { id: string }; cells: { trend: number | null }[] }[];
          };
        };
        const place = told.columns.findIndex(({ code }) => code === '10');
        return told.rows.find((row) => row.group.id === server.groups[0])!.cells[place]!.trend;
      };
      expect(await cellOf()).toBeNull();
      now += 7 * DAY;
      expect(await cellOf()).toBe(0);
      await hoa.pulls();
      const person = [...hoa.rows.values()].find(({ type }) => type === 'person')!;
      await hoa.sends([hoa.person(person.id, person.household, { insurance: 'yes', insuranceGroup: 5 })]);
      expect(await cellOf()).toBe(1);
    });
  });
});
