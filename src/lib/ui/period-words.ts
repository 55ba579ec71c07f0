import type { PeriodState } from '$lib/domain/people/sign-off';

/** Where a period stands: "chưa chốt", "đã chốt, chờ phường" … */
export const PERIOD_WORDS: Readonly<
  Record<
    PeriodState['kind'] | 'closed',
    { mark: string; word: string; tone: 'plain' | 'near' | 'reached' | 'missing' }
  >
> = {
  open: { mark: '○', word: 'Chưa chốt', tone: 'near' },
  signed: { mark: '✓', word: 'Đã chốt, chờ phường xem', tone: 'plain' },
  returned: { mark: '!', word: 'Phường trả lại', tone: 'missing' },
  approved: { mark: '✓', word: 'Phường đã duyệt', tone: 'reached' },
  closed: { mark: '✓', word: 'Kỳ đã đóng', tone: 'plain' }
};
