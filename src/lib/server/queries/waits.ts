import { bulkInsert, isAmong } from '../database/bulk';
import type { Database } from '../database/open';
import { isHeld } from './entries';

/** A stored entry and one that it builds on and that is not here yet (SV5). */
export type Wait = Readonly<{ awaited: string; entry: number }>;

/** Overdue entries looked at in one exchange; the rest come with the next. */
const MOST_OVERDUE = 200;

export const insertWaits = bulkInsert({ table: 'waits', columns: ['awaited', 'entry'] });

export async function hasWaits(db: Database): Promise<boolean> {
  const one = db
    .selectFrom('entries')
    .select('number')
    .where(isHeld)
    .where('status', '=', 'waiting')
    .limit(1);
  return (await one.execute()).length > 0;
}

export const readWaitsFor = (db: Database, awaited: Iterable<string>): Promise<Wait[]> =>
  db
    .selectFrom('waits')
    .selectAll()
    .where(isAmong(db, 'awaited', awaited))
    .execute();

/** Waiting since before a moment, or for a version that this one now understands. */
export async function readOverdue(db: Database, before: number, schema: number): Promise<number[]> {
  const found = await db
    .selectFrom('entries')
    .select('number')
    .where(isHeld)
    .where('status', '=', 'waiting')
    .where('schema', '<=', schema)
    .where((eb) => eb.or([eb('received_at', '<', before), eb('reason', '=', 'newer-version')]))
    .orderBy('number')
    .limit(MOST_OVERDUE)
    .execute();
  return found.map(({ number }) => number);
}

export async function deleteWaits(db: Database, entries: Iterable<number>): Promise<void> {
  await db
    .deleteFrom('waits')
    .where(isAmong(db, 'entry', entries))
    .execute();
}
