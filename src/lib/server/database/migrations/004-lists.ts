import type { Kysely } from 'kysely';
import type { DatabaseKind } from '../open';

/** Lists that come in, what a person decided about them, and who may read figures from outside. */
export async function addLists(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const whole = kind === 'sqlite' ? 'integer' : 'bigint';
  await db.schema
    .createTable('lists')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('sha', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('list_sheets')
    .addColumn('list', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('list_sheets_key', ['list', 'position'])
    .execute();
  await db.schema
    .createTable('list_items')
    .addColumn('list', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('choice', 'integer')
    .addColumn('done', 'integer', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('list_items_key', ['list', 'position'])
    .execute();
  await db.schema
    .createIndex('list_items_kind')
    .on('list_items')
    .columns(['list', 'kind', 'position'])
    .execute();
  await db.schema
    .createTable('list_headers')
    .addColumn('header', 'text', (column) => column.primaryKey())
    .addColumn('columns', 'text', (column) => column.notNull())
    .addColumn('at', whole, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('readers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('used_at', whole)
    .addColumn('revoked_at', whole)
    .execute();
}
