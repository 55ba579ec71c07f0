import type { Day } from '$lib/domain/calendar';
import { assessmentId } from '$lib/domain/people/assessment';
import type { GroupId, HouseholdId, PersonId } from '$lib/domain/ids';
import type { FieldValue, RowType } from '$lib/domain/entry/row';
import type { Values } from './answers';

/** When the sample stands: the campaign's first day and the present one. */
export type Times = Readonly<{ startsOn: Day; today: Day; year: number }>;

/** A household while it is being made; the special cases still change it. */
export type Draft = {
  id: HouseholdId;
  group: GroupId;
  values: Values;
  people: { id: PersonId; values: Values }[];
  assessment: Values | null;
  /** Of earlier years (lịch sử), by year. */
  past?: readonly (readonly [year: number, values: Values])[];
  visit: { id: string; values: Values } | null;
};

/** A row of the sample before the server has given it a number. */
export type SampleRow = Readonly<{
  type: RowType;
  id: string;
  household: HouseholdId;
  group: GroupId;
  values: Readonly<Record<string, FieldValue>>;
}>;

/** The rows of a draft, the household first. */
export function rowsOf(
  { id, group, values, people, assessment, past = [], visit }: Draft,
  year: number
): SampleRow[] {
  const row = (type: RowType, own: string, set: Values): SampleRow => ({
    type,
    id: own,
    household: id,
    group,
    values: set
  });
  return [
    row('household', id, values),
    ...people.map((person) => row('person', person.id, person.values)),
    ...past.map(([before, said]) => row('assessment', assessmentId(id, before), said)),
    ...(assessment ? [row('assessment', assessmentId(id, year), assessment)] : []),
    ...(visit ? [row('visit', visit.id, visit.values)] : [])
  ];
}
