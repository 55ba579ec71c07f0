import { assessmentId } from '../people/assessment';
import type { Change } from './entry';
import type { HouseholdId } from '../ids';
import type { Row } from './row';
import { textOf } from './reading';

type Rows = (type: string, id: string) => Row | undefined;

/** As many merges in a row as are followed; more is a fault, not a household. */
const MOST_HOPS = 8;

/** The row that a name means after all merges (gộp); nothing for an unknown name or a chain without end. */
export function follow(rows: Rows, type: string, id: string): Row | undefined {
  let row = rows(type, id);
  for (let hops = 0; row && hops <= MOST_HOPS; hops += 1) {
    const next = textOf(row, 'mergedInto');
    if (next === null) return row;
    row = rows(type, next);
  }
}

/** Whether a household was merged into another, at once or through others. */
export function isUnder(rows: Rows, name: string | null, household: string): boolean {
  let next = name;
  for (let hops = 0; next !== null && hops <= MOST_HOPS; hops += 1) {
    const row = rows('household', next);
    next = row ? textOf(row, 'mergedInto') : null;
    if (next === household) return true;
  }
  return false;
}

/** A change by the names that things have now (CO4): what was merged, and what came into another household by it. */
export function canonical(change: Change, rows: Rows): Change {
  const household = follow(rows, 'household', change.household)?.id ?? change.household;
  if (change.type === 'household') {
    return change.id === change.household ? named(change, household, household) : change;
  }
  if (change.type === 'person') {
    const person = follow(rows, 'person', change.id);
    const hasMoved = person && (person.id !== change.id || person.fields.homeBefore !== undefined);
    return hasMoved ? named(change, person.id, person.household) : named(change, change.id, household);
  }
  const year = change.type === 'assessment' && change.id.startsWith(`${change.household}/`);
  const id = year ? assessmentId(household as HouseholdId, Number(change.id.split('/')[1])) : change.id;
  return named(change, household === change.household ? change.id : id, household);
}

const named = (change: Change, id: string, household: string): Change =>
  id === change.id && household === change.household
    ? change
    : { ...change, id, household: household as HouseholdId };
