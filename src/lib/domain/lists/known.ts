import { textOf, valueOf } from '../entry/reading';
import type { Row } from '../entry/row';
import type { GroupId, HouseholdId } from '../ids';
import { fold } from '../people/names';
import type { ListHousehold, ListPerson } from './list';
import type { ListAddress } from './read-address';

/** A household of the ward's book beside which a list is laid, with its open people. */
export type KnownHousehold = Readonly<{
  id: HouseholdId;
  group: GroupId;
  row: Row;
  people: readonly KnownPerson[];
  /** Who moved away or died, by the book: a list that still has them says nothing new. */
  left: readonly KnownPerson[];
  /** The whole household moved away or died out. */
  isClosed: boolean;
  address: string;
}>;

/** A person of the book by what tells one from another. */
export type KnownPerson = Readonly<{ row: Row; like: Like }>;

/** By what people are known again: a name without marks, a birth, a number. */
export type Like = Readonly<{ name: string; birth: string; number: string }>;

/** A household from its rows; what was merged, or entered by mistake, is no list's concern. */
export function knownFrom(rows: readonly Row[]): KnownHousehold | undefined {
  const row = rows.find(({ type }) => type === 'household');
  if (!row || textOf(row, 'mergedInto') !== null) return;
  const isClosed = hasLeft(row);
  if (valueOf(row, 'closed') !== null && !isClosed) return;
  const people = rows.filter((one) => one.type === 'person' && valueOf(one, 'closed') === null);
  const head = textOf(row, 'head');
  people.sort((a, b) => Number(b.id === head) - Number(a.id === head));
  return {
    id: row.household,
    group: row.group,
    row,
    isClosed,
    people: people.map(knownPerson),
    left: rows.filter((one) => one.type === 'person' && hasLeft(one)).map(knownPerson),
    address: addressKey(addressOfRow(row))
  };
}

const knownPerson = (row: Row): KnownPerson => ({ row, like: likeOf(row) });

const hasLeft = (row: Row): boolean => ['moved-away', 'died'].includes(textOf(row, 'closed') ?? '');

/** Where a household of the book lives. */
export const addressOfRow = (row: Row): ListAddress => ({
  houseNumber: textOf(row, 'houseNumber'),
  subAlley: textOf(row, 'subAlley'),
  alley: textOf(row, 'alley'),
  street: textOf(row, 'street'),
  addressNote: textOf(row, 'addressNote')
});

export const likeOfListed = ({ name, birth, nationalId }: ListPerson): Like => ({
  name: plain(name),
  birth: birth ?? '',
  number: nationalId ?? ''
});

const likeOf = (row: Row): Like => ({
  name: plain(textOf(row, 'name') ?? ''),
  birth: textOf(row, 'birth') ?? '',
  number: textOf(row, 'nationalId') ?? ''
});

/** An address by which two households are one place; empty where it says too little. Rooms of one house are apart. */
export function addressKey({
  houseNumber,
  subAlley,
  alley,
  street,
  addressNote
}: ListHousehold['address']): string {
  if (!houseNumber || !(alley ?? street)) return '';
  return [houseNumber, subAlley, alley, street, addressNote].map((part) => plain(part ?? '')).join('|');
}

const remembered = new Map<string, string>();

/** Letters and digits without marks or spaces; few words make all names, and each is folded once. */
function plain(text: string): string {
  return text
    .split(' ')
    .map((word) => {
      const before = remembered.get(word);
      if (before !== undefined) return before;
      const folded = fold(word).replace(/[^a-z0-9]+/g, '');
      if (remembered.size < MOST_WORDS) remembered.set(word, folded);
      return folded;
    })
    .join('');
}

const MOST_WORDS = 50_000;
