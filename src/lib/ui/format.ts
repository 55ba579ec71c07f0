import { addDays, type Day, dayOf, isDay, type PartialDay } from '$lib/domain/calendar';

const NO_BREAK = '\u00a0';
const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const;

/** 1234 as "1.234". */
export const showCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

/** "96,8 %"; the decimals are the rule book's word, so that no rounding shows a target as reached (shareDigits). */
export const showShare = (part: number, whole: number, decimals = 1): string =>
  whole === 0 ? '–' : `${((part * 100) / whole).toFixed(decimals).replace('.', ',')}${NO_BREAK}%`;

/** 94.25 as "94,2", or "94,25"; cut, as shares are. */
export function showPoints(points: number, decimals = 1): string {
  const unit = 10 ** decimals;
  return (Math.floor(points * unit + 1e-9) / unit).toFixed(decimals).replace('.', ',');
}

/** "2026-11-30" as "30/11/2026", "1958-03" as "3/1958", "1958" as "1958". */
export const showDay = (day: PartialDay): string =>
  day
    .split('-')
    .reverse()
    .map((part) => String(Number(part)))
    .join('/');

/** "hôm nay", "hôm qua", "thứ Năm 27/11", "27/11/2024". */
export function showNearDay(day: Day, today: Day): string {
  if (day === today) return 'hôm nay';
  if (day === addDays(today, -1)) return 'hôm qua';
  const [year, month, date] = day.split('-').map(Number);
  if (year !== Number(today.slice(0, 4))) return showDay(day);
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return `${weekday} ${date}/${month}`;
}

/** "18:40" in Viet Nam. */
export const showClock = (instant: number): string =>
  new Date(instant + 7 * 3_600_000).toISOString().slice(11, 16);

/** "18:40 hôm nay". */
export const showMoment = (instant: number, today: Day): string =>
  `${showClock(instant)} ${showNearDay(dayOf(instant), today)}`;

/** "18:40" of today, else "18:40 thứ Năm 27/11": where room is short. */
export const showShortMoment = (instant: number, today: Day): string =>
  dayOf(instant) === today ? showClock(instant) : showMoment(instant, today);

/** What people type for a day, "5/3/1958", "05-03-1958", "3/1958", "1958", as it is recorded; undefined where it is none. */
export function readPartialDay(typed: string): PartialDay | undefined {
  const parts = typed.trim().split(/[\s./-]+/);
  if (parts.length > 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return;
  if (parts[0]?.length === 4 && parts.length > 1) parts.reverse();
  const [year = '', month, date] = parts.reverse();
  if (year.length !== 4) return;
  const read = [year, month, date].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  const whole = [...read, '01', '01'].slice(0, 3).join('-');
  return isDay(whole) ? read.join('-') : undefined;
}

/** A whole day as typed, "31/12/2026"; undefined where it is none. */
export function readDay(typed: string): Day | undefined {
  const read = readPartialDay(typed);
  return read && isDay(read) ? read : undefined;
}

/** "1961 (65 tuổi)": the years are counted as people count them. */
export function showBirth(birth: PartialDay, today: Day): string {
  const age = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return `${birth.slice(0, 4)} (${age} tuổi)`;
}

/** "Tổ dân phố số 7" as "TDP số 7", where room is short. */
export const shortGroupName = (name: string): string => name.replace(/^Tổ dân phố\s+/i, 'TDP ');

/** "Xem VssID" as "xem VssID": names inside a phrase keep their letters. */
export const lowerFirst = (phrase: string): string =>
  phrase.slice(0, 1).toLocaleLowerCase('vi') + phrase.slice(1);

/** The name one is called by: "Nguyễn Thị Lan" is Lan. */
export const givenName = (name: string): string => name.trim().split(/\s+/).at(-1) ?? name;
