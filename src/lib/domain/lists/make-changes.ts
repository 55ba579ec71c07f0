import type { Change, FieldChange } from '../entry/entry';
import type { FieldValue, Row } from '../entry/row';
import type { GroupId, HouseholdId, PersonId } from '../ids';
import type { ListAct } from './item';
import type { ListHousehold, ListPerson } from './list';

/** What the preview must be told of the world. */
export type ListFacts = Readonly<{
  newId: () => string;
  /** The place behind the last household of a group. */
  nextPlace: (group: GroupId) => number;
  /** Whether a number is that of an entry which a list made, and no person. */
  isOfList: (number: number) => boolean;
}>;

/** As many changes as one entry holds. */
const MOST_CHANGES = 40;

type Values = Readonly<Record<string, FieldValue>>;

/** A household that is not in the book, with its people; a very large one takes several entries. */
export function addingHousehold(listed: ListHousehold, { newId, nextPlace }: ListFacts): ListAct[] {
  const household = newId() as HouseholdId;
  const ids = listed.people.map(() => newId() as PersonId);
  const values = {
    ...listed.address,
    head: ids[0] ?? null,
    phone: listed.phone,
    walkOrder: nextPlace(listed.group)
  };
  const first: Change = { type: 'household', id: household, household, set: setOf(values) };
  const people = listed.people.map((person, at) => adding(household, ids[at]!, person));
  const [own, ...others] = chunks([first, ...people]);
  return [
    { kind: 'household.add', group: listed.group, changes: own! },
    ...others.map((changes): ListAct => ({ kind: 'person.add', group: listed.group, changes }))
  ];
}

export const addingPerson = (household: HouseholdId, person: ListPerson, newId: () => string): Change =>
  adding(household, newId() as PersonId, person);

export function actsOf(kind: ListAct['kind'], group: GroupId, changes: readonly Change[]): ListAct[] {
  return chunks(changes).map((some) => ({ kind, group, changes: some }));
}

/**
 * New values on a row of the book. What a list gave before, or nobody, is replaced; what a person recorded is not: there the
 * list's value comes as one that has seen nothing, and both stand side by side (CO1).
 */
export function changing(
  row: Row,
  values: Values,
  { isOfList }: ListFacts,
  refines: readonly string[] = []
): Change {
  const { type, id, household, fields } = row;
  const set = Object.entries(values).map(([field, value]): [string, FieldChange] => {
    const [seen, number] = fields[field] ?? [null, 0];
    const base = isReplaced(row, field, isOfList) || refines.includes(field) ? number : 0;
    return [field, { value, seen, base, own: [] }];
  });
  return { type, id, household, set: Object.fromEntries(set) };
}

export function isReplaced({ fields }: Row, field: string, isOfList: ListFacts['isOfList']): boolean {
  const [seen, number] = fields[field] ?? [null, 0];
  return number === 0 || seen === null || isOfList(number);
}

const adding = (household: HouseholdId, id: PersonId, person: ListPerson): Change => ({
  type: 'person',
  id,
  household,
  set: setOf({ ...person })
});

const setOf = (values: Values): Change['set'] =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([field, value]) => [field, { value, seen: null, base: 0, own: [] }])
  );

function chunks(changes: readonly Change[]): Change[][] {
  const all: Change[][] = [];
  for (let from = 0; from < changes.length; from += MOST_CHANGES)
    all.push(changes.slice(from, from + MOST_CHANGES));
  return all;
}
