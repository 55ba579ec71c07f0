import { describe, expect, it } from 'vitest';
import type { GroupFigures, Tally } from '$lib/domain/figures/group-figures';
import { planRows } from '$lib/domain/figures/plan-rows';
import type { TypedFigure } from '$lib/domain/figures/typed';
import { aCampaign } from '../support/factories';

const campaign = aCampaign();
const ids = campaign.groups.map(({ id }) => id);
const codes = campaign.indicators.map(({ code }) => code);

/** What stands at the border: the groups' own count, one value a group, or an office's figure "of" another. */
type Stands =
  Readonly<{ own: Tally }> | Readonly<{ reached: number }> | Readonly<{ typed: string; of?: string }>;

const own = (counted: number, of: number, unknown = 0): Stands => ({
  own: [counted, of - counted - unknown, unknown, 9]
});
const groups = (reached: number): Stands => ({ reached });
const typed = (amount: string, of?: string): Stands => ({ typed: amount, of });

/** The plan's own numbers, one by one: what just reaches them, and what just does not (domain 1.1, 1.2). */
const BORDERS: readonly (readonly [code: string, stands: Stands, meaning: string])[] = [
  ['1', typed('98.5', '196.4'), 'reached'],
  ['1', typed('98.4999', '196.4'), 'missing'],
  ['2', typed('1401.1', '2740.8'), 'reached'],
  ['2', typed('1401.0999', '2740.8'), 'missing'],
  ['3', typed('337.8', '655.3'), 'reached'],
  ['3', typed('337.7', '655.3'), 'missing'],
  ['4', typed('20.676', '17.394'), 'reached'],
  ['4', typed('20.6759', '17.394'), 'missing'],
  ['5', typed('0.92'), 'not-judged'],
  ['5', typed('9.2'), 'not-judged'],
  ['6', typed('1', '1'), 'reached'],
  ['6', typed('0', '1'), 'missing'],
  ['7a', own(0, 480), 'reached'],
  ['7a', own(1, 480), 'near'],
  ['7a', own(0, 480, 1), 'near'],
  ['7a', own(0, 0), 'not-arising'],
  ['7b', own(6, 1_000), 'reached'],
  ['7b', own(3, 499), 'near'],
  ['7b', own(2, 480, 1), 'near'],
  ['8a', own(121, 125), 'reached'],
  ['8a', own(120, 125), 'near'],
  ['8b', own(75, 100), 'reached'],
  ['8b', own(749, 1_000), 'near'],
  ['9a', own(25, 25), 'reached'],
  ['9a', own(24, 25), 'missing'],
  ['9a', own(0, 0), 'not-arising'],
  ['9b', own(1, 1), 'reached'],
  ['9b', own(0, 1, 1), 'missing'],
  ['9c', own(19, 19), 'reached'],
  ['9c', own(18, 19), 'missing'],
  ['10', own(471, 480), 'reached'],
  ['10', own(470, 480), 'near'],
  ['10', own(0, 0), 'not-arising'],
  ['11', typed('5236', '5236'), 'reached'],
  ['11', typed('5235.9', '5236'), 'missing'],
  ['11', own(480, 480), 'not-collected'],
  ['12', own(1_600, 1_600), 'reached'],
  ['12', own(1_599, 1_600), 'near'],
  ['13a', own(49, 50), 'expected'],
  ['13a', own(48, 50), 'missing'],
  ['13b', groups(23), 'reached'],
  ['13b', groups(22), 'missing'],
  ['13c', own(9, 10), 'reached'],
  ['13c', own(899, 1_000), 'near'],
  ['14', typed('25', '25'), 'reached'],
  ['14', typed('24', '25'), 'missing'],
  ['14', typed('96'), 'not-judged']
];

describe('each of the 20 values at its border', () => {
  it.each(BORDERS)('%s with %j is %s', (code, stands, meaning) =>
    expect(judged(code, stands)?.meaning).toBe(meaning)
  );

  it('the table has every value of the plan, on both sides where anybody judges it', () => {
    expect(codes).toHaveLength(20);
    for (const code of codes.filter((one) => one !== '5')) {
      const meanings = BORDERS.filter(([of]) => of === code).map(([, , meaning]) => meaning);
      expect(meanings, code).toContain(code === '13a' ? 'expected' : 'reached');
      expect(
        meanings.some((meaning) => ['near', 'missing'].includes(meaning)),
        code
      ).toBe(true);
    }
  });
});

function judged(code: string, stands: Stands) {
  const rule = campaign.indicators.find((one) => one.code === code)!.rule;
  const figures = ids.map((group, place): GroupFigures => {
    const tallies: GroupFigures['tallies'] = {};
    if ('own' in stands) tallies[rule!] = place === 0 ? stands.own : [0, 0, 0, 0];
    const values =
      'reached' in stands ? { [code]: [Number(place < stands.reached), 1] as [number, number] } : {};
    return { group, coverage: [0, 0], tallies, values };
  });
  const said: TypedFigure[] =
    'typed' in stands
      ? [
          {
            ...{ indicator: code, group: null, amount: stands.typed, of: stands.of ?? null, before: null },
            ...{ isEstimate: false, asOf: '2025-12-05', source: 'Cơ quan', status: 'official', note: null },
            ...{ by: 'x', at: 1 }
          }
        ]
      : [];
  return planRows(campaign, figures, said).find(({ indicator }) => indicator.code === code);
}
