import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../open';

/** What people say for the papers: words of judgement, settings, who is proposed for an award, what units handed in. */
export async function addPapers(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const whole = kind === 'sqlite' ? 'integer' : 'bigint';
  const bytes = kind === 'sqlite' ? sql`blob` : sql`bytea`;
  await db.schema
    .createTable('desk_settings')
    .addColumn('number', whole, (column) => column.primaryKey())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('paper_words')
    .addColumn('number', whole, (column) => column.notNull())
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('paper_words_key', ['number', 'place'])
    .execute();
  await db.schema.createIndex('paper_words_campaign').on('paper_words').column('campaign').execute();
  await db.schema
    .createTable('award_choices')
    .addColumn('number', whole, (column) => column.primaryKey())
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('award_choices_campaign').on('award_choices').column('campaign').execute();
  await db.schema
    .createTable('unit_reports')
    .addColumn('number', whole, (column) => column.primaryKey())
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addColumn('bytes', bytes)
    .execute();
  await db.schema.createIndex('unit_reports_campaign').on('unit_reports').column('campaign').execute();
}
