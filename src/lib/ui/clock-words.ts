const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A wrong clock, and what to do, in one sentence (TI1). */
export const sayClock = (ahead: number): string =>
  `Đồng hồ của máy ${ahead > 0 ? 'nhanh' : 'chậm'} ${showSpan(Math.abs(ahead))}: mở Cài đặt, mục Ngày và giờ, bật “Tự động”. ` +
  'Những gì đã ghi vẫn đúng thứ tự.';

/** "25 phút", "3 giờ", "12 ngày": as exact as it helps. */
function showSpan(span: number): string {
  if (span < 2 * HOUR) return `${Math.round(span / MINUTE)} phút`;
  if (span < 2 * DAY) return `${Math.round(span / HOUR)} giờ`;
  return `${Math.round(span / DAY)} ngày`;
}
