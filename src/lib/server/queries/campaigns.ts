import { Campaign } from '$lib/domain/plan/campaign';
import { Question } from '$lib/domain/plan/question';
import type { Database } from '../database/open';

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
export async function saveCampaign(db: Database, campaign: Campaign, version: string): Promise<void> {
  const json = JSON.stringify(campaign);
  await db.updateTable('campaigns').set({ is_current: 0 }).execute();
  await db
    .insertInto('campaigns')
    .values({ id: campaign.id, version, is_current: 1, json })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ version, is_current: 1, json }))
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
