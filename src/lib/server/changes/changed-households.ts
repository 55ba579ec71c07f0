import type { GroupId } from '$lib/domain/ids';
import type { Row, RowType } from '$lib/domain/entry/row';
import type { Database } from '../database/open';
import { fromStored, readChangedHouseholds, readRowsOfGroup, readRowsOfHouseholds } from '../queries/rows';

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
