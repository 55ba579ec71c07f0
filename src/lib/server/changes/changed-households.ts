import type { GroupId } from '$lib/domain/ids';
import type { Row, RowType } from '$lib/domain/entry/row';
import type { Database } from '../database/open';
import {
  fromStored,
  readChangedHouseholds,
  readLastChanges,
  readRowsOfGroup,
  readRowsOfHouseholds
} from '../queries/rows';

/** Takes in what changed in each group since it was last read, and notes how far it was read; `types` as below. */
export async function catchUpWith(
  db: Database,
  upTo: Map<GroupId, number>,
  take: (homes: Row[][], group: GroupId) => Promise<void>,
  types?: readonly RowType[]
): Promise<void> {
  for (const [id, last] of await readLastChanges(db)) {
    const group = id as GroupId;
    const seen = upTo.get(group);
    if (seen === last) continue;
    await take(await changedHouseholds(db, group, seen, types), group);
    upTo.set(group, last);
  }
}

/** The households of a group in which something changed after a number, each as its rows; without a number all of them. */
export async function changedHouseholds(
  db: Database,
  group: GroupId,
  after: number | undefined,
  types?: readonly RowType[]
): Promise<Row[][]> {
  const stored =
    after === undefined
      ? await readRowsOfGroup(db, group, types)
      : await readRowsOfHouseholds(db, await readChangedHouseholds(db, group, after));
  const byHousehold = new Map<string, Row[]>();
  for (const row of stored.map(fromStored)) {
    const own = byHousehold.get(row.household);
    if (own) own.push(row);
    else byHousehold.set(row.household, [row]);
  }
  return [...byHousehold.values()];
}
