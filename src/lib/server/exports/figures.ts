import { dayOf } from '$lib/domain/calendar';
import { planRows } from '$lib/domain/figures/plan-rows';
import type { TableColumn, TableValue, WardTable } from '$lib/domain/tables/table';
import { readActs } from '../queries/audit';
import { currentCampaign, figures } from '../ranking';
import type { Services } from '../services';
import { superviseWard } from '../supervision';
import { superviseDevices } from '../device-supervision';
import { detailOfAct, wordOfAct } from './words';

const of = (kind: TableColumn['kind'], ...names: string[]): TableColumn[] =>
  names.map((name) => ({ name, kind }));

/** The groups by indicators, as on the overview (bảng tổng quan). */
export async function overviewTable(services: Services): Promise<WardTable> {
  const { overview } = (await superviseWard(services, 'group')) ?? {};
  const columns = overview?.columns ?? [];
  return {
    title: 'Các tổ theo chỉ tiêu',
    about: 'Số đạt, tổng số và tỷ lệ của từng tổ dân phố, như ở trang Tổng quan.',
    columns: [
      ...of('text', 'Tổ dân phố'),
      ...of('count', 'Hạng'),
      ...of('points', 'Tổng điểm'),
      ...of('count', 'Hộ đã rà soát', 'Tổng số hộ'),
      ...columns.flatMap(({ shortName }) => [
        ...of('count', `${shortName}: đạt`, `${shortName}: tổng số`),
        ...of('percent', `${shortName}: tỷ lệ`)
      ])
    ],
    rows: (overview?.rows ?? []).map((row) => [
      ...[row.group.name, row.rank, row.points === null ? null : rounded(row.points), ...row.coverage],
      ...row.cells.flatMap(({ counted, of: all }): TableValue[] => [counted, all, shareOf(counted, all)])
    ])
  };
}

/** The values of the plan, the groups' own count beside the office's figure (chỉ tiêu toàn phường). */
export async function planTable(services: Services): Promise<WardTable> {
  const current = await currentCampaign(services);
  const { groups, typed = [] } = await figures(services);
  const rows = current ? planRows(current.campaign, groups, typed) : [];
  return {
    title: 'Chỉ tiêu toàn phường',
    about: 'Số các tổ tự rà soát và số cơ quan chuyên môn cung cấp, từng chỉ tiêu của kế hoạch.',
    columns: [
      ...of('text', 'Mã', 'Chỉ tiêu'),
      ...of('count', 'Các tổ: đạt', 'Các tổ: tổng số'),
      ...of('percent', 'Các tổ: tỷ lệ'),
      ...of('text', 'Số chính thức', 'Trên tổng số', 'Nguồn'),
      ...of('day', 'Ngày chốt')
    ],
    rows: rows.map(({ indicator, own, official }) => [
      ...[indicator.code, indicator.name, own?.tally[0] ?? null, own?.of ?? null],
      ...[
        own ? shareOf(own.tally[0], own.of) : null,
        official?.typed.amount ?? null,
        official?.typed.of ?? null
      ],
      ...[official?.typed.source ?? null, official?.typed.asOf ?? null]
    ])
  };
}

/** The phones, and what they still hold (máy). */
export async function devicesTable(services: Services): Promise<WardTable> {
  const { devices } = await superviseDevices(services);
  return {
    title: 'Máy của các tổ',
    about: 'Mỗi máy một dòng: liên lạc lần cuối, số mục còn giữ.',
    columns: [
      ...of('text', 'Người dùng'),
      ...of('day', 'Liên lạc lần cuối'),
      ...of('count', 'Còn giữ, chưa gửi'),
      ...of('text', 'Bản')
    ],
    rows: devices.map(({ name, lastContact, unsent, app }) => [name, dayOf(lastContact), unsent, app])
  };
}

/** What the office did beside entries (nhật ký). */
export async function auditTable({ db }: Services): Promise<WardTable> {
  const acts = await readActs(db, null, MOST_ACTS);
  return {
    title: 'Nhật ký của phường',
    about: 'Ai làm gì ở bàn làm việc của phường, mới nhất trước.',
    columns: [...of('count', 'Số'), ...of('day', 'Ngày'), ...of('text', 'Người làm', 'Việc', 'Nội dung')],
    rows: acts.map(({ number, at, name, act, detail }) => [
      number,
      dayOf(at),
      name,
      wordOfAct(act),
      detailOfAct(detail)
    ])
  };
}

const MOST_ACTS = 5_000;

const shareOf = (counted: number, of: number): number | null =>
  of === 0 ? null : Math.round((counted / of) * 10_000) / 10_000;

const rounded = (points: number): number => Math.round(points * 100) / 100;
