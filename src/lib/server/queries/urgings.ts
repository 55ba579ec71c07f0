import { GroupFigures } from '$lib/domain/figures/group-figures';
import type { GroupId } from '$lib/domain/ids';
import { UrgingReason } from '$lib/domain/urging/reason';
import type { Database } from '../database/open';

/** An urging as it was sent (lần đôn đốc): the words, the reasons and the figures of then. */
export type Urging = Readonly<{
  number: number;
  group: GroupId;
  at: number;
  by: string;
  text: string;
  /** The message in the app; null where none was sent. */
  message: string | null;
  /** Sent by the officer's own Zalo or SMS. */
  isOutside: boolean;
  reasons: readonly UrgingReason[];
  figures: GroupFigures;
  escalated: Readonly<{ at: number; by: string }> | null;
}>;

/** All of a campaign, the newest first. */
export async function readUrgings(db: Database, campaign: string): Promise<Urging[]> {
  const found = await db
    .selectFrom('urgings')
    .leftJoin('accounts as sender', 'sender.id', 'urgings.account')
    .leftJoin('accounts as teller', 'teller.id', 'urgings.escalated_by')
    .selectAll('urgings')
    .select(['sender.name as by', 'teller.name as told_by'])
    .where('campaign', '=', campaign)
    .orderBy('number', 'desc')
    .execute();
  return found.map(({ number, group_id, at, by, text, message, outside, escalated_at, ...rest }) => ({
    ...{ number, group: group_id as GroupId, at, by: by ?? '', text, message, isOutside: outside === 1 },
    reasons: (JSON.parse(rest.reasons) as unknown[]).map((one) => UrgingReason.parse(one)),
    figures: GroupFigures.parse(JSON.parse(rest.figures)),
    escalated: escalated_at === null ? null : { at: escalated_at, by: rest.told_by ?? '' }
  }));
}

/** When a group was last urged, for whatever campaign. */
export async function readLastUrged(db: Database, group: string): Promise<number | null> {
  const found = await db
    .selectFrom('urgings')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('group_id', '=', group)
    .executeTakeFirst();
  return found?.at ?? null;
}

/** What is written of an urging. */
export type WrittenUrging = Pick<Urging, 'group' | 'text' | 'message' | 'isOutside' | 'reasons' | 'figures'>;

export async function insertUrging(
  db: Database,
  { number, campaign, account, at }: { number: number; campaign: string; account: string; at: number },
  { group, text, message, isOutside, reasons, figures }: WrittenUrging
): Promise<void> {
  await db
    .insertInto('urgings')
    .values({
      ...{ number, campaign, account, at, group_id: group, text, message, outside: isOutside ? 1 : 0 },
      ...{ reasons: JSON.stringify(reasons), figures: JSON.stringify(figures) },
      ...{ escalated_at: null, escalated_by: null }
    })
    .execute();
}

/** Once: false where it was told before, or there is no such urging. */
export async function saveEscalation(
  db: Database,
  number: number,
  account: string,
  at: number
): Promise<boolean> {
  const saved = await db
    .updateTable('urgings')
    .set({ escalated_at: at, escalated_by: account })
    .where('number', '=', number)
    .where('escalated_at', 'is', null)
    .executeTakeFirst();
  return Number(saved.numUpdatedRows) > 0;
}

export async function readUrgeDays(db: Database): Promise<number> {
  return Number((await db.selectFrom('ward').select('urge_days').executeTakeFirst())?.urge_days ?? 7);
}

export const saveUrgeDays = (db: Database, days: number) =>
  db.updateTable('ward').set({ urge_days: days }).execute();
