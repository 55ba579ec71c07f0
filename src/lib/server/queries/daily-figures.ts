import type { Day } from '$lib/domain/calendar';
import { GroupFigures } from '$lib/domain/figures/group-figures';
import { bulkInsert } from '../database/bulk';
import type { Database } from '../database/open';

/** What a group had at the end of a day, or has now on the present one. */
export type DayFigures = Readonly<{ day: Day; figures: GroupFigures }>;

const upsert = bulkInsert({
  table: 'daily_figures',
  columns: ['campaign', 'day', 'group_id', 'json'],
  conflict: { key: ['campaign', 'day', 'group_id'], update: ['json'] }
});

const upsertRanks = bulkInsert({
  table: 'daily_ranks',
  columns: ['campaign', 'day', 'json'],
  conflict: { key: ['campaign', 'day'], update: ['json'] }
});

/** How all groups stood on a day, in total; null where there was nothing to rank by. */
export type Ranks = Readonly<Record<string, number | null>>;

export async function saveDailyFigures(
  db: Database,
  campaign: string,
  day: Day,
  figures: readonly GroupFigures[],
  ranks: Ranks
): Promise<void> {
  await upsert(
    db,
    figures.map((one) => ({ campaign, day, group_id: one.group, json: JSON.stringify(one) }))
  );
  await upsertRanks(db, [{ campaign, day, json: JSON.stringify(ranks) }]);
}

/** In the order of days; a day on which no figure changed is not among them. */
export async function readDailyRanks(
  db: Database,
  campaign: string,
  after: Day,
  before: Day
): Promise<{ day: Day; ranks: Ranks }[]> {
  const found = await db
    .selectFrom('daily_ranks')
    .select(['day', 'json'])
    .where('campaign', '=', campaign)
    .where('day', '>', after)
    .where('day', '<', before)
    .orderBy('day')
    .execute();
  return found.map(({ day, json }) => ({ day, ranks: JSON.parse(json) as Ranks }));
}

/** In the order of days; a day on which nothing changed in a group has no line for it. */
export async function readDailyFigures(
  db: Database,
  campaign: string,
  before: Day,
  group?: string
): Promise<DayFigures[]> {
  const found = await db
    .selectFrom('daily_figures')
    .select(['day', 'json'])
    .where('campaign', '=', campaign)
    .where('day', '<', before)
    .$if(group !== undefined, (query) => query.where('group_id', '=', group!))
    .orderBy('day')
    .execute();
  return found.map(({ day, json }) => ({ day, figures: GroupFigures.parse(JSON.parse(json)) }));
}

/** The newest line of each group, up to a day where one is named: what stood then, and what need not be written again. */
export async function readLastFigures(
  db: Database,
  campaign: string,
  upTo: Day = '9999-12-31'
): Promise<GroupFigures[]> {
  const found = await db
    .selectFrom('daily_figures as lines')
    .select('json')
    .where('campaign', '=', campaign)
    .where('day', '=', (eb) =>
      eb
        .selectFrom('daily_figures as newest')
        .select((inner) => inner.fn.max('newest.day').as('day'))
        .whereRef('newest.group_id', '=', 'lines.group_id')
        .whereRef('newest.campaign', '=', 'lines.campaign')
        .where('newest.day', '<=', upTo)
    )
    .execute();
  return found.map(({ json }) => GroupFigures.parse(JSON.parse(json)));
}
