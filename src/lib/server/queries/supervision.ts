import type { Day } from '$lib/domain/calendar';
import type { Database } from '../database/open';
import { isHeld } from './entries';
import type { StoredRow } from './rows';

/** When the phones of each group's people last called, and what they said they still hold. */
export const readContacts = (db: Database, today: Day) =>
  db
    .selectFrom('devices')
    .innerJoin(
      // Two assignments to one group are not two phones.
      (assignments) =>
        assignments
          .selectFrom('assignments')
          .select(['account', 'group_id'])
          .distinct()
          .where('from_day', '<=', today)
          .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', today)]))
          .as('assigned'),
      (join) => join.onRef('assigned.account', '=', 'devices.account')
    )
    .groupBy('assigned.group_id')
    .select((eb) => [
      'assigned.group_id',
      eb.fn.max('devices.last_contact').as('last_contact'),
      eb.fn.sum<number>('devices.unsent').as('unsent')
    ])
    .execute();

/** Entries that wait for others: how many, and since when. */
export const readWaiting = (db: Database) =>
  db
    .selectFrom('entries')
    .where(isHeld)
    .where('status', '=', 'waiting')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('received_at').as('oldest')])
    .executeTakeFirstOrThrow();

export const readDifferenceRows = (db: Database): Promise<StoredRow[]> =>
  db.selectFrom('rows').selectAll().where('type', '=', 'difference').execute();
