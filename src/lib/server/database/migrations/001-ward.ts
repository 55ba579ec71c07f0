import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DatabaseKind } from '../open';

/** The first tables. Numbers are 64 bits on PostgreSQL; on SQLite an INTEGER key is the row's own place. */
export async function createWard(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const whole = kind === 'sqlite' ? 'integer' : 'bigint';
  const bytes = kind === 'sqlite' ? sql`blob` : sql`bytea`;
  await createPlan(db, whole);
  await createPeople(db, whole);

  await db.schema
    .createTable('entries')
    .addColumn('number', whole, (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('sha', 'text', (column) => column.notNull())
    .addColumn('copy', whole, (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('n', whole, (column) => column.notNull())
    .addColumn('previous', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('schema', whole, (column) => column.notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('received_at', whole, (column) => column.notNull())
    .addColumn('captured_at', whole, (column) => column.notNull())
    .addColumn('wall', 'double precision', (column) => column.notNull())
    .addColumn('contact_device', 'double precision')
    .addColumn('contact_server', 'double precision')
    .addColumn('builds_on', 'text', (column) => column.notNull())
    .addColumn('body', bytes, (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('field', 'text')
    .addColumn('fault', 'text')
    .addColumn('disputed', 'text')
    .addColumn('decided', whole, (column) => column.notNull())
    .addColumn('decided_by', 'text')
    .execute();
  // Not (id, sha): random keys touch a page each, and short ones have fewer pages to touch.
  await db.schema.createIndex('entries_once').unique().on('entries').columns(['id', 'copy']).execute();
  await sql`create index entries_open on entries (status, received_at) where status in ('waiting', 'quarantined')`.execute(
    db
  );
  await sql`create index entries_decided_later on entries (device, decided) where decided <> number`.execute(
    db
  );
  await sql`create index entries_review on entries (device) where status = 'review'`.execute(db);
  // A device's day is counted at each of its exchanges (EP4).
  await db.schema.createIndex('entries_day').on('entries').columns(['device', 'received_at']).execute();

  await db.schema
    .createTable('chain')
    .addColumn('seq', whole, (column) => column.primaryKey())
    .addColumn('entry', whole, (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('chain', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('waits')
    .addColumn('awaited', 'text', (column) => column.notNull())
    .addColumn('entry', whole, (column) => column.notNull())
    .addPrimaryKeyConstraint('waits_key', ['awaited', 'entry'])
    .execute();

  await db.schema
    .createTable('rows')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('household', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('seq', whole, (column) => column.notNull())
    .addColumn('fields', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('rows_key', ['id', 'type'])
    .execute();
  await db.schema.createIndex('rows_news').on('rows').columns(['group_id', 'seq']).execute();
  await db.schema.createIndex('rows_household').on('rows').column('household').execute();
  await sql`create index rows_difference on rows (household) where type = 'difference'`.execute(db);
  await db.schema
    .createTable('departures')
    .addColumn('seq', whole, (column) => column.notNull())
    .addColumn('household', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('departures_key', ['seq', 'household'])
    .execute();
  await db.schema
    .createTable('not_duplicates')
    .addColumn('one', 'text', (column) => column.notNull())
    .addColumn('other', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('at', whole, (column) => column.notNull())
    .addPrimaryKeyConstraint('not_duplicates_key', ['one', 'other'])
    .execute();
}

type Whole = 'integer' | 'bigint';

async function createPlan(db: Kysely<unknown>, whole: Whole): Promise<void> {
  await db.schema
    .createTable('ward')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('epoch', 'text', (column) => column.notNull())
    .addColumn('head', whole, (column) => column.notNull())
    .addColumn('chain', 'text', (column) => column.notNull())
    .addColumn('safe', whole, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('seals')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('made_at', whole, (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('private_key', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('epochs')
    .addColumn('epoch', 'text', (column) => column.primaryKey())
    .addColumn('began_at', whole, (column) => column.notNull())
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('groups')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('position', whole, (column) => column.notNull())
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_to', 'text')
    .execute();
  await db.schema
    .createTable('campaigns')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('is_current', whole, (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
}

async function createPeople(db: Kysely<unknown>, whole: Whole): Promise<void> {
  await db.schema
    .createTable('accounts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('login', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('pin_hash', 'text')
    .addColumn('disabled_at', whole)
    .addColumn('fails', whole, (column) => column.notNull())
    .addColumn('locked_until', whole)
    .execute();
  await db.schema
    .createTable('assignments')
    .addColumn('account', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('group_id', 'text', (column) => column.notNull().references('groups.id'))
    .addColumn('from_day', 'text', (column) => column.notNull())
    .addColumn('to_day', 'text')
    .addPrimaryKeyConstraint('assignments_key', ['account', 'group_id', 'from_day'])
    .execute();
  await db.schema
    .createTable('sessions')
    .addColumn('token', 'text', (column) => column.primaryKey())
    .addColumn('account', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('created', whole, (column) => column.notNull())
    .addColumn('seen', whole, (column) => column.notNull())
    .addColumn('expires', whole, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('invites')
    .addColumn('token', 'text', (column) => column.primaryKey())
    .addColumn('account', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('created', whole, (column) => column.notNull())
    .addColumn('expires', whole, (column) => column.notNull())
    .addColumn('used_at', whole)
    .execute();
  await db.schema
    .createTable('devices')
    .addColumn('account', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('first_contact', whole, (column) => column.notNull())
    .addColumn('last_contact', whole, (column) => column.notNull())
    .addColumn('wall', 'double precision', (column) => column.notNull())
    .addColumn('newest_n', whole)
    .addColumn('newest_id', 'text')
    .addColumn('unsent', whole, (column) => column.notNull())
    .addColumn('oldest_unsent', 'double precision')
    .addColumn('app', 'text', (column) => column.notNull())
    .addColumn('persisted', whole)
    .addColumn('free_bytes', 'double precision')
    .addColumn('holds', 'text', (column) => column.notNull())
    .addColumn('damaged', whole, (column) => column.notNull())
    .addColumn('key_sum', 'text')
    .addColumn('stored', whole, (column) => column.notNull())
    .addColumn('received', 'text', (column) => column.notNull())
    .addColumn('named', 'text', (column) => column.notNull())
    .addColumn('written_off', 'text', (column) => column.notNull())
    .addColumn('gone_at', whole)
    .addPrimaryKeyConstraint('devices_key', ['account', 'device'])
    .execute();
}
