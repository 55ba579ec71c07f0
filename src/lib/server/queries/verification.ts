import type { Kysely } from 'kysely';
import type { Database } from '../database/open';

/** The names of the steps that made these tables; undefined where it is no database of ours. */
export async function readSteps(db: Database): Promise<string[] | undefined> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const has = (name: string) => tables.some((table) => table.name === name);
  if (!has('ward') || !has('kysely_migration')) return undefined;
  const steps = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return steps.map(({ name }) => name).sort();
}

/** A part of the history in order, with the bytes of what arrived under each number. */
export const readHistoryAfter = (db: Database, after: number, count: number) =>
  db
    .selectFrom('chain')
    .innerJoin('entries', 'entries.number', 'chain.entry')
    .select([
      'chain.seq',
      'chain.entry',
      'chain.verdict',
      'chain.chain',
      'entries.id',
      'entries.sha',
      'entries.body'
    ])
    .where('chain.seq', '>', after)
    .orderBy('chain.seq')
    .limit(count)
    .execute();

export async function countEntries(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('entries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
