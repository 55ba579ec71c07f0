import type { Day } from '$lib/domain/calendar';
import { type Reporting, reportingOf } from '$lib/domain/figures/reporting';
import { type Review, reviewFrom, type SignOff, signOffFrom } from '$lib/domain/people/sign-off';
import type { Period } from '$lib/domain/plan/period';
import type { Row } from '$lib/domain/entry/row';
import type { Database } from '../database/open';
import { readOrigins } from '../queries/chain';

/** What a group signed and what the ward said of it, as far as it was read. */
export type Reports = Readonly<{
  signOffs: Map<string, SignOff>;
  reviews: Map<string, Review>;
  /** When each was signed, by the corrected clock of its phone (TI1). */
  at: Map<string, number>;
}>;

export const noReports = (): Reports => ({ signOffs: new Map(), reviews: new Map(), at: new Map() });

/** Takes in rows that are about the whole group. */
export async function noteReports(db: Database, reports: Reports, rows: readonly Row[]): Promise<void> {
  const signed = rows.filter(({ type }) => type === 'sign-off');
  const origins = await readOrigins(
    db,
    signed.map(({ seq }) => seq)
  );
  const times = new Map(origins.map(({ seq, at }) => [seq, at]));
  for (const row of signed) {
    reports.signOffs.set(row.id, signOffFrom(row));
    reports.at.set(row.id, times.get(row.seq) ?? 0);
  }
  for (const row of rows) if (row.type === 'review') reports.reviews.set(row.id, reviewFrom(row));
}

export const reportingIn = (
  { signOffs, reviews, at }: Reports,
  periods: readonly Period[],
  today: Day
): Reporting =>
  reportingOf(
    periods,
    [...signOffs.values()],
    [...reviews.values()],
    ({ id }) => at.get(id) ?? Infinity,
    today
  );
