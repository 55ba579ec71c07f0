import {
  joined,
  type Missing,
  missingOf,
  type Named,
  type Range,
  without,
  type WrittenOff
} from '$lib/domain/delivery/loss';
import type { SyncRequest } from '$lib/protocol/sync';
import type { Database } from '../database/open';
import { readDevice, saveDevice, type StoredDevice } from '../queries/devices';
import { readKnown, type StoredEntry } from '../queries/entries';
import { sumOf } from '../sums';
import type { Settled } from './settle';
import { visitOf } from './visit';

/** What a contact left behind: the count of what is missing, and a key for a device that shows none of ours. */
export type Contact = Readonly<{ missing: Missing; key?: string }>;

/** Entries that a device spoke of are remembered up to so many. */
const MOST_NAMED = 200;

/** Notes that a device called, how it is, and what of its entries is here and what is not (EP3). */
export async function noteContact(
  trx: Database,
  account: string,
  request: SyncRequest,
  { stored, receipts, damaged }: Pick<Settled, 'stored' | 'receipts' | 'damaged'>,
  now: number,
  newKey?: () => string
): Promise<Contact> {
  const { device, health, newest, holds } = request;
  const known = await readDevice(trx, account, device);
  const before = known ?? unknownDevice(account, device, now);
  const own = stored.filter((entry) => entry.device === device);
  const counted = withStored(before, own);
  const isStale = (newest?.n ?? 0) < (before.newest_n ?? 0) && health.wall <= before.wall;
  const named = await stillMissing(trx, namedBy(before, newest, own), own);
  const book = {
    newest: isStale ? newestOf(before) : newest && ([newest.n, newest.id] as const),
    received: JSON.parse(counted.received) as Range[],
    holds: isStale ? (JSON.parse(before.holds) as Range[]) : holds,
    named,
    writtenOff: isStale ? writtenOffOf(before) : writtenOff(before, newest, named)
  };
  const missing = missingOf(book);
  const isKnown =
    before.key_sum !== null && request.key !== undefined && sumOf(request.key) === before.key_sum;
  const key = isKnown ? undefined : newKey?.();
  const unsent = newest ? missing.unsent : Math.max(0, health.unsent - receipts.length);
  const after: StoredDevice = {
    ...counted,
    ...(key !== undefined && { key_sum: sumOf(key) }),
    ...(known ? visitOf(known, now) : { visit_began: now, called_before: null }),
    last_contact: now,
    wall: isStale ? before.wall : health.wall,
    newest_n: book.newest?.[0] ?? before.newest_n,
    newest_id: book.newest?.[1] ?? before.newest_id,
    unsent,
    oldest_unsent: unsent > 0 ? health.oldestUnsent : null,
    app: health.app,
    persisted: health.persisted === null ? null : Number(health.persisted),
    free_bytes: health.freeBytes,
    holds: JSON.stringify(book.holds),
    damaged: before.damaged + damaged,
    named: JSON.stringify(named),
    written_off: JSON.stringify(book.writtenOff),
    gone_at: null
  };
  await saveDevice(trx, after);
  return { missing, key };
}

/** The same of entries that came another way: from the desk, or in a second copy. */
export async function noteStored(
  trx: Database,
  account: string,
  device: string,
  stored: readonly StoredEntry[],
  now: number,
  newest?: StoredEntry
): Promise<void> {
  const before = (await readDevice(trx, account, device)) ?? unknownDevice(account, device, now);
  const after = withStored(
    before,
    stored.filter((entry) => entry.device === device)
  );
  const unsent = missingOf(bookOf(after)).unsent;
  const told = newest && { newest_n: newest.n, newest_id: newest.id, last_contact: now, wall: now };
  await saveDevice(trx, { ...after, unsent: after.newest_n === null ? after.unsent : unsent, ...told });
}

/** What is known of a device, as the rule of losses wants it. */
export const bookOf = (device: StoredDevice) => ({
  newest: newestOf(device),
  received: JSON.parse(device.received) as Range[],
  holds: JSON.parse(device.holds) as Range[],
  named: JSON.parse(device.named) as Named[],
  writtenOff: writtenOffOf(device)
});

const newestOf = ({ newest_n, newest_id }: StoredDevice): Named | null =>
  newest_n !== null && newest_id !== null ? [newest_n, newest_id] : null;

const writtenOffOf = ({ written_off }: StoredDevice) => JSON.parse(written_off) as WrittenOff[];

const unknownDevice = (account: string, device: string, now: number): StoredDevice => ({
  ...{ account, device, first_contact: now, last_contact: now, wall: 0 },
  ...{ newest_n: null, newest_id: null, unsent: 0, oldest_unsent: null, app: '', persisted: null },
  ...{ free_bytes: null, holds: '[]', damaged: 0, key_sum: null, stored: 0, received: '[]', named: '[]' },
  ...{ written_off: '[]', gone_at: null, visit_began: null, called_before: null }
});

/** Each entry once, under whatever bytes it came first: also one whose name another had taken (EN1). */
function withStored(device: StoredDevice, own: readonly StoredEntry[]): StoredDevice {
  if (own.length === 0) return device;
  const received = joined(
    JSON.parse(device.received) as Range[],
    own.map(({ n }) => n)
  );
  return { ...device, stored: device.stored + own.length, received: JSON.stringify(received) };
}

/** All names of entries that this contact and those before it brought: the newest, and each entry's one before. */
function namedBy(before: StoredDevice, newest: SyncRequest['newest'], own: readonly StoredEntry[]): Named[] {
  const previous = own.flatMap(({ n, previous: id }): Named[] => (id === null ? [] : [[n - 1, id]]));
  const known = newestOf(before);
  return [
    ...(JSON.parse(before.named) as Named[]),
    ...(known ? [known] : []),
    ...previous,
    ...(newest ? [[newest.n, newest.id] as const] : [])
  ];
}

async function stillMissing(
  trx: Database,
  all: readonly Named[],
  own: readonly StoredEntry[]
): Promise<Named[]> {
  const here = new Set<string>(own.map(({ id }) => id));
  const open = new Map(all.filter(([, id]) => !here.has(id)).map((one) => [one[1], one]));
  if (open.size === 0) return [];
  for (const { id } of await readKnown(trx, open.keys())) open.delete(id);
  return [...open.values()].slice(-MOST_NAMED);
}

/** A phone that names a lower count than before, later than before, has lost what it held above it; unless it turns up. */
function writtenOff(
  before: StoredDevice,
  newest: SyncRequest['newest'],
  named: readonly Named[]
): WrittenOff[] {
  const known = newestOf(before);
  const isBack = known && newest && newest.n < known[0];
  const above: Range[] = isBack ? [[newest.n + 1, known[0]]] : [];
  const all = [
    ...writtenOffOf(before),
    ...without(above, bookOf(before).received).map(([from, to]): WrittenOff => [from, to, known![1]])
  ];
  return all.filter(([, , id]) => id !== newest?.id && named.some(([, name]) => name === id));
}
