import { dayOf } from '$lib/domain/calendar';
import { toNumber } from '$lib/domain/figures/fraction';
import { rankGroups } from '$lib/domain/figures/ranking';
import { scoreGroup } from '$lib/domain/figures/score';
import { columnsOf as of, type TableValue, type WardTable } from '$lib/domain/tables/table';
import { isOverdue, lastDayOf, sayDateLacks, titleOfDate } from '$lib/ui/ward/calendar-words';
import { sayDoubt } from '$lib/ui/ward/doubt-words';
import { MARK_KIND_WORDS, nameOfMark } from '$lib/ui/ward/mark-words';
import { ITEM_STATE_WORDS } from '$lib/ui/ward/score-words';
import { readJournals } from '../changes/changes-desk';
import { readPlanDates } from '../urging/plan-dates';
import { readCampaigns } from '../queries/campaigns';
import { readMarks } from '../queries/marks';
import { currentCampaign, figures } from '../ranking/ranking';
import type { Services } from '../services';

/** The dates of the plan, each with what it lacks (lịch của kế hoạch). */
export async function calendarTable(services: Services): Promise<WardTable> {
  const { dates, groups } = (await readPlanDates(services)) ?? { dates: [], groups: [] };
  return {
    title: 'Lịch của kế hoạch',
    about: 'Mỗi mốc của kế hoạch, ngày cuối còn đúng hạn, và còn thiếu gì.',
    columns: [...of('day', 'Ngày cuối'), ...of('text', 'Việc', 'Tình trạng', 'Còn thiếu')],
    rows: dates.map((date): TableValue[] => [
      ...[lastDayOf(date), titleOfDate(date)],
      isOverdue(date) ? 'quá hạn' : date.isDone ? (date.isPast ? 'đã qua' : 'đủ') : 'chưa đủ',
      sayDateLacks(date, groups).join('; ') || null
    ])
  };
}

/** Points of every group, item by item, as they make its total (điểm từng mục). */
export async function pointsTable(services: Services): Promise<WardTable> {
  const campaign = (await currentCampaign(services))?.campaign;
  const { groups } = await figures(services);
  const names = new Map(campaign?.groups.map(({ id, name }) => [id as string, name]));
  const ranked = campaign ? rankGroups(campaign, groups, 'total') : [];
  const rounded = (points: number) => Math.round(points * 100) / 100;
  return {
    title: 'Điểm từng mục',
    about: 'Điểm của từng tổ dân phố theo từng mục của thang điểm, điểm thưởng, điểm trừ và tổng.',
    columns: [
      ...of('count', 'Hạng'),
      ...of('text', 'Tổ dân phố', 'Mục'),
      ...of('points', 'Điểm', 'Tối đa'),
      ...of('text', 'Ghi chú')
    ],
    rows: ranked.flatMap(({ group, rank, figures: own }) => {
      const { items, bonus, deduction, total, band } = scoreGroup(campaign!, own);
      const head = [rank, names.get(group) ?? ''];
      return [
        ...items.map(({ name, points, most, state }): TableValue[] => [
          ...[...head, name, state === 'points' ? rounded(toNumber(points)) : null, most],
          ITEM_STATE_WORDS[state] || null
        ]),
        [...head, 'Điểm thưởng', rounded(toNumber(bonus)), null, null],
        [...head, 'Điểm trừ', -rounded(toNumber(deduction)), null, null],
        [...head, 'Tổng', total && rounded(toNumber(total)), null, band?.name ?? 'không xếp loại']
      ];
    })
  };
}

/** Points given and taken, gates and votes, also those taken back (điểm thưởng, điểm trừ). */
export async function marksTable(services: Services): Promise<WardTable> {
  const campaign = (await currentCampaign(services))?.campaign;
  const marks = campaign ? await readMarks(services.db, campaign.id) : [];
  const names = new Map(campaign?.groups.map(({ id, name }) => [id, name]));
  return {
    title: 'Điểm thưởng, điểm trừ',
    about: 'Điểm thưởng, điểm trừ, điều kiện khống chế, kết quả bỏ phiếu: lý do, ai ghi, ai rút lại vì sao.',
    columns: [
      ...of('text', 'Tổ dân phố', 'Loại', 'Nội dung'),
      ...of('points', 'Điểm, thứ tự'),
      ...of('text', 'Lý do', 'Người ghi'),
      ...of('day', 'Ghi ngày'),
      ...of('text', 'Người rút lại', 'Lý do rút'),
      ...of('day', 'Rút ngày')
    ],
    rows: marks.map((mark): TableValue[] => [
      ...[names.get(mark.group) ?? '', MARK_KIND_WORDS[mark.kind], nameOfMark(mark, campaign!.scale)],
      mark.kind === 'gate' ? null : mark.kind === 'deduction' ? -mark.points : mark.points,
      ...[mark.reason, mark.by, dayOf(mark.at), mark.revoked?.by ?? null, mark.revoked?.why ?? null],
      mark.revoked && dayOf(mark.revoked.at)
    ])
  };
}

/** What looks odd and a person should look at (dấu hiệu nên xem lại). */
export async function doubtsTable(services: Services): Promise<WardTable> {
  const { campaign, groups } = (await readJournals(services)) ?? { groups: [] };
  return {
    title: 'Dấu hiệu nên xem lại',
    about: 'Những chỗ số liệu nên xem lại cùng tổ trưởng; là câu hỏi, không phải kết luận.',
    columns: of('text', 'Tổ dân phố', 'Dấu hiệu'),
    rows: groups.flatMap(({ group, doubts }) =>
      doubts.map((doubt) => [group.name, sayDoubt(doubt, campaign!.indicators)])
    )
  };
}

/** The campaigns of the years (đợt thi đua). */
export async function campaignsTable({ db }: Services): Promise<WardTable> {
  const STATES = { draft: 'đang soạn', current: 'đang dùng', past: 'đã dùng xong' };
  return {
    title: 'Các đợt thi đua',
    about: 'Đợt của từng năm, đang dùng hay đang soạn, thang điểm theo quyết định nào.',
    columns: [...of('text', 'Đợt thi đua', 'Tình trạng', 'Thang điểm'), ...of('day', 'Sửa lần cuối')],
    rows: (await readCampaigns(db)).map(({ campaign, state, savedAt }): TableValue[] => [
      ...[campaign.shortTitle, STATES[state], campaign.scale.decision ?? 'chưa phê duyệt, tạm tính'],
      savedAt > 0 ? dayOf(savedAt) : null
    ])
  };
}
