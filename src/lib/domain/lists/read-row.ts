import type { Day } from '../calendar';
import { isDoubtfulName } from '../people/names';
import { mistakeInId, normaliseNationalId } from '../people/national-id';
import {
  readBirth,
  readName,
  readNationalIdCell,
  readPhoneCell,
  readRelation,
  readResidence,
  readSex,
  splitCell,
  splitNames
} from './cells';
import { type ColumnCode, columnOf } from './columns';
import type { DoubtCode, ListPerson } from './list';
import { type ListAddress, NO_ADDRESS, readAddress } from './read-address';

/** One row by what its columns are. */
export type Cells = Readonly<Partial<Record<ColumnCode, string>>>;

/** What a row says: people, mostly one, and of their household what stands in it. */
export type RowWords = Readonly<{
  people: readonly ListPerson[];
  household: string;
  head: string;
  isHead: boolean;
  group: string;
  address: ListAddress;
  phone: string | null;
  doubts: readonly Readonly<{ problem: DoubtCode; text: string }>[];
}>;

export const cellsOf = (row: readonly string[], columns: readonly ColumnCode[]): Cells =>
  Object.fromEntries(
    columns.flatMap((column, at) => (column === 'skip' ? [] : [[column, row[at]?.trim() ?? '']]))
  );

/** A row that holds people; nothing for totals, repeated headers, signatures and what else stands in a list. */
export function readRow(cells: Cells, today: Day): RowWords | undefined {
  const named = cells.name || (cells.name === undefined ? cells.head : '') || '';
  const names = splitNames(named);
  if (isNoName(names[0] ?? '') || isHeaderAgain(cells)) return;
  const doubts: { problem: DoubtCode; text: string }[] = [];
  const people = names.map((name, at) => readPerson(cells, name, at, names.length, today, doubts));
  if (people.length > 1) doubts.push({ problem: 'several-people', text: named });
  const phone = readPhoneCell(cells.phone ?? '') ?? null;
  if (cells.phone && phone === null) doubts.push({ problem: 'unread-phone', text: cells.phone });
  const head = readName(cells.head ?? '');
  return {
    ...{ people, phone, doubts, head, address: addressIn(cells) },
    ...{ household: cells['household-number'] ?? '', group: cells.group ?? '' },
    isHead: people[0]!.relation === 'head'
  };
}

function readPerson(
  cells: Cells,
  name: string,
  at: number,
  of: number,
  today: Day,
  doubts: { problem: DoubtCode; text: string }[]
): ListPerson {
  const own = (column: ColumnCode): string => partOf(cells[column] ?? '', at, of);
  const [male, female] = [own('birth-male'), own('birth-female')];
  const typed = own('birth') || male || female;
  const birth = readBirth(typed, today) ?? null;
  if (typed && birth === null) doubts.push({ problem: 'unread-birth', text: typed });
  const id = own('national-id');
  const nationalId = readNationalIdCell(id) ?? null;
  if (id && nationalId === null) {
    const isOld = mistakeInId(normaliseNationalId(id)) === 'old-nine';
    doubts.push({ problem: isOld ? 'old-id' : 'unread-id', text: id });
  }
  if (isDoubtfulName(readName(name))) doubts.push({ problem: 'number-as-name', text: name });
  const marked = own('male') || male ? 'male' : own('female') || female ? 'female' : null;
  return {
    name: readName(name),
    birth,
    sex: readSex(own('sex')) ?? marked,
    relation: readRelation(own('relation')) ?? null,
    residence: readResidence(own('residence')) ?? null,
    nationalId
  };
}

/** Cells of a row with two people hold two values; where they hold one, it is the first one's. */
function partOf(cell: string, at: number, of: number): string {
  if (of === 1) return cell;
  const parts = splitCell(cell.replace(/\s*\/\s*(?=\d{4})/g, ';'));
  return parts.length === of ? parts[at]! : at === 0 && parts.length < 2 ? cell : '';
}

const isNoName = (name: string): boolean =>
  !/\p{L}{2}/u.test(name) ||
  name.startsWith('(') ||
  /^(tổng|cộng|tổng cộng|tổng số|người lập|ghi chú|danh sách|nơi nhận|tm\.|kt\.)(\s|$|:)/iu.test(name);

/** Printed lists repeat their header on each page. */
const isHeaderAgain = (cells: Cells): boolean =>
  (['name', 'head'] as const).some((column) => cells[column] && columnOf(cells[column]) === column);

function addressIn(cells: Cells): ListAddress {
  const read = cells.address ? readAddress(cells.address) : NO_ADDRESS;
  const plain = (cell: string | undefined, word: RegExp) => cell?.replace(word, '').trim() || null;
  return {
    houseNumber: plain(cells['house-number'], /^(?:số nhà|số|sn)\s+(?=\d)/i) ?? read.houseNumber,
    subAlley: plain(cells['sub-alley'], /^ngách\s+(?=\d)/i) ?? read.subAlley,
    alley: plain(cells.alley, /^ngõ\s+(?=\d)/i) ?? read.alley,
    street: plain(cells.street, /^(?:đường|phố)\s+/i) ?? read.street,
    addressNote: read.addressNote
  };
}
