import { type CompiledQuery, PostgresAdapter, type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Database } from './open';
import type { Schema } from './schema';

type Table = keyof Schema;
type Inserts<T extends Table> = Readonly<{
  table: T;
  columns: readonly (keyof Schema[T] & string)[];
  /** A row that is there already under this key takes the new values of some columns. */
  conflict?: Readonly<{
    key: readonly (keyof Schema[T] & string)[];
    update: readonly (keyof Schema[T] & string)[];
  }>;
}>;

/** Few sizes, so that few texts are compiled and prepared, each once. */
const SIZES = [128, 16, 1];

/** Says how rows of a table are inserted, many with each statement. */
export function bulkInsert<T extends Table>({ table, columns, conflict }: Inserts<T>) {
  const compiledByText = new Map<string, CompiledQuery>();

  function compiled(db: Database, size: number): CompiledQuery {
    const dialect = db.getExecutor().adapter.constructor.name;
    const name = `${dialect} ${size}`;
    const earlier = compiledByText.get(name);
    if (earlier) return earlier;
    const sample = Object.fromEntries(columns.map((column) => [column, 0]));
    const insert = db
      .insertInto(table as 'waits')
      .values(Array.from({ length: size }, () => sample) as never);
    const query = conflict
      ? insert.onConflict((clash) =>
          clash
            .columns(conflict.key as never)
            .doUpdateSet((eb) =>
              Object.fromEntries(
                conflict.update.map((column) => [column, eb.ref(`excluded.${column}` as never)])
              )
            )
        )
      : insert;
    const made = query.compile();
    compiledByText.set(name, made);
    return made;
  }

  return async (db: Database, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> => {
    let from = 0;
    for (const size of SIZES) {
      for (; rows.length - from >= size; from += size) {
        const parameters: unknown[] = [];
        for (let at = from; at < from + size; at += 1) {
          for (const column of columns) parameters.push(rows[at]![column] ?? null);
        }
        await db.executeQuery({ ...compiled(db, size), parameters });
      }
    }
  };
}

/** Whether a column is one of many values: one parameter however long the list, so that its text is compiled once. */
export function isAmong(db: Database, column: string, list: Iterable<string | number>): RawBuilder<SqlBool> {
  const all = [...list];
  return db.getExecutor().adapter instanceof PostgresAdapter
    ? sql<SqlBool>`${sql.ref(column)} = any(${all})`
    : sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(all)}))`;
}
