import type { Kysely } from 'kysely';
import type { DatabaseKind } from '../open';

/** What the ward's desk remembers of its own work: who was urged and why, and what each officer has seen already. */
export async function addDesk(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const whole = kind === 'sqlite' ? 'integer' : 'bigint';
  await db.schema
    .alterTable('ward')
    .addColumn('urge_days', whole, (column) => column.notNull().defaultTo(7))
    .execute();
  await db.schema
    .createTable('urgings')
    .addColumn('number', whole, (column) => column.primaryKey())
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('message', 'text')
    .addColumn('outside', whole, (column) => column.notNull())
    .addColumn('reasons', 'text', (column) => column.notNull())
    .addColumn('figures', 'text', (column) => column.notNull())
    .addColumn('escalated_at', whole)
    .addColumn('escalated_by', 'text')
    .execute();
  await db.schema.createIndex('urgings_group').on('urgings').columns(['campaign', 'group_id']).execute();
  await db.schema
    .createTable('looks')
    .addColumn('account', 'text', (column) => column.primaryKey().references('accounts.id'))
    .addColumn('seen_at', whole, (column) => column.notNull())
    .addColumn('seen', 'text', (column) => column.notNull())
    .addColumn('since_at', whole)
    .addColumn('since', 'text')
    .execute();
}
