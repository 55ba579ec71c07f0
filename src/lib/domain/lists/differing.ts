import { textOf } from '../entry/reading';
import type { FieldValue, Row } from '../entry/row';
import { fold } from '../people/names';
import { addressKey, addressOfRow } from './known';
import type { ListHousehold, ListPerson } from './list';
import type { ListAddress } from './read-address';

/** What a list says otherwise than the book, field by field; what it leaves out says nothing. */
export type Differing = Readonly<{
  values: Readonly<Record<string, FieldValue>>;
  refines: readonly string[];
}>;

/** Marks, capitals and a day instead of a year make no two values. */
export function differingPerson(row: Row, listed: ListPerson): Differing {
  const values: Record<string, FieldValue> = {};
  const refines: string[] = [];
  const name = textOf(row, 'name') ?? '';
  if (!isSameText(name, listed.name)) values.name = listed.name;
  const birth = textOf(row, 'birth');
  if (listed.birth !== null && !(birth ?? '').startsWith(listed.birth)) {
    values.birth = listed.birth;
    if (birth !== null && listed.birth.startsWith(birth)) refines.push('birth');
  }
  for (const field of ['sex', 'nationalId'] as const) {
    if (listed[field] !== null && listed[field] !== textOf(row, field)) values[field] = listed[field];
  }
  const relation = textOf(row, 'relation');
  if (listed.relation !== null && relation === null) values.relation = listed.relation;
  const residence = textOf(row, 'residence');
  if (listed.residence !== null && !isSameResidence(residence, listed.residence))
    values.residence = listed.residence;
  return { values, refines };
}

/** The head and the walk are the group's own; an address is one value, taken whole or not at all. */
export function differingHousehold(row: Row, listed: ListHousehold): Differing {
  const values: Record<string, FieldValue> = {};
  const parts = ['houseNumber', 'subAlley', 'alley', 'street', 'addressNote'] as const;
  const known = addressOfRow(row);
  if (saysWhere(listed.address) && wherePlain(known) !== wherePlain(listed.address)) {
    for (const part of parts) {
      const isLeft = part === 'addressNote' && listed.address.addressNote === null;
      if (!isLeft && !isSameText(known[part] ?? '', listed.address[part] ?? ''))
        values[part] = listed.address[part];
    }
  }
  const phone = textOf(row, 'phone');
  if (listed.phone !== null && listed.phone !== phone) values.phone = listed.phone;
  return { values, refines: [] };
}

const saysWhere = (address: ListAddress): boolean => addressKey(address) !== '' || address.alley !== null;

const wherePlain = ({ houseNumber, subAlley, alley, street }: ListAddress): string =>
  [houseNumber, subAlley, alley, street].map((part) => plainWords(part ?? '')).join('|');

const isSameText = (one: string, other: string): boolean => plainWords(one) === plainWords(other);

const plainWords = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '');

/** A list of the police knows who is registered, not who is away or has just come. */
const isSameResidence = (known: string | null, listed: string): boolean =>
  known === listed ||
  (listed === 'permanent' && known === 'permanent-away') ||
  (known === 'new' && listed !== null);
