import type { Day, PartialDay } from '../calendar';
import type { NewChange } from '../entry/compose';
import type { FieldValue, Row } from '../entry/row';
import type { HouseholdId, PersonId } from '../ids';
import { QUESTION_FIELD } from '../plan/answer-rules';
import type { ClosingReason, Household } from './household';
import type { HouseholdFile } from './household-file';
import { type Person, type Relation, type Residence, type Sex } from './person';
import { personRules } from './person-rules';
import { relationUnder } from './relation';

/** What happens in the life of a household (sinh, mất, chuyển đến, chuyển đi, tách hộ, nhập hộ, đổi chủ hộ). */
export const LIFE_EVENTS = ['birth', 'death', 'arrival', 'departure', 'split', 'join', 'new-head'] as const;
export type LifeEvent = (typeof LIFE_EVENTS)[number];

/** What an event does to the book: its changes, applied whole or not at all, and which rows it brings in. */
export type Happening = Readonly<{ event: LifeEvent; changes: NewChange[]; adds: string[] }>;

/** A person who comes into a household, as far as is known at the door. */
export type Comer = Readonly<{
  id: PersonId;
  name: string;
  birth: PartialDay | null;
  sex: Sex | null;
  relation: Relation | null;
  residence: Residence | null;
  arrivedOn: Day | null;
  arrivedFrom: string | null;
}>;

/** Sinh, chuyển đến: a child counts from its birth, a newcomer from the day of arrival. */
export function comesIn(event: 'birth' | 'arrival', { household }: HouseholdFile, comer: Comer): Happening {
  const { id, ...set } = comer;
  return { event, changes: [aPerson(id, household.id, filled(set))], adds: [id] };
}

/** Who goes, on what day, and who is head of those who stay, where it was the head who went. */
export type Leaving = Readonly<{ people: readonly Person[]; on: Day; headAfter: PersonId | null }>;

/** Mất: counted up to the day before, and in the history for ever. */
export const dies = (file: HouseholdFile, leaving: Leaving): Happening => ({
  event: 'death',
  changes: leave(file, leaving, 'died'),
  adds: []
});

/** Chuyển đi; with the last of them goes the household. */
export const movesAway = (file: HouseholdFile, leaving: Leaving, wentTo: string | null): Happening => ({
  event: 'departure',
  changes: leave(file, leaving, 'moved-away', wentTo === null ? {} : { wentTo }),
  adds: []
});

/** The household that those who leave found. */
export type NewHome = Readonly<{ id: HouseholdId; head: PersonId }> &
  Pick<Household, 'houseNumber' | 'subAlley' | 'alley' | 'street' | 'addressNote' | 'walkOrder'>;

/** A person's row as it stands, and the id of the row that follows them in their new household. */
export type Carried = Readonly<{ row: Row; id: PersonId }>;

/** Tách hộ: each who leaves is followed by a new row, which counts from the day on which the old one no longer does. */
export function splits(
  file: HouseholdFile,
  leaving: Leaving,
  carried: readonly Carried[],
  { id, head, ...home }: NewHome
): Happening {
  const first = file.people.find((person) => person.id === head);
  const copies = carried.map(({ row, id: copy }) =>
    aPerson(copy, id, {
      ...copyOf(row, leaving.on),
      relation: row.id === head ? 'head' : relationUnder(first?.relation ?? null, relationIn(row))
    })
  );
  const headRow = carried.find(({ row }) => row.id === head)?.id ?? null;
  const household = {
    type: 'household',
    id,
    household: id,
    set: filled({ ...home, head: headRow })
  } as const;
  return {
    event: 'split',
    changes: [household, ...copies, ...leave(file, leaving, 'other-household')],
    adds: [id, ...copies.map((copy) => copy.id)]
  };
}

/** Nhập hộ: into a household of the same group; how they are related there is asked at its next review. */
export function joins(
  file: HouseholdFile,
  leaving: Leaving,
  carried: readonly Carried[],
  into: HouseholdId
): Happening {
  const copies = carried.map(({ row, id }) => aPerson(id, into, copyOf(row, leaving.on)));
  return {
    event: 'join',
    changes: [...copies, ...leave(file, leaving, 'other-household')],
    adds: copies.map(({ id }) => id)
  };
}

/** Đổi chủ hộ: the others are named anew by their relation to the new head, where it follows from the old. */
export const changesHead = (file: HouseholdFile, head: PersonId): Happening => ({
  event: 'new-head',
  changes: headChanges(file, followed(file), head),
  adds: []
});

function leave(
  file: HouseholdFile,
  { people, on, headAfter }: Leaving,
  closed: ClosingReason,
  more: Record<string, FieldValue> = {}
): NewChange[] {
  const { household } = file;
  const staying = followed(file).filter(({ id }) => !people.some((person) => person.id === id));
  const closings = people.map(({ id }) => aPerson(id, household.id, { closed, closedOn: on, ...more }));
  if (staying.length === 0) {
    return [
      ...closings,
      { type: 'household', id: household.id, household: household.id, set: { closed, closedOn: on } }
    ];
  }
  return headAfter === null ? closings : [...closings, ...headChanges(file, staying, headAfter)];
}

function headChanges({ household }: HouseholdFile, people: readonly Person[], head: PersonId): NewChange[] {
  const before = people.find(({ id }) => id === head)?.relation ?? null;
  const relations = people
    .map(
      ({ id, relation }) => [id, id === head ? 'head' : relationUnder(before, relation), relation] as const
    )
    .filter(([, now, then]) => now !== then)
    .map(([id, relation]) => aPerson(id, household.id, { relation }));
  return [{ type: 'household', id: household.id, household: household.id, set: { head } }, ...relations];
}

const followed = ({ people }: HouseholdFile): Person[] => people.filter(({ closed }) => closed === null);

/** All that is known of a person, but for the place in the household they leave. */
function copyOf({ id, fields }: Row, arrivedOn: Day): Record<string, FieldValue> {
  const known = Object.entries(fields)
    .filter(([field]) => Object.hasOwn(personRules, field) || QUESTION_FIELD.test(field))
    .map(([field, [value]]) => [field, value] as const);
  return {
    ...filled(Object.fromEntries(known)),
    relation: null,
    arrivedOn,
    arrivedFrom: null,
    continues: id
  };
}

const relationIn = ({ fields }: Row): string | null => (fields.relation?.[0] ?? null) as string | null;

const aPerson = (id: string, household: HouseholdId, set: NewChange['set']): NewChange => ({
  ...{ type: 'person', id, household, set }
});

const filled = (values: Readonly<Record<string, FieldValue>>): Record<string, FieldValue> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
