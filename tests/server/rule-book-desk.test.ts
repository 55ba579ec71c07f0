import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '$lib/domain/actor';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { ActCode } from '$lib/server/office/audit';
import { previewRanking } from '$lib/server/plan/plan-desk';
import { readCampaigns } from '$lib/server/queries/campaigns';
import { readGroupsByOrder } from '$lib/server/queries/ward';
import { OFFICE_ACT_WORDS, sayAct } from '$lib/ui/ward/office-act-words';
import { Caller } from '../contract/caller';
import { newId } from '../support/entries';
import { deskOf, eventOf } from '../support/desk';
import { openTestServer, type TestServer } from '../support/server';
import * as audit from '../../src/routes/(ward)/ward/audit/+page.server';
import * as campaign from '../../src/routes/(ward)/ward/campaign/+page.server';
import * as plan from '../../src/routes/(ward)/ward/campaign/[campaign]/+page.server';
import * as cultureRules from '../../src/routes/(ward)/ward/campaign/[campaign]/culture/+page.server';
import * as indicator from '../../src/routes/(ward)/ward/campaign/[campaign]/indicator/+page.server';
import * as questions from '../../src/routes/(ward)/ward/campaign/[campaign]/questions/+page.server';
import * as changes from '../../src/routes/(ward)/ward/changes/+page.server';
import * as culture from '../../src/routes/(ward)/ward/culture/+page.server';
import * as cultureOf from '../../src/routes/(ward)/ward/culture/[group]/+page.server';
import * as figures from '../../src/routes/(ward)/ward/figures/+page.server';
import * as groupNames from '../../src/routes/(ward)/ward/group-names/+page.server';
import * as indicators from '../../src/routes/(ward)/ward/indicators/+page.server';
import * as marks from '../../src/routes/(ward)/ward/marks/+page.server';
import * as periods from '../../src/routes/(ward)/ward/periods/+page.server';
import * as period from '../../src/routes/(ward)/ward/periods/[period]/+page.server';
import * as periodOf from '../../src/routes/(ward)/ward/periods/[period]/[group]/+page.server';
import * as publicDesk from '../../src/routes/(ward)/ward/public/+page.server';
import * as ranking from '../../src/routes/(ward)/ward/ranking/+page.server';
import * as publicPage from '../../src/routes/cong-khai/+page.server';

const PAGES = {
  ...{ audit, cultureRules, questions },
  ...{ campaign, plan, indicator, changes, culture, cultureOf, figures, indicators },
  ...{ marks, periods, period, periodOf, publicDesk, ranking, groupNames }
};

describe('the ward’s desk for the rule book', () => {
  const DAY = 86_400_000;
  let now: number;
  let server: TestServer;
  let officer: Caller;
  let hoa: Caller;
  let params: Record<string, string>;
  const [household, person] = [newId(), newId()];

  beforeEach(async () => {
    now = Date.UTC(2025, 11, 1, 5);
    server = await openTestServer({ clock: () => now });
    hoa = await joins();
    officer = await joins('officer', 'Cán bộ');
    await hoa.sends([hoa.household(household, person)]);
    const [first] = server.campaign.periods;
    params = { campaign: server.campaign.id, group: server.groups[0]!, period: first!.id };
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

  const FIGURE = {
    ...{ indicator: '1', group: '', amount: '98,5', of: '196,4', before: '' },
    ...{ asOf: '30/6/2025', source: 'Phòng Kinh tế', status: 'official', note: '' }
  };

  it('a figure is typed as an office writes it, and stands beside the plan', async () => {
    expect(await asks(officer, 'figures', 'type', FIGURE)).toMatchObject({ said: 'typed' });
    const { rows } = await asks(officer, 'indicators');
    const row = (rows as unknown as { indicator: { code: string }; meaning: string }[]).find(
      (one) => one.indicator.code === '1'
    );
    expect(row).toMatchObject({ meaning: 'reached', official: { typed: { amount: '98.5', of: '196.4' } } });
  });

  it.each([
    ['a number that is none', { amount: 'gần 98' }, { amount: 'not-a-number' }],
    ['no number', { amount: '' }, { amount: 'required' }],
    ['a day that is none', { asOf: '31/2/2025' }, { asOf: 'not-a-date' }],
    ['no source', { source: ' ' }, { source: 'required' }],
    ['a percentage alone', { indicator: '14', of: '' }, { of: 'required' }],
    ['more than all', { indicator: '14', amount: '25', of: '23' }, { amount: 'out-of-range' }],
    ['an indicator that is none', { indicator: '99' }, { indicator: 'unknown-code' }]
  ])('a figure with %s is not taken, and all that was typed comes back', async (_, wrong, problems) => {
    const told = await asks(officer, 'figures', 'type', { ...FIGURE, ...wrong });
    expect(told).toMatchObject({ status: 400, data: { problems, typed: { note: [''] } } });
    const lines = (await asks(officer, 'figures')).lines as unknown as { history: unknown[] }[];
    expect(lines.flatMap(({ history }) => history)).toEqual([]);
  });

  it('one value a group is typed for 23 at once, and only what is new is written', async () => {
    const reached = server.groups.slice(0, 22);
    const paper = { asOf: '24/11/2025', source: 'QĐ 12', status: 'official' };
    expect(await asks(officer, 'figures', 'groups', { indicator: '13b', reached, ...paper })).toMatchObject({
      count: 23
    });
    const all = { indicator: '13b', reached: server.groups, ...paper };
    expect(await asks(officer, 'figures', 'groups', all)).toMatchObject({ count: 1 });
  });

  it('a mark without a reason is not given; one with a reason counts, until it is taken back', async () => {
    const what = { group: server.groups[0]!, what: 'bonus:new-model', points: '' };
    expect(await asks(officer, 'marks', 'give', { ...what, reason: '' })).toMatchObject({
      data: { problems: { reason: 'required' } }
    });
    expect(await asks(officer, 'marks', 'give', { ...what, reason: 'Ngõ sạch' })).toMatchObject({
      said: 'given'
    });
    const [mark] = (await asks(officer, 'marks')).marks as unknown as { number: number; points: number }[];
    expect(mark).toMatchObject({ points: 2, kind: 'bonus' });
    const back = { number: String(mark!.number), why: 'Ghi nhầm' };
    expect(await asks(officer, 'marks', 'revoke', back)).toMatchObject({ said: 'revoked' });
    expect(await asks(officer, 'marks', 'revoke', back)).toMatchObject({ said: 'gone' });
  });

  const signs = (figuresNow: object) =>
    hoa.entry('sign-off', [
      hoa.sets('sign-off', newId(), server.groups[0]!, {
        ...{
          period: params.period!,
          on: server.campaign.periods[0]!.asOf,
          figures: JSON.stringify(figuresNow)
        }
      })
    ]);

  it('a period is signed, returned with a reason, signed again, approved and closed', async () => {
    now = Date.parse(`${server.campaign.periods[0]!.asOf}T05:00:00Z`);
    await hoa.sends([signs({ coverage: [0, 1], tallies: { insurance: [0, 0, 1, 0] } })]);
    expect(await asks(officer, 'periodOf')).toMatchObject({
      own: { kind: 'signed', signed: { coverage: [0, 1] } }
    });
    const reason = 'Thiếu hộ ngõ 124';
    expect(await asks(officer, 'periodOf', 'giveBack', { household: '', reason: '' })).toMatchObject({
      data: { problems: { reason: 'required' } }
    });
    expect(await asks(officer, 'periodOf', 'giveBack', { household, reason })).toMatchObject({
      said: 'household-returned'
    });
    expect(await asks(officer, 'periodOf')).toMatchObject({ own: { kind: 'signed' } });
    expect(await asks(officer, 'periodOf', 'giveBack', { household: '', reason })).toMatchObject({
      said: 'returned'
    });
    await hoa.pulls();
    expect([...hoa.rows.values()].filter(({ type }) => type === 'review')).toHaveLength(2);
    expect(await asks(officer, 'periodOf')).toMatchObject({ own: { kind: 'returned' } });
    await hoa.sends([signs({ coverage: [1, 1], tallies: {} })]);
    expect(await asks(officer, 'period', 'approve', { group: [server.groups[0]!] })).toMatchObject({
      count: 1
    });
    expect(await asks(officer, 'periodOf')).toMatchObject({ own: { kind: 'approved' } });
    expect(await asks(officer, 'period', 'close')).toMatchObject({ said: 'closed' });
    expect(await asks(officer, 'period', 'close')).toMatchObject({ problem: 'already-closed' });
  });

  it('a closed period’s ranking does not move when data do', async () => {
    now = Date.parse(`${server.campaign.periods[0]!.asOf}T05:00:00Z`);
    await asks(officer, 'period', 'close');
    const query = `?period=${params.period}&by=insurance`;
    const before = await asks(officer, 'ranking', undefined, {}, query);
    expect(before).toMatchObject({ chosen: { isWhole: true } });
    await hoa.sends([hoa.person(person, household, { insurance: 'yes' })]);
    expect((await asks(officer, 'ranking', undefined, {}, query)).lines).toEqual(before.lines);
    const today = await asks(officer, 'ranking', undefined, {}, '?by=insurance');
    expect(today.lines).not.toEqual(before.lines);
  });

  it('a period is not closed before its day', async () => {
    now = Date.parse(`${server.campaign.periods[0]!.asOf}T05:00:00Z`) - 2 * DAY;
    expect(await asks(officer, 'period', 'close')).toMatchObject({ problem: 'too-early' });
  });

  const drafts = async () =>
    (await readCampaigns(server.services.db)).filter(({ state }) => state === 'draft');

  const theCampaign = async () =>
    (await readCampaigns(server.services.db)).find(({ campaign: one }) => one.id === params.campaign)!
      .campaign;

  it('the year’s rules of gia đình văn hóa: the decree’s frame, an example that is called one, and a scale with its decision', async () => {
    expect(await asks(officer, 'cultureRules', 'frame')).toMatchObject({ said: 'frame' });
    const frame = (await theCampaign()).culture!;
    expect(frame).toMatchObject({ passMark: null, isExample: false, decision: null });
    expect(frame.standards.map(({ criteria }) => criteria.length)).toEqual([4, 6, 5]);
    expect(await asks(officer, 'cultureRules', 'example')).toMatchObject({ said: 'example' });
    expect((await theCampaign()).culture).toMatchObject({ isExample: true, passMark: 85 });

    const form = {
      ...{
        decree: 'Nghị định 86/2023/NĐ-CP',
        decision: '29/2026/QĐ-UBND',
        passMark: '15',
        leastOfStandard: '50'
      },
      ...{ leastPresent: '60', leastAgreed: '', publicDays: '10', completeBefore: '25/11/2025' },
      ...{
        decideWithin: '10',
        announceWithin: '15',
        bars: 'Có thành viên bị truy cứu trách nhiệm hình sự\nĐánh bạc'
      },
      ...{
        'standard.0.title': 'Gương mẫu',
        'standard.0.criteria': '12,5 Chấp hành pháp luật\n7 điểm - Cưới, tang'
      },
      ...{ 'standard.1.title': '', 'standard.1.criteria': '' }
    };
    expect(await asks(officer, 'cultureRules', 'save', { ...form, passMark: '30' })).toMatchObject({
      data: { wrong: [{ code: 'pass-mark-wrong' }], typed: { passMark: ['30'] } }
    });
    expect(await asks(officer, 'cultureRules', 'save', form)).toMatchObject({ said: 'saved' });
    expect((await theCampaign()).culture).toMatchObject({
      ...{ decision: '29/2026/QĐ-UBND', isExample: false, leastAgreed: null },
      standards: [
        {
          code: 'I',
          criteria: [
            { code: 'I.1', title: 'Chấp hành pháp luật', most: 12.5 },
            { code: 'I.2', title: 'Cưới, tang', most: 7 }
          ]
        }
      ],
      bars: [{ code: 'prosecuted' }, { code: 'bar-aa', name: 'Đánh bạc' }]
    });
  });

  it('a question is worded anew; what its answers count as does not change', async () => {
    const shown = (await asks(officer, 'questions')).questions as unknown as {
      field: string;
      text: string;
      shortText: string;
      answer: { choices: { code: string; label: string }[] };
    }[];
    const form = Object.fromEntries(
      shown.flatMap(({ field, text, shortText, answer }) => [
        ...[[`${field}.text`, text] as const, [`${field}.shortText`, shortText] as const],
        ...answer.choices.map(({ code, label }) => [`${field}.${code}`, label] as const)
      ])
    );
    const before = await theCampaign();
    const said = { ...form, 'q-water.text': 'Nhà mình ăn nước gì?', 'q-water.piped': 'Nước nhà máy' };
    expect(await asks(officer, 'questions', 'save', { ...said, 'q-waste.no': '' })).toMatchObject({
      data: { problems: { 'q-waste.no': 'required' } }
    });
    expect(await asks(officer, 'questions', 'save', said)).toMatchObject({ said: 'saved' });
    const after = await theCampaign();
    expect(after.questions.find(({ field }) => field === 'q-water')).toMatchObject({
      text: 'Nhà mình ăn nước gì?',
      answer: { choices: [{ code: 'piped', label: 'Nước nhà máy' }, {}, {}] }
    });
    expect(after.indicators).toEqual(before.indicators);
  });

  it('every act that can be written into the book has words', () => {
    const words: Readonly<Record<ActCode, string>> = OFFICE_ACT_WORDS;
    expect(Object.values(words).every((word) => word.trim() !== '')).toBe(true);
    expect(sayAct({ act: 'an-act-of-tomorrow' })).toBe('an-act-of-tomorrow');
  });

  it('the book says who did what, by officer and by day; whoever only looks may read it', async () => {
    const other = await joins('officer', 'Cán bộ Hai');
    await asks(officer, 'figures', 'type', FIGURE);
    now += DAY;
    await asks(other, 'cultureRules', 'example');
    const viewer = await joins('viewer', 'Lãnh đạo');
    type Acts = { act: string; name: string; about: string; aboutName: string | null }[];
    const read = async (query: string) =>
      (await asks(viewer, 'audit', undefined, {}, query)).acts as unknown as Acts;
    expect((await read('')).map(({ act, name }) => [act, name])).toEqual([
      ['campaign-saved', 'Cán bộ Hai'],
      ['figure-typed', 'Cán bộ']
    ]);
    expect((await read('?day=1/12/2025')).map(({ about, aboutName }) => [about, aboutName])).toEqual([
      ['1', 'Sản xuất công nghiệp']
    ]);
    expect(await read(`?account=${other.session.actor.account}&day=1/12/2025`)).toEqual([]);
    expect(await asks(viewer, 'audit', undefined, {}, '?day=hôm qua kia')).toMatchObject({ isWrong: true });
  });

  it('groups are named by the office: in the plan in use, in what is being written, and on every phone; not in what is over', async () => {
    await asks(officer, 'campaign', 'copy', { campaign: params.campaign! }).catch(() => undefined);
    const typed = Object.fromEntries(server.groups.map((id, place) => [id, `ngõ ${place + 1}`]));
    const [first, second] = server.groups;
    expect(await asks(officer, 'groupNames', 'save', { ...typed, [second!]: 'TDP Ngõ 1' })).toMatchObject({
      status: 400,
      data: { twice: ['Tổ dân phố ngõ 1', 'Tổ dân phố Ngõ 1'] }
    });
    expect(await asks(officer, 'groupNames', 'save', { ...typed, [second!]: ' ' })).toMatchObject({
      status: 400,
      data: { problems: { [second!]: 'required' } }
    });
    await asks(officer, 'groupNames', 'save', typed);
    const plans = await readCampaigns(server.services.db);
    expect(plans.map(({ state, campaign: { groups } }) => [state, groups[0]!.name])).toEqual([
      ['draft', 'Tổ dân phố ngõ 1'],
      ['current', 'Tổ dân phố ngõ 1']
    ]);
    expect((await readGroupsByOrder(server.services.db)).find(({ id }) => id === first)?.name).toBe(
      'Tổ dân phố ngõ 1'
    );
    const { campaign: sent } = await hoa.sends();
    expect(sent?.campaign.groups[0]).toMatchObject({ name: 'Tổ dân phố ngõ 1' });
    await asks(officer, 'groupNames', 'save', typed);
    const acts = (await asks(officer, 'audit')).acts as unknown as { act: string }[];
    expect(acts.filter(({ act }) => act === 'groups-named')).toHaveLength(1);

    // What is over keeps the names of its time, and hands them on to nobody.
    const over = params.campaign!;
    params = { ...params, campaign: plans[0]!.campaign.id };
    await asks(officer, 'plan', 'use');
    await asks(officer, 'groupNames', 'save', { ...typed, [first!]: 'An Trang' });
    await asks(officer, 'campaign', 'copy', { campaign: over }).catch(() => undefined);
    const later = await readCampaigns(server.services.db);
    expect(later.map(({ state, campaign: { groups } }) => [state, groups[0]!.name]).sort()).toEqual([
      ['current', 'Tổ dân phố An Trang'],
      ['draft', 'Tổ dân phố An Trang'],
      ['past', 'Tổ dân phố ngõ 1']
    ]);
  });

  it('next year’s campaign is copied, a new indicator is added, and it goes into use on every phone', async () => {
    await expect(asks(officer, 'campaign', 'copy', { campaign: params.campaign! })).rejects.toMatchObject({
      status: 303
    });
    const [draft] = await drafts();
    expect(draft!.campaign).toMatchObject({ year: 2026, scale: { decision: null } });
    params.campaign = draft!.campaign.id;
    const added = {
      ...{
        code: '15',
        name: 'Hộ cài VNeID',
        shortName: 'VNeID',
        text: 'Hộ có ai cài VNeID không?',
        help: ''
      },
      ...{ asked: 'household', kind: 'yes-no', good: 'yes', target: '80', direction: 'up', most: '5' }
    };
    expect(await asks(officer, 'indicator', 'add', { ...added, code: '10' })).toMatchObject({
      data: { problems: { code: 'unknown-code' } }
    });
    expect(await asks(officer, 'indicator', 'add', { ...added, target: '800' })).toMatchObject({
      data: { problems: { target: 'out-of-range' } }
    });
    await expect(asks(officer, 'indicator', 'add', added)).rejects.toMatchObject({ status: 303 });
    expect(await asks(officer, 'plan', 'use')).toMatchObject({ said: 'used' });
    const sent = (await hoa.sends([], { campaign: null })).campaign!.campaign as Campaign;
    expect(sent.questions.at(-1)).toMatchObject({ field: 'q-15', subject: 'household' });
    await hoa.sends([
      hoa.entry('household.change', [hoa.sets('household', household, household, { 'q-15': 'yes' })])
    ]);
    const { standings } = await hoa.sends([], { standings: null });
    expect(standings!.groups.find(({ group }) => group === server.groups[0])!.tallies['answer:15']).toEqual([
      1, 0, 0, 0
    ]);
  });

  it('an unchanged copy for next year, looked at before it is used, moves no group and no point', async () => {
    const set = { state: 'expected' };
    await hoa.sends([hoa.entry('assess', [hoa.sets('assessment', `${household}/2025`, household, set)])]);
    await expect(asks(officer, 'campaign', 'copy', { campaign: params.campaign! })).rejects.toMatchObject({
      status: 303
    });
    const lines = await previewRanking(server.services, (await drafts())[0]!.campaign);
    expect(lines).toHaveLength(23);
    expect(lines.map(({ pointsNow }) => pointsNow)).toEqual(lines.map(({ pointsBefore }) => pointsBefore));
    expect(lines.find(({ group }) => group === server.groups[0])!.pointsNow).toBeGreaterThan(0);
    expect(lines.every(({ places }) => places === 0 || places === null)).toBe(true);
  });

  it('who is barred and why is not on the viewer’s page', async () => {
    const id = `${household}/2025`;
    const values = { state: 'barred', bar: 'gambling' };
    await hoa.sends([hoa.entry('assess', [hoa.sets('assessment', id, household, values)])]);
    expect(JSON.stringify(await asks(officer, 'cultureOf'))).toContain('"bar":"gambling"');
    const seen = await asks(await joins('viewer'), 'cultureOf');
    expect(JSON.stringify(seen.households)).not.toContain('gambling');
  });

  it('the decision is entered for the households that were proposed, and for no other', async () => {
    const set = (state: string) =>
      hoa.entry('assess', [hoa.sets('assessment', `${household}/2025`, household, { state })]);
    await hoa.sends([set('expected')]);
    const decision = { decision: '45/QĐ-UBND', decidedOn: '1/12/2025', household: [household] };
    expect(await asks(officer, 'cultureOf', 'recognise', decision)).toMatchObject({ count: 0 });
    await hoa.pulls();
    await hoa.sends([set('proposed')]);
    expect(await asks(officer, 'cultureOf', 'recognise', { ...decision, decision: '' })).toMatchObject({
      data: { problems: { decision: 'required' } }
    });
    expect(await asks(officer, 'cultureOf', 'recognise', decision)).toMatchObject({ count: 1 });
    await hoa.pulls();
    expect(hoa.value('assessment', `${household}/2025`, 'state')).toBe('recognised');
  });

  it('the public page is not there until the officer opens it, names nobody, and goes when it is shut', async () => {
    const look = async () => (await publicPage.load(eventOf(server, null))) as unknown;
    await expect(look()).rejects.toMatchObject({ status: 404 });
    await asks(officer, 'publicDesk', 'open');
    const page = JSON.stringify(await look());
    expect(page).toContain('Tổ dân phố số 1');
    expect(page).not.toContain('Hùng');
    expect(page).not.toContain(household);
    expect(((await look()) as { lines: object[] }).lines[0]).toMatchObject({
      ...{ coverage: [0, 1], isComplete: false }
    });
    await asks(officer, 'publicDesk', 'shut');
    await expect(look()).rejects.toMatchObject({ status: 404 });
  });
});
