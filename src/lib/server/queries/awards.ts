import { AwardChoice } from '$lib/domain/papers/award-choice';
import type { Database } from '../database/open';

export const insertAwardChoice = (
  db: Database,
  number: number,
  campaign: string,
  subject: string,
  choice: AwardChoice
) =>
  db
    .insertInto('award_choices')
    .values({ number, campaign, subject, json: JSON.stringify(choice) })
    .execute();

/** What people decided beside the rules, the newest of each subject, by campaign. */
export async function readAwardChoices(db: Database): Promise<Map<string, Map<string, AwardChoice>>> {
  const found = await db.selectFrom('award_choices').selectAll().orderBy('number').execute();
  const choices = new Map<string, Map<string, AwardChoice>>();
  for (const { campaign, subject, json } of found) {
    const own = choices.get(campaign) ?? new Map<string, AwardChoice>();
    own.set(subject, AwardChoice.parse(JSON.parse(json)));
    choices.set(campaign, own);
  }
  return choices;
}

/** Who leads which group on a day. */
export async function readLeaders(db: Database, day: string) {
  const found = await db
    .selectFrom('accounts')
    .innerJoin('assignments', 'assignments.account', 'accounts.id')
    .select(['accounts.id', 'accounts.name', 'assignments.group_id', 'assignments.to_day'])
    .where('accounts.role', '=', 'leader')
    .where('accounts.disabled_at', 'is', null)
    .where('assignments.from_day', '<=', day)
    .execute();
  return found
    .filter(({ to_day }) => to_day === null || to_day >= day)
    .map(({ id, name, group_id }) => ({ account: id, name, group: group_id }));
}
