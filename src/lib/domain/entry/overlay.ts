import { differenceId } from './difference';
import { isAdding } from './adding';
import type { About, Act, Change } from './entry';
import type { AccountId, GroupId } from '../ids';
import type { Field, Row, RowType } from './row';
import { keyOf, type RowKey, valueOf } from './reading';

/** An own entry that the confirmed rows do not contain yet, with its body read. */
export type OwnAct = Act & Readonly<{ id: string; n: number }>;

/**
 * Lays what is owed over what was confirmed (PH1), in the order of n. Returns only the rows it touches.
 * A value not yet confirmed carries the number of the confirmed one below it, so that what is typed next names the right base.
 */
export function overlay(
  confirmed: (key: RowKey) => Row | undefined,
  acts: readonly OwnAct[]
): Map<RowKey, Row> {
  const laid = new Map<RowKey, Row>();
  for (const act of [...acts].sort((a, b) => a.n - b.n)) {
    const { body, group, author } = act;
    const { about } = body;
    for (const change of body.changes) {
      const key = keyOf(change);
      const known = laid.get(key) ?? confirmed(key);
      // It waits for somebody else's phone to bring what it is about (EP1): nothing to lay it over.
      if (!known && BROUGHT_IN.includes(change.type) && !isAdding(act, change.id)) continue;
      const below = known ?? emptyRow(change, group);
      const set = withoutWithdrawn(change, author, about, confirmed, laid);
      laid.set(key, { ...below, fields: { ...below.fields, ...laidFields(below, set) } });
    }
    if (about && 'difference' in about) hideDifference(`difference:${about.difference}`, confirmed, laid);
  }
  return laid;
}

/** Rows that an entry of their own brings in; all others are made by the first who writes them. */
const BROUGHT_IN: readonly string[] = ['household', 'person'] satisfies RowType[];

/** Taking back what is only a proposal shows the present value, and nothing to choose any more (CO3). */
function withoutWithdrawn(
  { type, id, set }: Change,
  author: AccountId,
  about: About | undefined,
  confirmed: (key: RowKey) => Row | undefined,
  laid: Map<RowKey, Row>
): Change['set'] {
  if (!about || !('entry' in about)) return set;
  return Object.fromEntries(
    Object.entries(set).filter(([field]) => {
      const key: RowKey = `difference:${differenceId(type, id, field, author)}`;
      const isWithdrawn = valueOf(confirmed(key), 'entry') === about.entry;
      if (isWithdrawn) hideDifference(key, confirmed, laid);
      return !isWithdrawn;
    })
  );
}

const emptyRow = ({ type, id, household }: Change, group: GroupId): Row => ({
  type,
  id,
  household,
  group,
  seq: 0,
  fields: {}
});

const laidFields = (below: Row, set: Change['set']): Record<string, Field> =>
  Object.fromEntries(
    Object.entries(set).map(([field, { value }]) => [field, [value, below.fields[field]?.[1] ?? 0]])
  );

function hideDifference(
  key: RowKey,
  confirmed: (key: RowKey) => Row | undefined,
  laid: Map<RowKey, Row>
): void {
  const row = confirmed(key);
  if (row) laid.set(key, { ...row, fields: { ...row.fields, open: [false, row.seq] } });
}
