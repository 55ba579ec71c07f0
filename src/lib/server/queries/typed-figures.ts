import { TypedFigure } from '$lib/domain/figures/typed';
import type { Database } from '../database/open';

export const insertTypedFigure = (db: Database, number: number, campaign: string, figure: TypedFigure) =>
  db
    .insertInto('typed_figures')
    .values({ number, campaign, json: JSON.stringify(figure) })
    .execute();

/** All that was ever typed for a campaign, the newest first. */
export async function readTypedFigures(
  db: Database,
  campaign: string
): Promise<(TypedFigure & { number: number })[]> {
  const found = await db
    .selectFrom('typed_figures')
    .select(['number', 'json'])
    .where('campaign', '=', campaign)
    .orderBy('number', 'desc')
    .execute();
  return found.map(({ number, json }) => ({ number, ...TypedFigure.parse(JSON.parse(json)) }));
}
