import { sql, type SqlBool } from 'kysely';
import type { Row, RowType } from '$lib/domain/entry/row';
import { bulkInsert, isAmong } from '../database/bulk';
import type { Database } from '../database/open';
import type { RowTable } from '../database/schema';

/** A row as stored: its fields are still text. */
export type StoredRow = Readonly<Omit<RowTable, 'fields'> & { fields: string }>;

const upsertRows = bulkInsert({
  table: 'rows',
  columns: ['type', 'id', 'household', 'group_id', 'seq', 'fields'],
  // Not the household: naming a column makes SQLite renew its index, and a row stays in its household.
  conflict: { key: ['id', 'type'], update: ['group_id', 'seq', 'fields'] }
});

const upsertMovedRows = bulkInsert({
  table: 'rows',
  columns: ['type', 'id', 'household', 'group_id', 'seq', 'fields'],
  conflict: { key: ['id', 'type'], update: ['household', 'group_id', 'seq', 'fields'] }
});

/** Rows that came into another household by a merge (CO4). */
export const saveMovedRows = (db: Database, rows: Iterable<Row>): Promise<void> =>
  upsertMovedRows(db, [...rows].map(toStored));

export const saveRows = (db: Database, rows: Iterable<Row>): Promise<void> =>
  upsertRows(db, [...rows].map(toStored));

export const readRowsById = (db: Database, ids: Iterable<string>): Promise<StoredRow[]> =>
  db
    .selectFrom('rows')
    .selectAll()
    .where(isAmong(db, 'id', ids))
    .execute();

export const readRowsOfHouseholds = (db: Database, households: Iterable<string>): Promise<StoredRow[]> =>
  db
    .selectFrom('rows')
    .selectAll()
    .where(isAmong(db, 'household', households))
    .execute();

/** In the words of the index on it, so that a batch without differences reads nothing. */
export const readDifferencesOf = (db: Database, households: Iterable<string>): Promise<StoredRow[]> =>
  db
    .selectFrom('rows')
    .selectAll()
    .where(sql<SqlBool>`type = 'difference'`)
    .where(isAmong(db, 'household', households))
    .execute();

export const readRowsOfGroup = (
  db: Database,
  group: string,
  types?: readonly RowType[]
): Promise<StoredRow[]> =>
  db
    .selectFrom('rows')
    .selectAll()
    .where('group_id', '=', group)
    .$if(types !== undefined, (query) => query.where('type', 'in', types!))
    .execute();

/** Few are of these types, or all are wanted. */
export const readRowsOfType = (db: Database, type: RowType): Promise<StoredRow[]> =>
  db.selectFrom('rows').selectAll().where('type', '=', type).execute();

/** What changed in some groups after a number, oldest first. */
export const readNews = (
  db: Database,
  groups: readonly string[],
  after: number,
  most: number
): Promise<StoredRow[]> =>
  db
    .selectFrom('rows')
    .selectAll()
    .where('group_id', 'in', groups)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(most)
    .execute();

export const readNewsAt = (db: Database, groups: readonly string[], seq: number): Promise<StoredRow[]> =>
  db.selectFrom('rows').selectAll().where('group_id', 'in', groups).where('seq', '=', seq).execute();

/** The number of the last change in each group; groups without rows are 0. */
export async function readLastChanges(db: Database): Promise<Map<string, number>> {
  const found = await db
    .selectFrom('groups')
    .select((eb) => [
      'groups.id',
      eb
        .selectFrom('rows')
        .select((inner) => inner.fn.max('rows.seq').as('last'))
        .whereRef('rows.group_id', '=', 'groups.id')
        .as('last')
    ])
    .execute();
  return new Map(found.map(({ id, last }) => [id, Number(last ?? 0)]));
}

export async function readChangedHouseholds(db: Database, group: string, after: number): Promise<string[]> {
  const found = await db
    .selectFrom('rows')
    .select('household')
    .distinct()
    .where('group_id', '=', group)
    .where('seq', '>', after)
    .execute();
  return found.map(({ household }) => household);
}

export const fromStored = ({ type, id, household, group_id, seq, fields }: StoredRow): Row =>
  ({ type, id, household, group: group_id, seq, fields: JSON.parse(fields) }) as Row;

const toStored = ({ type, id, household, group, seq, fields }: Row) => ({
  type,
  id,
  household,
  group_id: group,
  seq,
  fields: JSON.stringify(fields)
});
