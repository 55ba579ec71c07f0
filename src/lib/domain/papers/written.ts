import type { Day } from '../calendar';

/** "1.401": dots between thousands. */
export const writtenCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

/** "97,9%" as plans and reports write it; nothing to count is no percentage. */
export const writtenShare = (part: number, whole: number, digits = 1): string =>
  whole === 0 ? '–' : `${((part * 100) / whole).toFixed(digits).replace('.', ',')}%`;

/** "470/480 (97,9%)": never a percentage alone (domain 1.2). */
export const writtenPart = (part: number, whole: number, digits = 1): string =>
  whole === 0
    ? NOT_ARISING
    : `${writtenCount(part)}/${writtenCount(whole)} (${writtenShare(part, whole, digits)})`;

/** Where there is nothing to count: neither 0 nor 100 %. */
export const NOT_ARISING = 'Không phát sinh';

/** "09/9/2025": days under ten and months 1 and 2 carry a 0, others do not (NĐ 30/2020, Phụ lục I). */
export const writtenDay = (day: Day): string => dayParts(day).join('/');

/** "ngày 09 tháng 9 năm 2025". */
export function writtenDayInWords(day: Day): string {
  const [date, month, year] = dayParts(day);
  return `ngày ${date} tháng ${month} năm ${year}`;
}

/** "ngày      tháng 12 năm 2025": the date is the clerk's to write. */
export function blankDay(day: Day): string {
  const [, month, year] = dayParts(day);
  return `ngày ${BLANK} tháng ${month} năm ${year}`;
}

/** Room for what the clerk writes by hand; spaces that no line breaks at. */
export const BLANK = '\u00a0'.repeat(6);

function dayParts(day: Day): [date: string, month: string, year: string] {
  const [year = '', month = '', date = ''] = day.split('-');
  return [date, Number(month) < 3 ? month : String(Number(month)), year];
}

/** "a", "b", … "đ", "e", "g": the letters of Vietnamese lists. */
export const LETTERS = 'a b c d đ e g h i k l m n o p q r s t u v x y'.split(' ');

/** "I", "II" …: sections and annexes. */
export const roman = (number: number): string =>
  ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][number] ?? String(number);

/** Ends a paper: "./." takes the place of the last full stop. */
export const ended = (sentence: string): string => `${sentence.replace(/[.\s]+$/, '')}./.`;
