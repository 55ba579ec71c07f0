import type { GroupId } from '$lib/domain/ids';
import { Mark } from '$lib/domain/figures/group-figures';
import type { Database } from '../database/open';

/** A mark as it was given, and taken back. */
export type GivenMark = Mark &
  Readonly<{
    number: number;
    group: GroupId;
    by: string;
    at: number;
    revoked: Readonly<{ by: string; at: number; why: string }> | null;
  }>;

/** All marks of a campaign, the newest first; those taken back too. */
export async function readMarks(db: Database, campaign: string): Promise<GivenMark[]> {
  const found = await db
    .selectFrom('marks')
    .leftJoin('accounts as giver', 'giver.id', 'marks.account')
    .leftJoin('accounts as taker', 'taker.id', 'marks.revoked_by')
    .selectAll('marks')
    .select(['giver.name as by', 'taker.name as revoker'])
    .where('campaign', '=', campaign)
    .orderBy('number', 'desc')
    .execute();
  return found.map(({ number, group_id, json, by, at, revoked_at, revoked_why, revoker }) => ({
    ...Mark.parse(JSON.parse(json)),
    number,
    group: group_id as GroupId,
    by: by ?? '',
    at,
    revoked: revoked_at === null ? null : { by: revoker ?? '', at: revoked_at, why: revoked_why ?? '' }
  }));
}

export const insertMark = (
  db: Database,
  campaign: string,
  { number, group, account, at }: { number: number; group: GroupId; account: string; at: number },
  mark: Mark
) =>
  db
    .insertInto('marks')
    .values({
      ...{ number, campaign, group_id: group, json: JSON.stringify(mark), account, at },
      ...{ revoked_by: null, revoked_at: null, revoked_why: null }
    })
    .execute();

export const revokeMark = (
  db: Database,
  number: number,
  { account, at, why }: { account: string; at: number; why: string }
) =>
  db
    .updateTable('marks')
    .set({ revoked_by: account, revoked_at: at, revoked_why: why })
    .where('number', '=', number)
    .where('revoked_at', 'is', null)
    .execute();
