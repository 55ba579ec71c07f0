import { isAdding } from './adding';
import type { Change, EntryBody, FieldChange } from './entry';
import type { EntryId, HouseholdId } from '../ids';
import type { OwnAct } from './overlay';
import type { FieldValue, Row, RowType } from './row';
import { keyOf, type RowKey } from './reading';

/** What a screen asks to record: new values, without what was seen. */
export type NewChange = Readonly<{
  type: Exclude<RowType, 'difference' | 'review' | 'message' | 'nomination-review' | 'exemplar'>;
  id: string;
  household: HouseholdId;
  set: Readonly<Record<string, FieldValue>>;
}>;

/** The picture at the tap: shown rows, and the own entries that the confirmed ones do not contain yet. */
export type Seen = Readonly<{
  epoch: string | null;
  row: (key: RowKey) => Row | undefined;
  own: readonly OwnAct[];
}>;

/**
 * Adds to each new value what was seen and what it is based on (EN2).
 * Fields that change nothing are left out, but for a choice, which may keep the value that stands.
 */
export function compose(
  changes: readonly NewChange[],
  seen: Seen,
  isChoice = false
): { body: EntryBody; buildsOn: EntryId[] } {
  const composed = changes.map((change): Change & { adds: EntryId[] } => {
    const earlier = seen.own.filter((act) => touches(act, keyOf(change)));
    const adds = seen.own.filter(
      (act) => (isAdding(act, change.id) && earlier.includes(act)) || addsHouseholdOf(act, change)
    );
    return { ...change, set: changedFields(change, earlier, seen, isChoice), adds: adds.map(idOf) };
  });
  const meant = composed.filter(({ set }) => Object.keys(set).length > 0);
  return {
    body: {
      epoch: seen.epoch,
      changes: meant.map(({ type, id, household, set }) => ({ type, id, household, set }))
    },
    buildsOn: [
      ...new Set(meant.flatMap(({ set, adds }) => [...adds, ...Object.values(set).flatMap(lastOwn)]))
    ]
  };
}

/** As many own entries on one field as are named; each of them was itself judged on those before it. */
const MOST_OWN = 20;

function changedFields(
  change: NewChange,
  earlier: readonly OwnAct[],
  seen: Seen,
  isChoice: boolean
): Record<string, FieldChange> {
  const row = seen.row(keyOf(change));
  const set: Record<string, FieldChange> = {};
  for (const [field, typed] of Object.entries(change.set)) {
    const value = typeof typed === 'string' ? typed.normalize('NFC') : typed;
    const [shown, below] = row?.fields[field] ?? [null, 0];
    if (Object.is(shown, value) && !isChoice) continue;
    const own = earlier.filter((act) => touches(act, keyOf(change), field));
    const base = own[0] ? baseOf(own[0], keyOf(change), field, seen.epoch) : below;
    set[field] = { value, seen: shown, base, own: own.slice(-MOST_OWN).map(idOf) };
  }
  return set;
}

/**
 * Under an own value nobody has seen what came since: what is typed over it is based where the first own entry was.
 * A number of another history means nothing in this one (EP1).
 */
function baseOf({ body }: OwnAct, key: RowKey, field: string, epoch: string | null): number {
  const change = body.changes.find((one) => keyOf(one) === key && field in one.set);
  return body.epoch === epoch ? (change?.set[field]?.base ?? 0) : 0;
}

const touches = ({ body }: OwnAct, key: RowKey, field?: string): boolean =>
  // The id first: this is asked of every unsent entry at every tap, and must build nothing.
  body.changes.some(
    (change) =>
      key.endsWith(change.id) && keyOf(change) === key && (field === undefined || field in change.set)
  );

const addsHouseholdOf = (act: OwnAct, { household }: NewChange): boolean =>
  isAdding(act, household) &&
  act.body.changes.some((change) => change.type === 'household' && change.household === household);

const idOf = ({ id }: OwnAct): EntryId => id as EntryId;

const lastOwn = ({ own }: FieldChange): EntryId[] => own.slice(-1);
