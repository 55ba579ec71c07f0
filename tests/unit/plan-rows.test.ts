import { describe, expect, it } from 'vitest';
import { toNumber } from '$lib/domain/figures/fraction';
import { planRows } from '$lib/domain/figures/plan-rows';
import type { GroupFigures, Tally } from '$lib/domain/figures/group-figures';
import { amountOf, HOUSEHOLDS, newestOf, type TypedFigure } from '$lib/domain/figures/typed';
import { aCampaign, someFigures } from '../support/factories';

const campaign = aCampaign();
const ids = campaign.groups.map(({ id }) => id);

const typed = (indicator: string, changed: Partial<TypedFigure>): TypedFigure => ({
  ...{ indicator, group: null, amount: '0', of: null, before: null, isEstimate: false, asOf: '2025-12-05' },
  ...{ source: 'Bảo hiểm xã hội cơ sở', status: 'official', note: null, by: 'x', at: 1 },
  ...changed
});

const row = (code: string, groups: readonly GroupFigures[], figures: readonly TypedFigure[] = []) =>
  planRows(campaign, groups, figures).find(({ indicator }) => indicator.code === code)!;

const withTally = (rule: string, ...tallies: Tally[]): GroupFigures[] =>
  tallies.map((tally, place) => ({ group: ids[place]!, coverage: [0, 0], tallies: { [rule]: tally } }));

describe('the 20 values, each judged on integers', () => {
  it('there are 20 rows, in the plan’s order, whatever is known', () => {
    const rows = planRows(campaign, [], []);
    expect(rows).toHaveLength(20);
    expect(rows.every(({ meaning }) => meaning === 'not-collected' || meaning === 'not-arising')).toBe(true);
  });

  it.each<[string, string, string, Tally, string]>([
    ['470 of 480 is not 98 %', '10', 'insurance', [470, 10, 0, 0], 'near'],
    ['471 of 480 is', '10', 'insurance', [471, 9, 0, 0], 'reached'],
    ['98 % exactly, before the decision', '13a', 'culture-expected', [49, 1, 0, 0], 'expected'],
    ['96,8 % exactly', '8a', 'employment', [968, 32, 0, 0], 'reached'],
    ['one in a thousand less', '8a', 'employment', [967, 33, 0, 0], 'near'],
    ['75 %', '8b', 'training', [3, 1, 0, 0], 'reached'],
    ['90 %, one not asked', '13c', 'answer:13c', [89, 10, 1, 0], 'missing'],
    ['no child of five', '9a', 'answer:9a', [0, 0, 0, 30], 'not-arising'],
    ['one of one', '9a', 'answer:9a', [1, 0, 0, 0], 'reached'],
    ['one of two', '9b', 'answer:9b', [1, 1, 0, 0], 'missing'],
    ['one not asked is not all', '9c', 'answer:9c', [9, 0, 1, 0], 'missing'],
    ['0 poor means 0', '7a', 'answer:7a', [0, 480, 0, 0], 'reached'],
    ['one poor household breaks it', '7a', 'answer:7a', [1, 10_999, 0, 0], 'near'],
    ['6 in 1000 near-poor', '7b', 'answer:7b', [6, 994, 0, 0], 'reached'],
    ['7 in 1000', '7b', 'answer:7b', [7, 993, 0, 0], 'near'],
    ['0,6 % is not 0,6', '7b', 'answer:7b', [500, 500, 0, 0], 'missing'],
    ['all have piped water', '12', 'answer:12', [1600, 0, 0, 4], 'reached'],
    ['a proxy is shown and speaks for nobody', '11', 'answer:11', [480, 0, 0, 0], 'not-collected']
  ])('%s', (_, code, rule, tally, meaning) =>
    expect(row(code, withTally(rule, tally)).meaning).toBe(meaning)
  );

  it('13a is reached by who was recognised, not by who is expected to be', () => {
    const [figures] = withTally('culture-expected', [49, 1, 0, 0]);
    const recognised = (counted: number) => [
      {
        ...figures!,
        tallies: { ...figures!.tallies, 'culture-recognised': [counted, 50 - counted, 0, 0] as Tally }
      }
    ];
    expect(row('13a', recognised(48)).meaning).toBe('expected');
    expect(row('13a', recognised(49)).meaning).toBe('reached');
  });

  it('the ward is Σ of counts: two groups at 97,9 % and 98,5 % are judged together', () => {
    const both = row('10', withTally('insurance', [470, 10, 0, 0], [197, 3, 0, 0]));
    expect(both.own).toMatchObject({ of: 680, tally: [667, 13, 0, 0], meaning: 'reached', lacking: 0 });
    expect(both.failing).toEqual([ids[0]]);
  });

  it('5 is births and deaths, counted and never judged', () => {
    const tallies: GroupFigures['tallies'] = { births: [9, 0, 0, 99], deaths: [2, 0, 0, 99] };
    const groups = [{ ...someFigures(ids[0]!, [0, 0, 0, 0]), tallies }];
    const population = row('5', groups, [typed('5', { amount: '0.95' })]);
    expect(population.readings.map(({ rule, tally }) => [rule, tally[0]])).toEqual([
      ['births', 9],
      ['deaths', 2]
    ]);
    expect(population.meaning).toBe('not-judged');
    expect(toNumber(population.official!.beyondTarget!)).toBeCloseTo(0.03, 10);
  });
});

describe('13b: 23 of 23, with the list of those missing', () => {
  const groups = (values: readonly ([number, number] | undefined)[]): GroupFigures[] =>
    values.map((value, place) => ({
      ...someFigures(ids[place]!, [0, 0, 0, 0]),
      ...(value && { values: { '13b': value } })
    }));

  it('all are', () => {
    expect(row('13b', groups(ids.map(() => [1, 1]))).meaning).toBe('reached');
  });

  it('22 are not, and it says which one', () => {
    const one = row('13b', groups(ids.map((_, place) => (place === 4 ? [0, 1] : [1, 1]))));
    expect(one).toMatchObject({
      meaning: 'missing',
      failing: [ids[4]],
      own: { tally: [22, 1, 0, 0], of: 23 }
    });
  });

  it('one that is not decided yet is not reached either', () => {
    const one = row('13b', groups(ids.map((_, place) => (place === 4 ? undefined : [1, 1]))));
    expect(one).toMatchObject({ failing: [ids[4]], own: { tally: [22, 0, 1, 0] } });
  });
});

describe('typed figures', () => {
  it.each<[string, Partial<TypedFigure>, string]>([
    ['1', { amount: '98.5' }, 'reached'],
    ['1', { amount: '98.4999' }, 'missing'],
    ['2', { amount: '1401.1', of: '2740.8' }, 'reached'],
    ['4', { amount: '20.676', isEstimate: true }, 'reached'],
    ['4', { amount: '17.220' }, 'missing'],
    ['6', { amount: '1', of: '1' }, 'reached'],
    ['6', { amount: '0', of: '1' }, 'missing'],
    ['14', { amount: '25', of: '25' }, 'reached'],
    ['14', { amount: '100' }, 'not-judged'],
    ['10', { amount: '36749', of: '37500' }, 'missing'],
    ['10', { amount: '36750', of: '37500' }, 'reached'],
    ['11', { amount: '99.9', of: '100' }, 'missing'],
    ['11', { amount: '120.5', of: '120.50' }, 'reached']
  ])('(%s) %j is %s', (code, changed, meaning) =>
    expect(row(code, [], [typed(code, changed)]).meaning).toBe(meaning)
  );

  it('shows shares of the year’s plan and of the same period, each from its own number', () => {
    const { official } = row('1', [], [typed('1', { amount: '98.5', of: '196.4', before: '87.2' })]);
    expect(toNumber(official!.ofPlan!)).toBeCloseTo(0.50153, 4);
    expect(toNumber(official!.ofBefore!)).toBeCloseTo(1.12959, 4);
    expect(toNumber(official!.ofTarget!)).toBe(1);
  });

  it('stands beside the groups’ own figure, and goes into the report in its place', () => {
    const cards = row('10', withTally('insurance', [99, 1, 0, 0]), [
      typed('10', { amount: '970', of: '1000' })
    ]);
    expect([cards.own!.meaning, cards.official!.meaning, cards.meaning]).toEqual([
      'reached',
      'missing',
      'missing'
    ]);
  });

  it('the newest is the valid one; a group’s own does not stand for the ward', () => {
    const all = [
      typed('6', { amount: '0', of: '1', at: 5 }),
      typed('6', { amount: '1', of: '1', at: 9 }),
      typed('6', { amount: '0', of: '1', at: 7 }),
      typed('6', { amount: '0', of: '1', at: 99, group: ids[0]! })
    ];
    expect(newestOf(all, '6', null)?.at).toBe(9);
    expect(
      newestOf([typed(HOUSEHOLDS, { amount: '480', group: ids[0]! })], HOUSEHOLDS, ids[0]!)?.amount
    ).toBe('480');
  });

  it('decimal text is exact: "17,220 tỷ" is seventeen, and 0.1 is a tenth', () => {
    expect(amountOf('17.220')).toEqual({ num: 861n, den: 50n });
    expect(amountOf('0.1')).toEqual({ num: 1n, den: 10n });
    expect(amountOf('-3.5')).toEqual({ num: -7n, den: 2n });
  });
});
