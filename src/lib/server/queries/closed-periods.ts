import { hash } from 'node:crypto';
import { ClosedPeriod } from '$lib/domain/figures/closed-period';
import type { Database } from '../database/open';
import type { Schema } from '../database/schema';

/** A snapshot as it was written, with its sum; amendments lie beside it. */
export type StoredClosing = Readonly<Schema['closed_periods']>;

export const insertClosing = (db: Database, closing: StoredClosing) =>
  db.insertInto('closed_periods').values(closing).execute();

export async function insertAmendment(
  db: Database,
  number: number,
  period: string,
  amendment: ClosedPeriod['amendments'][number]
): Promise<void> {
  await db
    .insertInto('amendments')
    .values({ number, period, json: JSON.stringify(amendment) })
    .execute();
}

/** A closed period and the name of exactly what is known of it: another with every amendment. */
export type NamedClosing = Readonly<{ version: string; period: ClosedPeriod }>;

/** The latest closed first, with their amendments. */
export async function readClosedPeriods(db: Database, most = 100): Promise<NamedClosing[]> {
  const closings = await db
    .selectFrom('closed_periods')
    .selectAll()
    .orderBy('closed_at', 'desc')
    .limit(most)
    .execute();
  if (closings.length === 0) return [];
  const amendments = await db.selectFrom('amendments').selectAll().orderBy('number').execute();
  return closings.map(({ period, json, sha }) => {
    const own = amendments.filter((one) => one.period === period).map((one) => one.json);
    return {
      version: hash('sha256', JSON.stringify([sha, own]), 'hex').slice(0, 32),
      period: ClosedPeriod.parse({
        ...(JSON.parse(json) as object),
        amendments: own.map((one) => JSON.parse(one))
      })
    };
  });
}

export const readClosing = (db: Database, period: string): Promise<StoredClosing | undefined> =>
  db.selectFrom('closed_periods').selectAll().where('period', '=', period).executeTakeFirst();
