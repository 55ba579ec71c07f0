import { beforeEach, expect, it } from 'vitest';
import type { AccountId, GroupId } from '$lib/domain/ids';
import { REPORTING } from '$lib/domain/plan/rules';
import type { SyncResponse } from '$lib/protocol/sync';
import { amendPeriod, closePeriod, sumOf } from '$lib/server/periods/closing';
import { giveMark, takeMarkBack } from '$lib/server/figures/marking';
import { readActs } from '$lib/server/queries/audit';
import { readClosing } from '$lib/server/queries/closed-periods';
import { readMarks } from '$lib/server/queries/marks';
import { readTypedFigures } from '$lib/server/queries/typed-figures';
import { saveCampaign } from '$lib/server/queries/campaigns';
import { typeFigure, type WrittenFigure } from '$lib/server/figures/typing';
import { newId } from '../support/entries';
import { type Caller, statuses } from './caller';
import { DAY, HOUR, NOON, onBothDatabases } from './databases';

const PERIOD = {
  id: newId(),
  name: 'Kỳ tháng 11',
  asOf: '2025-11-20',
  opensOn: '2025-11-01',
  dueBefore: '2025-11-22'
};

onBothDatabases('what the office says', (scene) => {
  let officer: Caller;
  let account: AccountId;
  let group: GroupId;
  let campaign: string;

  beforeEach(async () => {
    officer = await scene.joins({ role: 'officer', name: 'Cán bộ' });
    account = officer.session.actor.account;
    group = scene.server.groups[0]!;
    campaign = scene.server.campaign.id;
    const periods = [PERIOD];
    await saveCampaign(scene.server.services.db, { ...scene.server.campaign, periods }, 'with-period', NOON);
  });

  const figure = (changed: Partial<WrittenFigure> = {}): WrittenFigure => ({
    ...{ indicator: '1', group: null, amount: '98.5', of: '196.4', before: null, isEstimate: false },
    ...{ asOf: '2025-06-30', source: 'Phòng Kinh tế', status: 'official', note: null },
    ...changed
  });
  const type = (changed: Partial<WrittenFigure> = {}) =>
    typeFigure(scene.server.services, account, campaign, figure(changed));
  const standings = async (has: string | null = null) =>
    (await scene.hoa.sends([], { standings: has })).standings;
  const ownOf = (told: SyncResponse['standings']) => told?.groups.find((one) => one.group === group);

  const signs = (id = newId()) =>
    scene.hoa.entry('sign-off', [
      scene.hoa.sets('sign-off', id, group, { period: PERIOD.id, on: '2025-11-20', figures: '{}' })
    ]);
  const reviews = (signOff: string, verdict: string, reason: string | null = null) =>
    officer.entry(
      'review',
      [officer.sets('review', newId(), group, { signOff, period: PERIOD.id, verdict, reason })],
      { group }
    );

  it('a typed figure travels at once, the newest is valid, and all that were typed stay', async () => {
    const before = (await standings())!;
    await type();
    const told = (await standings(before.version))!;
    expect(told.typed).toMatchObject([{ indicator: '1', amount: '98.5', of: '196.4' }]);
    scene.now += HOUR;
    await type({ amount: '101.2', status: 'verified' });
    expect((await standings(told.version))!.typed).toMatchObject([{ amount: '101.2' }]);
    expect(await readTypedFigures(scene.server.services.db, campaign)).toMatchObject([
      { amount: '101.2', at: NOON + HOUR },
      { amount: '98.5', at: NOON }
    ]);
    expect(await standings((await standings())!.version)).toBeUndefined();
  });

  it('one value a group stands among the figures of that group', async () => {
    await type({ indicator: '13b', group, amount: '1', of: '1' });
    expect(ownOf(await standings())!.values).toMatchObject({ '13b': [1, 1] });
  });

  it('a mark travels with its reason; taken back it is gone from the figures and stays in the book', async () => {
    const { services } = scene.server;
    const mark = { kind: 'bonus', code: 'model', points: 2, reason: 'Mô hình ngõ sạch' } as const;
    await giveMark(services, account, campaign, group, mark);
    expect(ownOf(await standings())!.marks).toEqual([mark]);
    const [given] = await readMarks(services.db, campaign);
    await takeMarkBack(services, account, given!.number, 'Ghi nhầm tổ');
    expect(ownOf(await standings())!.marks).toEqual([]);
    expect(await readMarks(services.db, campaign)).toMatchObject([
      { by: 'Cán bộ', revoked: { by: 'Cán bộ', why: 'Ghi nhầm tổ' } }
    ]);
    const acts = await readActs(services.db, null, 10);
    expect(acts.map(({ act }) => act)).toEqual(['mark-revoked', 'mark-given']);
  });

  it('a report counts as in time when it was signed before the day, whenever it was mended', async () => {
    expect(ownOf(await standings())!.values).toMatchObject({ [REPORTING]: [0, 0] });
    const signed = signs();
    expect(statuses(await scene.hoa.sends([signed]))).toEqual(['applied']);
    expect(ownOf(await standings())!.signedAt).toBe(NOON);
    scene.now = NOON + 3 * DAY;
    expect(ownOf(await standings())!.values).toMatchObject({ [REPORTING]: [1, 1] });
    const id = JSON.parse(signed.body).changes[0].id as string;
    await officer.sends([reviews(id, 'returned', 'Thiếu 4 hộ ngõ 124')]);
    expect(ownOf(await standings())).toMatchObject({ values: { [REPORTING]: [0, 1] }, signedAt: null });
    await scene.hoa.sends([signs()]);
    expect(ownOf(await standings())!.values).toMatchObject({ [REPORTING]: [1, 1] });
  });

  it('a report signed late is late', async () => {
    scene.now = NOON + 3 * DAY;
    await scene.hoa.sends([signs()]);
    expect(ownOf(await standings())!.values).toMatchObject({ [REPORTING]: [0, 1] });
  });

  it('a closed period travels once, and does not move when data do; an amendment lies beside it', async () => {
    const { services } = scene.server;
    expect(await closePeriod(services, account, PERIOD.id)).toBeUndefined();
    expect(await closePeriod(services, account, PERIOD.id)).toBe('already-closed');
    const first = (await scene.hoa.sends([], { closed: [] })).closed!;
    expect(first.periods).toMatchObject([{ period: { period: PERIOD.id, campaign: { year: 2025 } } }]);
    expect((await scene.hoa.sends([], { closed: first.versions })).closed).toBeUndefined();
    const before = (await readClosing(services.db, PERIOD.id))!;

    expect(await amendPeriod(services, account, PERIOD.id, 'Bổ sung')).toBe('nothing-changed');
    await scene.hoa.sends([scene.hoa.household()]);
    expect(await amendPeriod(services, account, PERIOD.id, 'Bổ sung một hộ sót')).toBeUndefined();
    expect(await readClosing(services.db, PERIOD.id)).toMatchObject({ json: before.json, sha: before.sha });
    expect(sumOf(before.json)).toBe(before.sha);

    const second = (await scene.hoa.sends([], { closed: first.versions })).closed!;
    const { period } = second.periods[0]!;
    expect(second.versions).not.toEqual(first.versions);
    expect(period.groups.find((one) => one.group === group)!.coverage).toEqual([0, 1]);
    expect(period.amendments).toMatchObject([
      { reason: 'Bổ sung một hộ sót', groups: [{ group, coverage: [0, 2] }] }
    ]);
  });

  it('the days before today travel once a day: ranks of all, figures of the own group alone', async () => {
    await standings();
    scene.now += DAY;
    await scene.hoa.sends([scene.hoa.household()]);
    scene.now += DAY;
    const { history } = await scene.hoa.sends([], { history: null });
    expect(history).toMatchObject({ group, groups: scene.server.groups });
    expect(history!.days.map(({ day, figures }) => [day, figures.coverage[1]])).toEqual([
      ['2025-11-20', 1],
      ['2025-11-21', 2]
    ]);
    expect(history!.days.map(({ ranks }) => ranks.length)).toEqual([23, 23]);
    expect((await scene.hoa.sends([], { history: '2025-11-21' })).history).toBeUndefined();
    expect((await scene.hoa.sends([], { history: '2025-11-20' })).history!.days).toHaveLength(1);
  });

  it('why a household is barred goes to the leader and the officer, and to nobody’s phone beside', async () => {
    const assess = scene.hoa.entry('assess', [
      scene.hoa.sets('assessment', `${scene.household}/2025`, scene.household, {
        state: 'barred',
        bar: 'criminal-liability'
      })
    ]);
    expect(statuses(await scene.hoa.sends([assess]))).toEqual(['applied']);
    await scene.hoa.pulls();
    const deputy = await scene.joins({ role: 'deputy', name: 'Phạm Thị Lan' });
    const id = `${scene.household}/2025`;
    expect(scene.hoa.value('assessment', id, 'bar')).toBe('criminal-liability');
    expect(deputy.value('assessment', id, 'state')).toBe('barred');
    expect(JSON.stringify([...deputy.rows.values()])).not.toContain('criminal-liability');

    const other = deputy.entry('assess', [
      deputy.sets('assessment', id, scene.household, { bar: 'unpaid-tax' })
    ]);
    await deputy.sends([other]);
    await deputy.pulls();
    expect([...deputy.rows.values()].some(({ type }) => type === 'difference')).toBe(true);
    expect(JSON.stringify([...deputy.rows.values()])).not.toContain('criminal-liability');
  });

  it('a word of the ward reaches the group it is for; that it was read comes back as an entry', async () => {
    const lan = await scene.joins({ name: 'Phạm Thị Lan', group: 1 });
    const id = newId();
    const says = (who: Caller) =>
      who.entry('message', [who.sets('message', id, group, { text: 'Còn 41 hộ.', on: '2025-11-20' })], {
        group
      });
    expect(statuses(await scene.hoa.sends([says(scene.hoa)]))).toEqual(['quarantined: not-allowed']);
    expect(statuses(await officer.sends([says(officer)]))).toEqual(['applied']);
    await scene.hoa.pulls();
    await lan.pulls();
    expect(scene.hoa.value('message', id, 'text')).toBe('Còn 41 hộ.');
    expect(lan.value('message', id, 'text')).toBeNull();

    const seen = newId();
    const marks = (who: Caller) =>
      who.entry('message-seen', [who.sets('message-seen', seen, group, { message: id, on: '2025-11-20' })]);
    expect(statuses(await lan.sends([marks(lan)]))).toEqual(['quarantined: outside-right']);
    expect(statuses(await scene.hoa.sends([marks(scene.hoa)]))).toEqual(['applied']);
    await officer.pulls();
    expect(officer.value('message-seen', seen, 'message')).toBe(id);
  });
});
