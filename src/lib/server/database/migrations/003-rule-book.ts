import type { Kysely } from 'kysely';
import type { DatabaseKind } from '../open';

/** What the ward's desk says beside the households: plans, typed figures, marks, closed periods, and who did what. */
export async function addRuleBook(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const whole = kind === 'sqlite' ? 'integer' : 'bigint';
  await db.schema.alterTable('ward').addColumn('public_since', whole).execute();
  await db.schema.alterTable('campaigns').addColumn('used_since', whole).execute();
  await db.schema
    .alterTable('campaigns')
    .addColumn('saved_at', whole, (column) => column.notNull().defaultTo(0))
    .execute();
  // What ran before this step was in use.
  const plans = db as Kysely<{ campaigns: { used_since: number | null } }>;
  await plans.updateTable('campaigns').set({ used_since: 0 }).execute();

  await db.schema
    .createTable('audit')
    .addColumn('number', whole, (column) => column.primaryKey())
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('typed_figures')
    .addColumn('number', whole, (column) => column.primaryKey())
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('typed_figures_campaign').on('typed_figures').column('campaign').execute();
  await db.schema
    .createTable('marks')
    .addColumn('number', whole, (column) => column.primaryKey())
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('revoked_by', 'text')
    .addColumn('revoked_at', whole)
    .addColumn('revoked_why', 'text')
    .execute();
  await db.schema.createIndex('marks_campaign').on('marks').column('campaign').execute();
  await createClosing(db, whole);
}

type Whole = 'integer' | 'bigint';

async function createClosing(db: Kysely<unknown>, whole: Whole): Promise<void> {
  await db.schema
    .createTable('closed_periods')
    .addColumn('period', 'text', (column) => column.primaryKey())
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('closed_at', whole, (column) => column.notNull())
    .addColumn('sha', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('amendments')
    .addColumn('number', whole, (column) => column.primaryKey())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('daily_figures')
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('daily_figures_key', ['campaign', 'day', 'group_id'])
    .execute();
  await db.schema
    .createTable('daily_ranks')
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('daily_ranks_key', ['campaign', 'day'])
    .execute();
}
