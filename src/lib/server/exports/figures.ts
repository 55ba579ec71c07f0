import { dayOf } from '$lib/domain/calendar';
import { showDecimal } from '$lib/domain/figures/decimal';
import { planRows } from '$lib/domain/figures/plan-rows';
import { columnsOf as of, type TableValue, unmarked, type WardTable } from '$lib/domain/tables/table';
import { FIGURE_STATUS_WORDS } from '$lib/ui/ward/figure-words';
import { shortLacking } from '$lib/ui/ward/lacking-words';
import { MEANING_WORDS } from '$lib/ui/ward/meaning-words';
import { wordsOfPlan } from '$lib/ui/ward/target-words';
import { readJournals } from '../changes/changes-desk';
import { readFiguresDesk } from '../figures/figures-desk';
import { currentCampaign, figures } from '../ranking/ranking';
import { readRanking } from '../ranking/ranking-desk';
import type { Services } from '../services';
import { superviseWard } from '../groups/supervision';

/** The groups by indicators, as on the overview (bảng tổng quan). */
export async function overviewTable(services: Services): Promise<WardTable> {
  const { overview } = (await superviseWard(services, 'group')) ?? {};
  const columns = overview?.columns ?? [];
  return {
    title: 'Các tổ theo chỉ tiêu',
    about:
      'Số đạt, tổng số, tỷ lệ, còn thiếu bao nhiêu và liên lạc lần cuối của từng tổ dân phố, như ở trang Tổng quan.',
    columns: [
      ...of('text', 'Tổ dân phố'),
      ...of('count', 'Hạng'),
      ...of('points', 'Tổng điểm'),
      ...of('count', 'Hộ đã rà soát', 'Tổng số hộ'),
      ...columns.flatMap(({ shortName }) => [
        ...of('count', `${shortName}: đạt`, `${shortName}: tổng số`),
        ...of('percent', `${shortName}: tỷ lệ`),
        ...of('text', `${shortName}: kết quả`)
      ]),
      ...of('day', 'Liên lạc lần cuối'),
      ...of('count', 'Còn giữ, chưa gửi')
    ],
    rows: (overview?.rows ?? []).map((row) => [
      ...[row.group.name, row.rank, row.points === null ? null : rounded(row.points), ...row.coverage],
      ...row.cells.flatMap((cell, place): TableValue[] => [
        ...[cell.counted, cell.of, shareOf(cell.counted, cell.of)],
        shortLacking(cell, columns[place]!).word || null
      ]),
      ...[row.lastContact === null ? null : dayOf(row.lastContact), row.unsent]
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
      ...of('text', 'Mã', 'Chỉ tiêu', 'Kế hoạch'),
      ...of('count', 'Các tổ: đạt', 'Các tổ: tổng số'),
      ...of('percent', 'Các tổ: tỷ lệ'),
      ...of('text', 'Số chính thức', 'Trên tổng số', 'Nguồn', 'Kết quả'),
      ...of('day', 'Ngày chốt')
    ],
    rows: rows.map(({ indicator, own, official, meaning }) => [
      ...[indicator.code, indicator.name, wordsOfPlan(indicator, current?.campaign.groups.length ?? 0)],
      ...[own?.tally[0] ?? null, own?.of ?? null],
      ...[
        own ? shareOf(own.tally[0], own.of) : null,
        withComma(official?.typed.amount ?? null),
        withComma(official?.typed.of ?? null)
      ],
      ...[official?.typed.source ?? null, unmarked(MEANING_WORDS[meaning])],
      official?.typed.asOf ?? indicator.asOf ?? null
    ])
  };
}

/** Places and points in total, today (xếp hạng). */
export async function rankingTable(services: Services): Promise<WardTable> {
  const ranking = await readRanking(services, { period: null, by: null, group: null });
  const names = new Map(ranking?.campaign.groups.map(({ id, name }) => [id, name]));
  return {
    title: 'Xếp hạng',
    about: `Hạng và tổng điểm của từng tổ dân phố hôm nay${ranking?.isProvisional ? '; tạm tính, thang điểm chưa được phê duyệt' : ''}.`,
    columns: [
      ...of('count', 'Hạng'),
      ...of('text', 'Tổ dân phố'),
      ...of('points', 'Tổng điểm'),
      ...of('text', 'Xếp loại'),
      ...of('count', 'Hộ đã rà soát', 'Tổng số hộ'),
      ...of('text', 'Ghi chú')
    ],
    rows: (ranking?.lines ?? []).map(({ rank, group, value, band, coverage, isComplete }) => [
      ...[rank, names.get(group) ?? '', value === null ? null : rounded(value), band, ...coverage],
      isComplete ? null : 'chưa đủ rà soát'
    ])
  };
}

/** All that was ever typed, the newest first of each indicator (số nhập tay). */
export async function typedTable(services: Services): Promise<WardTable> {
  const desk = await readFiguresDesk(services);
  const names = new Map(desk?.campaign.groups.map(({ id, name }) => [id, name]));
  return {
    title: 'Số nhập tay',
    about: 'Mọi số đã nhập cho từng chỉ tiêu, mới nhất trước: nguồn, ngày chốt, tình trạng, ai nhập.',
    columns: [
      ...of('text', 'Mã', 'Chỉ tiêu', 'Cho', 'Số đạt được', 'Trên tổng số, kế hoạch', 'Cùng kỳ năm trước'),
      ...of('day', 'Ngày chốt'),
      ...of('text', 'Nguồn', 'Tình trạng', 'Ghi chú', 'Người ghi'),
      ...of('day', 'Ngày ghi')
    ],
    rows: (desk?.lines ?? []).flatMap(({ indicator, history }) =>
      history.map((one): TableValue[] => [
        ...[
          indicator.code,
          indicator.name,
          one.group === null ? 'toàn phường' : (names.get(one.group) ?? '')
        ],
        ...[withComma(one.amount), withComma(one.of), withComma(one.before), one.asOf, one.source],
        `${FIGURE_STATUS_WORDS[one.status]}${one.isEstimate ? ', ước thực hiện' : ''}`,
        ...[one.note, one.name, dayOf(one.at)]
      ])
    )
  };
}

/** The days on which a denominator changed (nhật ký mẫu số). */
export async function journalTable(services: Services): Promise<WardTable> {
  const { campaign, groups } = (await readJournals(services)) ?? { groups: [] };
  const names = new Map(campaign?.indicators.map(({ rule, shortName }) => [rule as string, shortName]));
  return {
    title: 'Mẫu số thay đổi',
    about: 'Những ngày mẫu số của một chỉ tiêu thay đổi, 60 ngày qua.',
    columns: [
      ...of('day', 'Ngày'),
      ...of('text', 'Tổ dân phố', 'Chỉ tiêu'),
      ...of('count', 'Trước: đạt', 'Trước: tổng số', 'Sau: đạt', 'Sau: tổng số', 'Thêm hoặc bớt')
    ],
    rows: groups.flatMap(({ group, journal }) =>
      journal.map(({ day, rule, before, after, added }): TableValue[] => [
        ...[day, group.name, names.get(rule) ?? rule, before.counted, before.of],
        ...[after.counted, after.of, added]
      ])
    )
  };
}

const withComma = (decimal: string | null): string | null => decimal && showDecimal(decimal);

const shareOf = (counted: number, of: number): number | null =>
  of === 0 ? null : Math.round((counted / of) * 10_000) / 10_000;

const rounded = (points: number): number => Math.round(points * 100) / 100;
