import { planRows, type PlanRow } from '../figures/plan-rows';
import { column, type PaperTable } from './paper';
import {
  NOT_COLLECTED,
  writtenComparison,
  writtenMeaning,
  writtenOfficial,
  writtenOwn,
  writtenRemark,
  writtenResult,
  writtenTarget
} from './plan-words';
import type { Snapshot } from './snapshot';

/** The plan's values; what no group has a value for yet is not collected, which is not the same as missed. */
export const rowsOfPlan = ({ campaign, groups, typed }: Snapshot): PlanRow[] =>
  planRows(campaign, groups, typed).map((row) => {
    const isOpen = row.indicator.level === 'group' && row.own?.tally[2] === row.own?.of && !row.official;
    return isOpen ? { ...row, own: null, meaning: 'not-collected' } : row;
  });

/** The short table inside the report: what was planned, what was done, whether it is reached. */
export const resultTable = (snapshot: Snapshot): PaperTable => ({
  caption: 'Kết quả thực hiện các chỉ tiêu thi đua',
  columns: [
    ...[column('TT', 13), column('Chỉ tiêu', 60, 'left'), column('Kế hoạch', 29)],
    ...[column('Thực hiện', 39), column('Đánh giá', 24)]
  ],
  rows: rowsOfPlan(snapshot).map((row) => ({
    cells: [
      numberOf(row),
      row.indicator.name,
      writtenTarget(row.indicator, snapshot.groups.length),
      writtenResult(row),
      writtenMeaning(row)
    ]
  })),
  none: 'Đợt thi đua không có chỉ tiêu.'
});

/** Annex I: everything known of each value, the groups' own figure and the office's side by side (domain 1.2). */
export const planTable = (snapshot: Snapshot): PaperTable => ({
  caption: 'Các chỉ tiêu thi đua',
  columns: [
    ...[column('TT', 13), column('Chỉ tiêu', 56, 'left'), column('ĐVT', 15)],
    ...[column('Kế hoạch', 24), column('Số tổ dân phố rà soát', 32)],
    ...[column('Số cơ quan chuyên môn cung cấp', 32), column('So với kế hoạch', 25)],
    ...[column('Đánh giá', 20), column('Ghi chú', 62, 'left')]
  ],
  rows: rowsOfPlan(snapshot).map((row) => ({
    cells: [
      ...[numberOf(row), row.indicator.name, row.indicator.unit],
      writtenTarget(row.indicator, snapshot.groups.length),
      row.own ? writtenOwn(row) + (row.indicator.isProxy ? ' (số hỗ trợ)' : '') : '–',
      row.official ? writtenOfficial(row) : row.own && !row.indicator.isProxy ? '–' : NOT_COLLECTED,
      ...[writtenComparison(row), writtenMeaning(row), writtenRemark(row)]
    ]
  })),
  none: 'Đợt thi đua không có chỉ tiêu.'
});

/** "(13a)" as the plan numbers its items. */
const numberOf = ({ indicator }: PlanRow): string => `(${indicator.code})`;
