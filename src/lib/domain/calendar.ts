/** A day in Asia/Ho_Chi_Minh, "2026-11-30". */
export type Day = string;
/** A day known to the day, the month or the year: "1958-03-05", "1958-03", "1958". */
export type PartialDay = string;

// Viet Nam keeps UTC+7 all year, since 1975.
const OFFSET = 7 * 3_600_000;
const DAY = 86_400_000;

/** The day in Viet Nam of an instant in milliseconds; never the UTC day, which is wrong until 07:00. */
export const dayOf = (instant: number): Day => new Date(instant + OFFSET).toISOString().slice(0, 10);

/** The first instant of a day in Viet Nam, in milliseconds. */
export const startOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) - OFFSET;

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

export const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;

/** The first day of the month so many months later. */
export function addMonths(day: Day, months: number): Day {
  const all = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}-01`;
}

/** The last day of a day's month. */
export const endOfMonth = (day: Day): Day => addDays(addMonths(day, 1), -1);

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

export const isPartialDay = (text: string): boolean =>
  /^\d{4}$/.test(text) || (/^\d{4}-\d{2}$/.test(text) ? isDay(`${text}-01`) : isDay(text));

/** The year of birth, which is all that schools go by. */
export const birthYear = (birth: PartialDay): number => Number(birth.slice(0, 4));

/** What is not known counts as the first: a year alone is 1 January (NĐ 135/2020, Điều 3). */
export const firstDayOf = (partial: PartialDay): Day =>
  partial.length === 10 ? partial : `${partial}-01-01`.slice(0, 10);

/**
 * Whole months lived on a day; negative before birth. Where the month has no such date, its last day completes it
 * (Bộ luật Dân sự 2015, Điều 148).
 */
export function ageInMonths(birth: PartialDay, on: Day): number {
  const [year, month, date] = partsOf(firstDayOf(birth));
  const [onYear, onMonth, onDate] = partsOf(on);
  const isComplete = onDate >= date || onDate === daysInMonth(onYear, onMonth);
  return (onYear - year) * 12 + (onMonth - month) - (isComplete ? 0 : 1);
}

/** The latest day of birth of those who have lived so many whole months on a day: who was born later has not. */
export function latestBirth(months: number, on: Day): Day {
  if (!Number.isFinite(months)) return '';
  let day = addDays(addMonths(on, -months), Number(on.slice(8)) + 3);
  while (ageInMonths(day, on) < months) day = addDays(day, -1);
  return day;
}

const partsOf = (day: Day): [year: number, month: number, date: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10))
];

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
