import { bulkInsert } from '../database/bulk';
import type { Database } from '../database/open';
import type { Schema } from '../database/schema';

/** A household that left a group under a number, or a person or visit that left without its household (SV7). */
export type Departure = Readonly<Schema['departures']>;

export const insertDepartures = bulkInsert({
  table: 'departures',
  columns: ['seq', 'household', 'group_id']
});

/** What left some groups between two numbers, and is in none of them now. */
export async function readDeparted(
  db: Database,
  groups: readonly string[],
  after: number,
  upTo: number
): Promise<string[]> {
  const found = await db
    .selectFrom('departures')
    .innerJoin('rows', (join) =>
      join
        .onRef('rows.id', '=', 'departures.household')
        .on('rows.type', 'in', ['household', 'person', 'visit'])
    )
    .select('departures.household')
    .distinct()
    .where('departures.seq', '>', after)
    .where('departures.seq', '<=', upTo)
    .where('departures.group_id', 'in', groups)
    .where('rows.group_id', 'not in', groups)
    .execute();
  return found.map(({ household }) => household);
}
