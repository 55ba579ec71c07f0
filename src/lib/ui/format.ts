import { addDays, ageInMonths, birthYear, type Day, dayOf, type PartialDay } from '$lib/domain/calendar';

const NO_BREAK = '\u00a0';
const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const;

/** 1234 as "1.234". */
export const showCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

/** 12.5 as "12,5": a decimal comma, as people write it. */
export const showNumber = (number: number): string => String(number).replace('.', ',');

/** "12,5" or "1.200" as typed; undefined where it is no number. */
export function readNumber(typed: string): number | undefined {
  const plain = typed.trim().replace(/\.(?=\d{3}(\D|$))/g, '');
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}

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

/** Before a time that the clock of a phone could not say rightly (TI1). */
export const showAbout = (isAbout: boolean): string => (isAbout ? 'khoảng ' : '');

/** "18:40" of today, else "18:40 thứ Năm 27/11": where room is short. */
export const showShortMoment = (instant: number, today: Day): string =>
  dayOf(instant) === today ? showClock(instant) : showMoment(instant, today);

/** "5/3/1958" said back in words: "ngày 5 tháng 3 năm 1958, 68 tuổi"; a child under two by its months where they are known. */
export function sayBirth(birth: PartialDay, today: Day): string {
  const [year, month, date] = birth.split('-').map(Number);
  const day = [date && `ngày ${date}`, month && `tháng ${month}`, `năm ${year}`].filter(Boolean).join(' ');
  const months = birth.length > 4 ? ageInMonths(birth, today) : 24;
  const age = months >= 24 ? `${ageOf(birth, today)} tuổi` : `${Math.max(0, months)} tháng tuổi`;
  return `${day}, ${age}`;
}

/** "1961 (65 tuổi)": the years are counted as people count them. */
export function showBirth(birth: PartialDay, today: Day): string {
  return `${birth.slice(0, 4)} (${ageOf(birth, today)} tuổi)`;
}

const ageOf = (birth: PartialDay, today: Day): number => birthYear(today) - birthYear(birth);

/** "Tổ dân phố số 7" as "TDP số 7", where room is short. */
export const shortGroupName = (name: string): string => name.replace(/^Tổ dân phố\s+/i, 'TDP ');

/** "Xem VssID" as "xem VssID", "BHYT" as "BHYT": names inside a phrase keep their letters. */
export const lowerFirst = (phrase: string): string =>
  /^\p{Lu}{2}/u.test(phrase) ? phrase : phrase.slice(0, 1).toLocaleLowerCase('vi') + phrase.slice(1);

/** The name one is called by: "Nguyễn Thị Lan" is Lan. */
export const givenName = (name: string): string => name.trim().split(/\s+/).at(-1) ?? name;
