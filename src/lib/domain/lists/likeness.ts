import type { Like } from './known';

/** How surely two records are one person: 0 for no, from 4 on for yes unless something else speaks against it. */
export function likeness(one: Like, other: Like): number {
  if (one.number !== '' && other.number !== '') {
    if (one.number === other.number) return nearlySame(one.name, other.name) ? SURE : PROBABLE;
    // Two numbers are two people, but for a slip in one of twelve digits.
    return one.name === other.name && isSameDay(one, other) && slips(one.number, other.number) === 1
      ? PROBABLE
      : 0;
  }
  if (one.name === '' || other.name === '') return 0;
  const birth = birthLikeness(one.birth, other.birth);
  if (birth === 'other') return isSameName(one, other) && isYearNear(one.birth, other.birth) ? WEAK : 0;
  if (isSameName(one, other)) return birth === 'day' ? SURE : birth === 'year' ? GOOD : WEAK;
  if (!nearlySame(one.name, other.name)) return 0;
  return birth === 'day' ? GOOD : birth === 'year' ? WEAK : 0;
}

export const SURE = 8;
const GOOD = 5;
/** From here on it is the same person, unless something else speaks against it. */
export const PROBABLE = 4;
const WEAK = 2;

const isSameName = (one: Like, other: Like): boolean => one.name === other.name;
const isSameDay = (one: Like, other: Like): boolean => one.birth !== '' && one.birth === other.birth;

/** What both say of a birth: the same day, the same year and nothing against it, nothing, or something else. */
function birthLikeness(one: string, other: string): 'day' | 'year' | 'unsaid' | 'other' {
  if (one === '' || other === '') return 'unsaid';
  if (one === other) return one.length === 10 ? 'day' : 'year';
  return one.startsWith(other) || other.startsWith(one) ? 'year' : 'other';
}

const isYearNear = (one: string, other: string): boolean =>
  Math.abs(Number(one.slice(0, 4)) - Number(other.slice(0, 4))) <= 1 || one.slice(4) === other.slice(4);

/** One letter more, fewer, other, or two in the wrong order. */
export function nearlySame(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.abs(one.length - other.length) > 1 || Math.min(one.length, other.length) < 6) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [rest, left] = [one.slice(start), other.slice(start)];
  if (rest.slice(1) === left || rest === left.slice(1) || rest.slice(1) === left.slice(1)) return true;
  return rest[0] === left[1] && rest[1] === left[0] && rest.slice(2) === left.slice(2);
}

function slips(one: string, other: string): number {
  let count = 0;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) count += 1;
  return count;
}
