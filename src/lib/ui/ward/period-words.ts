import type { Day } from '$lib/domain/calendar';
import { addDays } from '$lib/domain/calendar';
import type { PeriodState } from '$lib/domain/people/sign-off';
import type { Period } from '$lib/domain/plan/period';
import { showDay } from '../format';

export const PERIOD_STATE_WORDS: Readonly<Record<PeriodState['kind'], string>> = {
  open: 'chưa chốt',
  signed: 'đã chốt, chờ phường',
  returned: 'phường trả lại',
  approved: '✓ đã duyệt'
};

export const CLOSING_PROBLEM_WORDS: Readonly<Record<string, string>> = {
  unknown: 'Không còn kỳ này trong đợt thi đua đang dùng.',
  'already-closed': 'Kỳ này đã được chốt trước đó.',
  'too-early': 'Chưa đến ngày chốt số liệu nên chưa chốt được kỳ này.',
  'not-closed': 'Kỳ này chưa chốt.',
  'nothing-changed': 'Số liệu không khác lúc chốt, không có gì để điều chỉnh.'
};

/** "trước ngày 10/12/2025 (hạn cuối hết ngày 9/12/2025)". */
export const wordsOfDue = ({ dueBefore }: Pick<Period, 'dueBefore'>): string =>
  `trước ngày ${showDay(dueBefore)} (hết ngày ${showDay(addDays(dueBefore, -1))})`;

export const stageOfPeriod = (
  { opensOn, dueBefore }: Pick<Period, 'opensOn' | 'dueBefore'>,
  closedAt: number | null,
  today: Day
): string => {
  if (closedAt !== null) return 'đã chốt';
  if (today < opensOn) return `mở từ ${showDay(opensOn)}`;
  return today < dueBefore ? 'đang mở' : 'đã đến hạn';
};
