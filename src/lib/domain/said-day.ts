import { addMonths, type Day, firstDayOf, isDay, type PartialDay } from './calendar';
import { fold } from './people/names';

/**
 * A birth as people say or type it: "5/3/58", "05031958", "tháng 3/1958", "năm 58", "67 tuổi", "8 tháng tuổi".
 * Without today, a year of two digits and an age cannot be told; undefined where it is none, or could be two.
 */
export function readPartialDay(typed: string, today?: Day): PartialDay | undefined {
  const said = plain(typed);
  const age = /^(\d{1,3})\s*(?:tuoi|t)$/.exec(said);
  if (age) return today && bornBy(Number(age[1]), today);
  const months = /^(\d{1,2})\s*thang(?:\s*tuoi)?$/.exec(said);
  if (months) return today && addMonths(today, -Number(months[1])).slice(0, 7);
  const isNamed = /nam|sn/.test(said);
  const [year, month, date] = partsOf(said, isNamed || said.includes('thang'));
  if (year === undefined) return;
  if (month === undefined && year.length === 2 && !isNamed) return;
  return year.length === 4 ? dayFrom(year, month, date) : inOurTime(year, month, date, today);
}

/** A whole day as typed, "31/12/2026" or "311226"; a year of two digits is of this century. */
export function readDay(typed: string): Day | undefined {
  const [year, month, date] = partsOf(plain(typed), false);
  if (!year || !month || !date) return;
  return dayFrom(year.length === 4 ? year : `20${year}`, month, date);
}

/** The two births that a lone "67" may mean: 67 tuổi, or sinh năm 1967; to be asked, never guessed. */
export function possibleBirths(
  typed: string,
  today: Day
): { age: number; ofAge: PartialDay; ofYear: PartialDay } | undefined {
  const said = typed.trim();
  const ofYear = /^\d{2}$/.test(said) && inOurTime(said, undefined, undefined, today);
  return ofYear ? { age: Number(said), ofAge: bornBy(Number(said), today), ofYear } : undefined;
}

/** "Ngày 5 tháng 3 năm 1958" without its words for day, month, year: what is left are numbers and their signs. */
const plain = (typed: string): string =>
  fold(typed)
    .replace(/^\s*(?:sinh|ngay sinh)\s+/, '')
    .replace(/[\s,]+/g, ' ')
    .trim();

type Parts = [year?: string, month?: string, date?: string];

function partsOf(said: string, isMonthNamed: boolean): Parts {
  const rest = said.replace(/(?:ngay|mung|mong|thang|nam|sn)(?![a-z])/g, ' ').trim();
  if (!/^\d[\d\s./-]*$/.test(rest)) return [];
  const parts = rest.split(/[\s./-]+/).filter(Boolean);
  if (parts.length === 1) return runTogether(parts[0]!);
  if (parts.length > 3) return [];
  if (parts[0]!.length === 4) parts.reverse();
  const [year, month, date] = parts.reverse();
  // "3/12" is the third of December as well as March 2012.
  if (date === undefined && !isMonthNamed && year!.length === 2 && Number(year) <= 12) return [];
  return isYear(year) ? [year, month, date] : [];
}

/** "1958", "58", "05031958", "050358", "031958": what a keyboard of digits alone can say. */
function runTogether(digits: string): Parts {
  const [one, two] = [digits.slice(0, 2), digits.slice(2, 4)];
  if (digits.length === 2) return [digits];
  if (digits.length === 4) return [digits];
  if (digits.length === 6 && /^(?:19|20)/.test(digits.slice(2))) return [digits.slice(2), one];
  if (digits.length === 6) return [digits.slice(4), two, one];
  if (digits.length !== 8) return [];
  const isYearFirst = Number(two) > 12;
  return isYearFirst ? [one + two, digits.slice(4, 6), digits.slice(6)] : [digits.slice(4), two, one];
}

const isYear = (year: string | undefined): boolean => year?.length === 4 || year?.length === 2;

function dayFrom(year: string, month?: string, date?: string): PartialDay | undefined {
  const read = [year, month, date].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  return isDay([...read, '01', '01'].slice(0, 3).join('-')) ? read.join('-') : undefined;
}

/** The last such day up to today: "58" is 1958, and "20" is 2020. */
function inOurTime(year: string, month?: string, date?: string, today?: Day): PartialDay | undefined {
  if (!today) return;
  const recent = dayFrom(`20${year}`, month, date);
  return recent && firstDayOf(recent) <= today ? recent : dayFrom(`19${year}`, month, date);
}

/** Years are counted as people count them: from one year's number to the other's. */
const bornBy = (age: number, today: Day): PartialDay => String(Number(today.slice(0, 4)) - age);
