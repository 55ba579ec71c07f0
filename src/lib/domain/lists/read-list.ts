import type { GroupId } from '../ids';
import { fold } from '../people/names';
import type { ListHousehold, ListPerson, ReadList, Reading, RowDoubt } from './list';
import { type ListAddress, NO_ADDRESS } from './read-address';
import { cellsOf, readRow, type RowWords } from './read-row';

/** Rows of a sheet as households: whose number, head or relation says that a new one begins, begins one. */
export function readList(rows: readonly (readonly string[])[], reading: Reading): ReadList {
  const parts = readListInParts(rows, reading);
  for (;;) {
    const next = parts.next();
    if (next.done) return next.value;
  }
}

/** As many rows as are read without a turn for others. */
const ROWS_AT_ONCE = 100;

/** The same with rests, where phones wait beside it. */
export function* readListInParts(
  rows: readonly (readonly string[])[],
  reading: Reading
): Generator<void, ReadList> {
  const households: Growing[] = [];
  const doubts: RowDoubt[] = [];
  let passed = 0;
  let before: RowWords | undefined;
  let group = reading.group;
  const hasPeople = reading.columns.includes('name');
  for (const [at, cells] of rows.entries()) {
    if (at % ROWS_AT_ONCE === 0) yield;
    if (at < reading.from || cells.every((cell) => cell.trim() === '')) continue;
    const read = readRow(cellsOf(cells, reading.columns), reading.today);
    if (!read) {
      // "Tổ dân phố số 5" alone in a row stands above those of group 5.
      group = groupOfTitle(cells, reading) ?? group;
      passed += 1;
      continue;
    }
    const row = at + 1;
    doubts.push(...read.doubts.map((doubt) => ({ row, ...doubt })));
    const own = read.group === '' ? undefined : reading.groupNamed(read.group);
    if (read.group !== '' && !own) {
      doubts.push({ row, problem: 'unknown-group', text: read.group });
      continue;
    }
    if (own) group = own;
    if (!group) continue;
    const last = households.at(-1);
    if (!last || !hasPeople || beginsAnother(before, read, last)) {
      households.push({
        sheet: reading.sheet,
        row,
        group,
        address: NO_ADDRESS,
        phone: null,
        people: [],
        head: read.head,
        number: read.household
      });
    }
    grow(households.at(-1)!, read);
    before = read;
  }
  return { households: households.map(finished), doubts, passed };
}

type Growing = { -readonly [Key in keyof ListHousehold]: ListHousehold[Key] } & {
  people: ListPerson[];
  head: string;
  number: string;
};

function beginsAnother(
  before: RowWords | undefined,
  { household, isHead, head, address }: RowWords,
  last: Growing
): boolean {
  if (!before) return true;
  if (isHead) return last.people.length > 0;
  if (household !== '') return household !== last.number;
  if (head !== '') return !isSame(head, last.head);
  const isMember =
    last.people.some(({ relation }) => relation !== null) || last.head !== '' || last.number !== '';
  return !isMember && address.houseNumber !== null && saidOf(address) !== saidOf(last.address);
}

const isSame = (one: string, other: string): boolean => one !== '' && fold(one) === fold(other);

const saidOf = (address: ListAddress): string =>
  fold(
    Object.values(address)
      .map((part) => part ?? '')
      .join('|')
  );

function grow(household: Growing, { people, address, phone, head }: RowWords): void {
  household.people.push(...people);
  if (household.head === '') household.head = head;
  household.phone ??= phone;
  const parts = Object.keys(NO_ADDRESS) as (keyof ListAddress)[];
  const isUnsaid = parts.every((part) => household.address[part] === null);
  if (isUnsaid) household.address = address;
}

/** Whoever is named as the head is the head; else who is called so, else the first. */
function finished({ head, number: _, ...household }: Growing): ListHousehold {
  const byName = household.people.findIndex(({ name }) => isSame(name, head));
  const byRelation = household.people.findIndex(({ relation }) => relation === 'head');
  const place = byName >= 0 ? byName : Math.max(0, byRelation);
  const people = household.people.map((person, at) => {
    if (at === place) return { ...person, relation: 'head' };
    return person.relation === 'head' ? { ...person, relation: null } : person;
  });
  return {
    ...household,
    people: [...people.slice(place, place + 1), ...people.filter((_, at) => at !== place)]
  };
}

function groupOfTitle(cells: readonly string[], { groupNamed }: Reading): GroupId | undefined {
  const said = cells.filter((cell) => cell.trim() !== '');
  return said.length === 1 && said[0]!.length < 60 ? groupNamed(said[0]!) : undefined;
}
