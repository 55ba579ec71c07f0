import type { Database } from '../database/open';

/** The newest setting of a kind, as it was kept. */
export async function readSetting(db: Database, about: string): Promise<unknown> {
  const found = await db
    .selectFrom('desk_settings')
    .select('json')
    .where('about', '=', about)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found && JSON.parse(found.json);
}

export const insertSetting = (db: Database, number: number, about: string, setting: unknown) =>
  db
    .insertInto('desk_settings')
    .values({ number, about, json: JSON.stringify(setting) })
    .execute();

/** The newest words of each place of a campaign's papers. */
export async function readPaperWords(db: Database, campaign: string): Promise<Record<string, string>> {
  const found = await db
    .selectFrom('paper_words')
    .select(['place', 'words'])
    .where('campaign', '=', campaign)
    .orderBy('number')
    .execute();
  return Object.fromEntries(found.map(({ place, words }) => [place, words]));
}

export async function insertPaperWords(
  db: Database,
  number: number,
  campaign: string,
  written: Readonly<Record<string, string>>
): Promise<void> {
  for (const [place, words] of Object.entries(written)) {
    await db.insertInto('paper_words').values({ number, campaign, place, words }).execute();
  }
}
