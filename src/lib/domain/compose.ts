import type { Change, EntryBody, FieldChange } from './entry';
import type { EntryId, HouseholdId } from './ids';
import type { OwnAct } from './overlay';
import { type FieldValue, keyOf, type Row, type RowKey } from './row';

/** What a screen asks to record: new values, without what was seen. */
export type NewChange = Readonly<{
  type: 'household' | 'person' | 'assessment' | 'visit';
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

/** Adds to each new value what was seen and what it is based on (EN2). Fields that change nothing are left out. */
export function compose(changes: readonly NewChange[], seen: Seen): { body: EntryBody; buildsOn: EntryId[] } {
  const buildsOn = new Set<EntryId>();
  const composed = changes.map((change): Change => {
    const below = seen.own.filter((act) =>
      act.body.changes.some((earlier) => keyOf(earlier) === keyOf(change))
    );
    const adds = seen.own.filter((act) => isAddOf(act, change));
    [...below, ...adds].forEach((act) => buildsOn.add(act.id as EntryId));
    return { ...change, set: composedFields(change, below, seen) };
  });
  return {
    body: { epoch: seen.epoch, changes: composed.filter(({ set }) => Object.keys(set).length > 0) },
    buildsOn: [...buildsOn]
  };
}

function composedFields(
  change: NewChange,
  below: readonly OwnAct[],
  seen: Seen
): Record<string, FieldChange> {
  const row = seen.row(keyOf(change));
  const set: Record<string, FieldChange> = {};
  for (const [field, typed] of Object.entries(change.set)) {
    const value = typeof typed === 'string' ? typed.normalize('NFC') : typed;
    const [shown, base] = row?.fields[field] ?? [null, 0];
    if (Object.is(shown, value)) continue;
    const own = below
      .filter((act) =>
        act.body.changes.some((earlier) => keyOf(earlier) === keyOf(change) && field in earlier.set)
      )
      .map(({ id }) => id as EntryId);
    set[field] = { value, seen: shown, base, own };
  }
  return set;
}

/** A person builds on the entry that added the household, and the reverse is never needed. */
const isAddOf = (act: OwnAct, change: NewChange): boolean =>
  act.kind === 'household.add' && act.body.changes.some(({ household }) => household === change.household);
