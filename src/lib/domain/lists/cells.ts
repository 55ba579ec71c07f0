import { addDays, type Day, firstDayOf, type PartialDay } from '../calendar';
import { mistakeInId, normaliseNationalId } from '../people/national-id';
import { fold, normaliseName, properCase } from '../people/names';
import { NATIONAL_ID, PHONE_NUMBER } from '../people/number-patterns';
import type { Relation, Residence, Sex } from '../people/person';
import { normalisePhoneNumber } from '../people/phone-number';
import { readPartialDay } from '../said-day';

/** A name as it is stored: words typed in capitals or small letters alone get capitals as names have them. */
export function readName(cell: string): string {
  const name = normaliseName(cell.replace(/^\d+[.)]\s*/, '').replace(/[*_"]+/g, ''));
  const letters = [...name].filter((letter) => /\p{L}/u.test(letter));
  const capitals = letters.filter((letter) => letter !== letter.toLocaleLowerCase('vi')).length;
  // Capitals with a tone come out small of an old font: "NGUYễN".
  const isChosen = capitals > 0 && capitals <= letters.length / 2;
  return isChosen ? name : properCase(name);
}

/** Two people in one cell: under each other, or with a sign or "và" between; what belongs together in other cells is split alike. */
export function splitCell(cell: string): string[] {
  const parts = cell.split(/\r?\n|;|\s+[-–+]\s+|\s*\/\s*(?=\p{L})|,(?=\s*\p{Lu})|\s+(?:và|VÀ|Và)\s+/u);
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** Two full names and no more doubt about it. */
export function splitNames(cell: string): string[] {
  const parts = splitCell(cell);
  const areNames = parts.every((part) => part.split(/\s+/).length > 1 && !/\d{2}/.test(part));
  return parts.length > 1 && areNames ? parts : [cell.replace(/\s+/g, ' ').trim()];
}

/** A birth as offices write it: five forms of a date, a month, a year, the serial number of a lost date format; undefined where unclear. */
export function readBirth(cell: string, today: Day): PartialDay | undefined {
  const text = cell
    .trim()
    .replace(/\.0+$/, '')
    .replace(/\s+00:00(:00)?$/, '');
  const serial = /^\d{5}$/.test(text) ? Number(text) : 0;
  const read =
    serial > 0
      ? addDays('1899-12-30', serial)
      : (readPartialDay(/^\d{2}$/.test(text) ? `năm ${text}` : text, today) ??
        readPartialDay(turned(text), today));
  return read && firstDayOf(read) <= today && firstDayOf(read) >= '1900-01-01' ? read : undefined;
}

/** "12/31/1958" can only be the last of December. */
const turned = (text: string): string => text.replace(/^(\d{1,2})\/(\d{1,2})\//, '$2/$1/');

export function readSex(cell: string): Sex | undefined {
  const word = fold(cell).replace(/[^a-z0-9]/g, '');
  if (/^(nam|m|trai|ong|1)$/.test(word)) return 'male';
  return /^(nu|f|gai|ba|0)$/.test(word) ? 'female' : undefined;
}

const RELATIONS: readonly [RegExp, Relation][] = [
  [/^(chu ho|ch|chu)$/, 'head'],
  [/^(vo|chong)$/, 'spouse'],
  [/^(bo|me|cha|bo me|ong ba ngoai|bo de|me de|bo vo|me vo|bo chong|me chong)$/, 'parent'],
  [/^(chau|chau noi|chau ngoai|chau ruot)$/, 'grandchild'],
  [/^(anh|chi|em|anh trai|chi gai|em trai|em gai|anh ruot|chi ruot|em ruot)$/, 'sibling'],
  [/^con( .*)?$/, 'child']
];

export function readRelation(cell: string): Relation | undefined {
  const word = fold(cell)
    .replace(/[^a-z]+/g, ' ')
    .trim();
  if (word === '') return;
  if (/^con (dau|re)/.test(word)) return 'other';
  return RELATIONS.find(([words]) => words.test(word))?.[1] ?? 'other';
}

export function readResidence(cell: string): Residence | undefined {
  const word = fold(cell);
  if (/vang/.test(word)) return 'permanent-away';
  if (/tam tru|kt3|kt4|kt 3|kt 4|^tt$/.test(word)) return 'temporary';
  return /thuong tru|kt1|kt2|kt 1|kt 2/.test(word) ? 'permanent' : undefined;
}

/** A number of twelve digits, also one whose first zero a table has eaten; undefined where it is none. */
export function readNationalIdCell(cell: string): string | undefined {
  const digits = normaliseNationalId(cell).replace(/^['`’]/, '');
  const id = mistakeInId(digits) === 'lost-zero' ? `0${digits}` : digits;
  return NATIONAL_ID.test(id) ? id : undefined;
}

export function readPhoneCell(cell: string): string | undefined {
  const typed = splitCell(cell)[0] ?? '';
  const digits = normalisePhoneNumber(typed.replace(/^['`’]/, '').replace(/^([35789]\d{8})$/, '0$1'));
  return PHONE_NUMBER.test(digits) ? digits : undefined;
}
