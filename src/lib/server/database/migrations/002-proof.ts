import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DatabaseKind } from '../open';

/** What the ward holds claims against: a key for its places, and when a device called before its present visit. */
export async function addProof(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const whole = kind === 'sqlite' ? 'integer' : 'bigint';
  await db.schema
    .alterTable('ward')
    .addColumn('place_key', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  const wards = db as Kysely<{ ward: { place_key: string } }>;
  await wards
    .updateTable('ward')
    .set({ place_key: randomBytes(32).toString('base64url') })
    .execute();
  await db.schema.alterTable('devices').addColumn('visit_began', whole).execute();
  await db.schema.alterTable('devices').addColumn('called_before', whole).execute();
}
