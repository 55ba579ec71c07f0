import { type Assessment, assessmentFrom } from './assessment';
import { type Difference, differenceFrom } from '../entry/difference';
import { type Household, householdFrom } from './household';
import type { HouseholdId } from '../ids';
import { type Person, personFrom } from './person';
import type { Row } from '../entry/row';
import { type Visit, visitFrom } from './visit';

/** All that is known of one household (hồ sơ hộ); what the rule book classifies. */
export type HouseholdFile = Readonly<{
  household: Household;
  /** Everybody ever recorded, the head first; the closed ones are told by `closed`. */
  people: readonly Person[];
  assessments: readonly Assessment[];
  visits: readonly Visit[];
  /** The open ones. */
  differences: readonly Difference[];
}>;

/** Sorts rows into files, in no special order. Rows of a type not known here are left alone (EN4). */
export function filesFrom(rows: Iterable<Row>): Map<HouseholdId, HouseholdFile> {
  const sorted = new Map<HouseholdId, Row[]>();
  for (const row of rows) {
    const before = sorted.get(row.household);
    if (before) before.push(row);
    else sorted.set(row.household, [row]);
  }
  const files = new Map<HouseholdId, HouseholdFile>();
  for (const [household, own] of sorted) {
    const file = fileFrom(own);
    if (file) files.set(household, file);
  }
  return files;
}

/** The file of one household's rows; nothing where the household itself is not among them. */
export function fileFrom(rows: readonly Row[]): HouseholdFile | undefined {
  const own = rows.find(({ type }) => type === 'household');
  if (!own) return;
  const household = householdFrom(own);
  const of = (wanted: string) => rows.filter(({ type }) => type === wanted);
  return {
    household,
    people: of('person')
      .map(personFrom)
      .sort((a, b) => Number(b.id === household.head) - Number(a.id === household.head)),
    assessments: of('assessment').map(assessmentFrom),
    visits: of('visit').map(visitFrom),
    differences: of('difference')
      .map(differenceFrom)
      .filter(({ open }) => open)
  };
}

export const isOpen = ({ household }: HouseholdFile): boolean => household.closed === null;
