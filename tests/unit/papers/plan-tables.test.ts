import { expect, it } from 'vitest';
import type { Tally } from '$lib/domain/figures/group-figures';
import { planTable, resultTable, rowsOfPlan } from '$lib/domain/papers/plan-tables';
import type { Snapshot } from '$lib/domain/papers/snapshot';
import { wardReport } from '$lib/domain/papers/ward-report';
import { campaign2025 } from '$lib/server/plan/campaign-2025';
import { paperSettings } from '$lib/server/plan/paper-settings';
import { someFigures } from '../../support/factories';

const ALL: Tally = [100, 0, 0, 0];

/** One group of 1,000 households, so many of them near-poor and so many not asked. */
const snapshot = (nearPoor: number, unknown: number): Snapshot => ({
  campaign: campaign2025,
  period: { id: '', name: '', asOf: '2025-11-30' },
  groups: [
    someFigures(campaign2025.groups[0]!.id, ALL, {
      'answer:7b': [nearPoor, 1000 - nearPoor - unknown, unknown, 0]
    })
  ],
  ...{ typed: [], closedAt: 1, corrections: [] }
});
const judgedOf = (of: Snapshot) =>
  resultTable(of).rows[rowsOfPlan(of).findIndex(({ indicator }) => indicator.code === '7b')]!.cells.at(-1);

it('where less is better, who was not asked is no miss: 0,4 % of “không quá 0,6 %” is never called missed', () => {
  expect(judgedOf(snapshot(4, 0))).toBe('Đạt');
  expect(judgedOf(snapshot(4, 50))).toBe('Chưa rà soát đủ');
  expect(judgedOf(snapshot(7, 50))).toBe('Chưa đạt');
  const words = { settings: paperSettings, judgements: {}, awards: [], exemplars: [], on: '2025-12-01' };
  const said = JSON.stringify(wardReport(snapshot(4, 50), words).blocks);
  expect(said).toContain('1 chỉ tiêu chưa rà soát đủ để đánh giá: (7b) Hộ cận nghèo.');
  expect(said.match(/\(7b\) Hộ cận nghèo/g)).toHaveLength(1);
});

it('the office’s share is held against the plan in points, and a hair’s breadth is not told as none', () => {
  const comparedWith = (indicator: string, amount: string, of: string | null) => {
    const typed = {
      ...{ indicator, amount, of, group: null, before: null, isEstimate: false, asOf: '2025-11-30' },
      ...{ source: 'BHXH', status: 'official' as const, note: null, by: 'x', at: 1 }
    };
    const table = planTable({ ...snapshot(4, 0), typed: [typed] });
    return table.rows.find(({ cells }) => cells[0] === `(${indicator})`)!.cells[6];
  };
  expect(comparedWith('10', '36124', '36899')).toBe('Thấp hơn 0,10 điểm %');
  expect(comparedWith('10', '97999999', '100000000')).toBe('Thấp hơn 0,01 điểm %');
  expect(comparedWith('8a', '971', '1000')).toBe('Cao hơn 0,30 điểm %');
  expect(comparedWith('12', '500', '500')).toBe('Bằng kế hoạch');
  expect(comparedWith('5', '0.89', null)).toBe('Thấp hơn 0,03 điểm %');
});
