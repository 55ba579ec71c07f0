import { Campaign } from '$lib/domain/plan/campaign';
import { Question } from '$lib/domain/plan/question';
import type { Database } from '../database/open';
import type { Schema } from '../database/schema';

/** The campaign that runs, and the name of exactly this text of it. */
export type CurrentCampaign = Readonly<{ version: string; campaign: Campaign }>;

export async function readCampaignVersion(db: Database): Promise<string | undefined> {
  const found = await db
    .selectFrom('campaigns')
    .select('version')
    .where('is_current', '=', 1)
    .executeTakeFirst();
  return found?.version;
}

export async function readCampaign(db: Database): Promise<CurrentCampaign | undefined> {
  const found = await db
    .selectFrom('campaigns')
    .select(['version', 'json'])
    .where('is_current', '=', 1)
    .executeTakeFirst();
  return found && { version: found.version, campaign: Campaign.parse(JSON.parse(found.json)) };
}

/** What any campaign of this ward asks, so that work on an earlier one stays good. */
export async function readAllQuestions(db: Database): Promise<Pick<Campaign, 'questions'>[]> {
  const found = await db.selectFrom('campaigns').select('json').execute();
  return found.map(({ json }) => {
    const { questions = [] } = JSON.parse(json) as Partial<Campaign>;
    return { questions: questions.map((question) => Question.parse(question)) };
  });
}

/** Makes a campaign the current one, and its groups the ward's. */
export async function saveCampaign(
  db: Database,
  campaign: Campaign,
  version: string,
  at: number
): Promise<void> {
  const json = JSON.stringify(campaign);
  const text = { version, is_current: 1, json, saved_at: at };
  await db.updateTable('campaigns').set({ is_current: 0 }).execute();
  await db
    .insertInto('campaigns')
    .values({ id: campaign.id, ...text, used_since: at })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        ...text,
        used_since: eb.fn.coalesce('campaigns.used_since', eb.ref('excluded.used_since'))
      }))
    )
    .execute();
  for (const { id, name, order, validFrom, validTo } of campaign.groups) {
    const group = { name, position: order, valid_from: validFrom, valid_to: validTo };
    await db
      .insertInto('groups')
      .values({ id, ...group })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(group))
      .execute();
  }
}

/** A campaign that is not in use yet; the one that runs, or ran, keeps its place and takes the new text. */
export async function saveCampaignText(
  db: Database,
  campaign: Campaign,
  version: string,
  at: number
): Promise<void> {
  const text = { version, json: JSON.stringify(campaign), saved_at: at };
  await db
    .insertInto('campaigns')
    .values({ id: campaign.id, ...text, is_current: 0, used_since: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(text))
    .execute();
}

/** draft: đang soạn; current: đang dùng; past: đã dùng. */
export type StoredCampaign = CurrentCampaign &
  Readonly<{ state: 'draft' | 'current' | 'past'; savedAt: number }>;

/** All campaigns, the latest year first. */
export async function readCampaigns(db: Database): Promise<StoredCampaign[]> {
  const found = await db.selectFrom('campaigns').selectAll().execute();
  return found.map(toCampaign).sort((a, b) => b.campaign.year - a.campaign.year || b.savedAt - a.savedAt);
}

export async function readCampaignById(db: Database, id: string): Promise<StoredCampaign | undefined> {
  const found = await db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst();
  return found && toCampaign(found);
}

/** Only a draft can be taken away: nothing was judged by it. */
export const deleteDraft = (db: Database, id: string) =>
  db.deleteFrom('campaigns').where('id', '=', id).where('used_since', 'is', null).execute();

const toCampaign = (stored: Schema['campaigns']): StoredCampaign => ({
  version: stored.version,
  campaign: Campaign.parse(JSON.parse(stored.json)),
  state: stored.is_current === 1 ? 'current' : stored.used_since === null ? 'draft' : 'past',
  savedAt: stored.saved_at
});
