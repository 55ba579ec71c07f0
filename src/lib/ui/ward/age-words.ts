/** "dưới 1 giờ", "5 giờ", "3 ngày": how long something has been lying here. */
export function showAge(since: number, now: number): string {
  const hours = Math.floor((now - since) / 3_600_000);
  if (hours < 1) return 'dưới 1 giờ';
  return hours < 48 ? `${hours} giờ` : `${Math.floor(hours / 24)} ngày`;
}
