import { showCount } from '../format';

/** How the entries of this phone add up (EP4). */
export type Sum = Readonly<
  Record<'made' | 'received' | 'unsent' | 'review' | 'waiting' | 'quarantined' | 'lost', number>
>;

/** What was made, and where it is: the first is always the sum of the others. */
export const sumUp = (sum: Sum): { word: string; count: number }[] => [
  { word: 'Đã ghi', count: sum.made },
  { word: 'phường đã nhận', count: sum.received },
  { word: 'chờ gửi', count: sum.unsent },
  { word: 'cần xem lại', count: sum.review + sum.waiting + sum.quarantined },
  ...(sum.lost > 0 ? [{ word: 'mất', count: sum.lost }] : [])
];

/** "Đã ghi 148 · phường đã nhận 131 · chờ gửi 12 · cần xem lại 5". */
export const sayLedger = (sum: Sum): string =>
  sumUp(sum)
    .map(({ word, count }) => `${word} ${showCount(count)}`)
    .join(' · ');

/** What a loss means and whom to tell (EP3). */
export const sayLost = (lost: number): string =>
  `${showCount(lost)} mục đã ghi trên máy này không còn trên máy và cũng chưa đến phường: bộ nhớ của máy đã bị xóa hoặc hỏng. ` +
  'Báo số này cho phòng Văn hóa - Xã hội; nhớ hộ nào thì ghi lại hộ ấy.';
