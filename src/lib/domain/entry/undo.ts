import { isAdding } from './adding';
import type { Act, Change, EntryBody, FieldChange } from './entry';
import type { EntryId } from '../ids';

/**
 * The body that takes an entry back: changed values return, an added thing is closed, a visit is marked undone.
 * `isEcho`: the ward had this value already from another, whose it stays (CO1).
 */
export function undoing(
  act: Act & { id: EntryId },
  isEcho: (change: Change, field: string) => boolean = () => false
): EntryBody {
  const changes = act.body.changes.map((change) => {
    const back = Object.entries(inverse(act, change));
    return { ...change, set: Object.fromEntries(back.filter(([field]) => !isEcho(change, field))) };
  });
  return {
    epoch: act.body.epoch,
    about: { entry: act.id },
    changes: changes.filter(({ set }) => Object.keys(set).length > 0)
  };
}

function inverse(act: Act & { id: EntryId }, { type, id, set }: Change): Record<string, FieldChange> {
  const back = (value: FieldChange['value'], seen: FieldChange['seen'], base: number, own: EntryId[]) => ({
    value,
    seen,
    base,
    own: [...own, act.id]
  });
  if (type === 'visit') return { undone: back(true, null, 0, []) };
  if (isAdding(act, id)) {
    return { closed: back('entered-by-mistake', null, 0, []) };
  }
  return Object.fromEntries(
    Object.entries(set).map(([field, { value, seen, base, own }]) => [field, back(seen, value, base, own)])
  );
}
