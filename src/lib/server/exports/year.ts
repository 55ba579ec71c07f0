import { dayOf } from '$lib/domain/calendar';
import type { Tally } from '$lib/domain/figures/group-figures';
import { denominatorOf } from '$lib/domain/figures/tally';
import { ASSESSMENT_STATES } from '$lib/domain/people/assessment';
import { columnsOf as of, type TableValue, unmarked, type WardTable } from '$lib/domain/tables/table';
import { PERIOD_STATE_WORDS } from '$lib/ui/ward/period-words';
import { ASSESSMENT_WORDS } from '$lib/ui/words';
import { readCulture } from '../groups/culture-desk';
import { readPeriods } from '../periods/periods';
import { figures } from '../ranking/ranking';
import type { Services } from '../services';

/** Each period with its 23 groups (kỳ báo cáo). */
export async function periodsTable(services: Services): Promise<WardTable> {
  const periods = await readPeriods(services);
  return {
    title: 'Kỳ báo cáo',
    about: 'Từng kỳ, từng tổ: đã chốt chưa, lúc nào, có đúng hạn không, phường đã duyệt hay trả lại vì sao.',
    columns: [
      ...of('text', 'Kỳ'),
      ...of('day', 'Ngày chốt số liệu', 'Phải gửi trước ngày'),
      ...of('text', 'Tổ dân phố', 'Tình trạng'),
      ...of('day', 'Tổ chốt ngày'),
      ...of('text', 'Đúng hạn'),
      ...of('count', 'Hộ đã rà soát', 'Tổng số hộ', 'Lúc chốt: hộ đã rà soát', 'Lúc chốt: tổng số hộ'),
      ...of('text', 'Lý do trả lại')
    ],
    rows: periods.flatMap(({ period, groups }) =>
      groups.map(({ group, kind, signedAt, isLate, signed, now, reviews }): TableValue[] => [
        ...[period.name, period.asOf, period.dueBefore, group.name, unmarked(PERIOD_STATE_WORDS[kind])],
        ...[
          signedAt === null ? null : dayOf(signedAt),
          signedAt === null ? null : isLate ? 'muộn' : 'đúng hạn'
        ],
        ...[...now.coverage, ...(signed?.coverage ?? [null, null])],
        kind === 'returned' ? (reviews.at(-1)?.reason ?? null) : null
      ])
    )
  };
}

/** What each group signed beside what stands there now, indicator by indicator (số lúc chốt và số bây giờ). */
export async function signedTable(services: Services): Promise<WardTable> {
  const periods = await readPeriods(services);
  return {
    title: 'Số lúc chốt và số bây giờ',
    about: 'Từng kỳ, từng tổ, từng chỉ tiêu: số tổ trưởng đã ký bên cạnh số bây giờ.',
    columns: [
      ...of('text', 'Kỳ', 'Tổ dân phố', 'Chỉ tiêu'),
      ...of('count', 'Lúc chốt: đạt', 'Lúc chốt: tổng số', 'Bây giờ: đạt', 'Bây giờ: tổng số'),
      ...of('text', 'Khác nhau')
    ],
    rows: periods.flatMap(({ campaign, period, groups }) =>
      groups.flatMap(({ group, signed, now }) => {
        if (!signed) return [];
        const line = (
          name: string,
          then: readonly number[] | null,
          today: readonly number[]
        ): TableValue[] => [
          ...[period.name, group.name, name, ...(then ?? [null, null]), ...today],
          then && then.join() !== today.join() ? 'khác' : null
        ];
        const counts = (tally: Tally | undefined) => tally && [tally[0], denominatorOf(tally)];
        return [
          line('Độ phủ (hộ đã rà soát)', signed.coverage, now.coverage),
          ...campaign.indicators.flatMap(({ code, shortName, rule }) => {
            const today = counts(now.tallies[rule ?? '']);
            const then = counts(signed.tallies[rule ?? '']) ?? null;
            return today ? [line(`${code}. ${shortName}`, then, today)] : [];
          })
        ];
      })
    )
  };
}

/** How many households of each group are how far this year (bình xét gia đình văn hóa). */
export async function cultureTable(services: Services): Promise<WardTable> {
  const culture = await readCulture(services);
  const { groups: standing } = await figures(services);
  return {
    title: 'Bình xét gia đình văn hóa',
    about: 'Số hộ của từng tổ theo từng bước trong năm; “dự kiến” và “được công nhận” là hai cột khác nhau.',
    columns: [
      ...of('text', 'Tổ dân phố'),
      ...of(
        'count',
        'Tổng số hộ',
        'Chưa bình xét',
        ...ASSESSMENT_STATES.map((state) => ASSESSMENT_WORDS[state])
      ),
      ...of('day', 'Họp ngày'),
      ...of('count', 'Được mời', 'Có mặt'),
      ...of('day', 'Công khai từ')
    ],
    rows: (culture?.groups ?? []).map(({ group, meeting, states }): TableValue[] => {
      const all = standing.find((one) => one.group === group.id)?.coverage[1] ?? 0;
      const counts = ASSESSMENT_STATES.map((state) => states[state] ?? 0);
      const assessed = counts.reduce((sum, count) => sum + count, 0);
      return [
        ...[group.name, all, Math.max(0, all - assessed), ...counts, meeting?.heldOn ?? null],
        ...[meeting?.invited ?? null, meeting?.present ?? null, meeting?.publishedOn ?? null]
      ];
    })
  };
}
