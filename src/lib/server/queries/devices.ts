import { type Selectable, sql, type SqlBool } from 'kysely';
import type { Range } from '$lib/domain/delivery/loss';
import type { Database } from '../database/open';
import type { DeviceTable } from '../database/schema';
import { isHeld, isReview } from './entries';

/** A device of an account, as the ward knows it. */
export type StoredDevice = Readonly<Selectable<DeviceTable>>;

export const readDevice = (
  db: Database,
  account: string,
  device: string
): Promise<StoredDevice | undefined> =>
  db
    .selectFrom('devices')
    .selectAll()
    .where('account', '=', account)
    .where('device', '=', device)
    .executeTakeFirst();

/** The highest count that a device has given; nothing of a device that gave none. */
export async function readHighestCount(
  db: Database,
  account: string,
  device: string
): Promise<number | undefined> {
  const found = await db
    .selectFrom('devices')
    .select('received')
    .where('account', '=', account)
    .where('device', '=', device)
    .executeTakeFirst();
  return found && (JSON.parse(found.received) as Range[]).at(-1)?.[1];
}

/** Who a device belongs to that shows its key (SV6). */
export const readDeviceByKey = (
  db: Database,
  device: string,
  keySum: string
): Promise<StoredDevice | undefined> =>
  db
    .selectFrom('devices')
    .selectAll()
    .where('device', '=', device)
    .where('key_sum', '=', keySum)
    .executeTakeFirst();

export async function saveDevice(db: Database, device: StoredDevice): Promise<void> {
  await db
    .insertInto('devices')
    .values(device)
    .onConflict((conflict) => conflict.columns(['account', 'device']).doUpdateSet(device))
    .execute();
}

export async function saveDeviceGone(
  db: Database,
  account: string,
  device: string,
  at: number
): Promise<boolean> {
  const saved = await db
    .updateTable('devices')
    .set({ gone_at: at, holds: '[]', unsent: 0, oldest_unsent: null })
    .where('account', '=', account)
    .where('device', '=', device)
    .executeTakeFirst();
  return Number(saved.numUpdatedRows) > 0;
}

/** Every device with whose it is; the import has none. */
export const readDevices = (db: Database) =>
  db
    .selectFrom('devices')
    .innerJoin('accounts', 'accounts.id', 'devices.account')
    .selectAll('devices')
    .select(['accounts.name', 'accounts.role', 'accounts.disabled_at'])
    .orderBy('devices.last_contact')
    .execute();

/**
 * What counts as an entry of its device, each once: also one whose name another had taken, and what came damaged
 * as long as the same device has given nothing whole under its name (EN1).
 */
const isOfDevice = sql<SqlBool>`(entries.copy = 0 or reason = 'id-reused' or not exists (
  select 1 from entries as other
  where other.id = entries.id and other.account = entries.account and other.device = entries.device
  and (other.copy < entries.copy or other.reason = 'id-reused')))`;

/** Waiting and quarantined entries of each device. */
export const readHeldOfDevices = (db: Database) =>
  db
    .selectFrom('entries')
    .where(isHeld)
    .where(isOfDevice)
    .groupBy(['account', 'device', 'status'])
    .select((eb) => ['account', 'device', 'status', eb.fn.countAll<number>().as('count')])
    .execute();

/** Entries with a second value, each with its device. */
export const readReviews = (db: Database) =>
  db.selectFrom('entries').select(['id', 'account', 'device']).where(isReview).execute();

/** This device's entries received in a time and beyond a number, in the order in which they came (EP4). */
export const readDayEntries = (
  db: Database,
  account: string,
  device: string,
  { from, to }: { from: number; to: number },
  beyond: number
): Promise<{ n: number; id: string; number: number; received_at: number }[]> =>
  db
    .selectFrom('entries')
    .select(['n', 'id', 'number', 'received_at'])
    .where('device', '=', device)
    .where('received_at', '>=', from)
    .where('received_at', '<', to)
    .where('number', '>', beyond)
    .where('account', '=', account)
    .where(isOfDevice)
    .orderBy('number')
    .execute();

/** Entries of a device that still wait for something. */
export async function readWaitingOf(db: Database, account: string, device: string): Promise<number[]> {
  const found = await db
    .selectFrom('entries')
    .select('number')
    .where(isHeld)
    .where('status', '=', 'waiting')
    .where('account', '=', account)
    .where('device', '=', device)
    .orderBy('number')
    .execute();
  return found.map(({ number }) => number);
}
