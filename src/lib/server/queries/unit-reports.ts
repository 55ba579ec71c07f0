import { UnitReport } from '$lib/domain/papers/unit-reports';
import type { Database } from '../database/open';

export const insertUnitReport = (
  db: Database,
  number: number,
  about: Readonly<{ campaign: string; unit: string }>,
  report: UnitReport,
  bytes: Uint8Array | null
) =>
  db
    .insertInto('unit_reports')
    .values({ number, ...about, json: JSON.stringify(report), bytes })
    .execute();

/** All that came for a campaign, the newest first, without the files themselves. */
export async function readUnitReports(db: Database, campaign: string) {
  const found = await db
    .selectFrom('unit_reports')
    .select(['number', 'unit', 'json'])
    .where('campaign', '=', campaign)
    .orderBy('number', 'desc')
    .execute();
  return found.map(({ number, unit, json }) => ({ number, unit, ...UnitReport.parse(JSON.parse(json)) }));
}

export async function readUnitFile(db: Database, number: number) {
  const found = await db
    .selectFrom('unit_reports')
    .select(['json', 'bytes'])
    .where('number', '=', number)
    .executeTakeFirst();
  const file = found && UnitReport.parse(JSON.parse(found.json)).file;
  return file && found.bytes ? { ...file, bytes: found.bytes } : undefined;
}
