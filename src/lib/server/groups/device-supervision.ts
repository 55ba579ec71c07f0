import { dayOf } from '$lib/domain/calendar';
import { type DeviceSum, sumOfDevices, sumUp } from '$lib/domain/delivery/device-sum';
import type { DayCount } from '$lib/domain/delivery/day-count';
import { differenceFrom } from '$lib/domain/entry/difference';
import type { Role } from '$lib/domain/actor';
import { missingOf } from '$lib/domain/delivery/loss';
import { readDay } from '../exchange/day-count';
import { deskOf } from '../office/desk';
import { bookOf } from '../exchange/contact';
import { deliver, readCaller } from '../exchange/deliver';
import { releaseStored } from '../exchange/settle';
import {
  readDevices,
  readHeldOfDevices,
  readReviews,
  readWaitingOf,
  saveDeviceGone
} from '../queries/devices';
import { readListIds } from '../queries/lists';
import { fromStored } from '../queries/rows';
import { readDifferenceRows } from '../queries/supervision';
import { readWard } from '../queries/ward';
import type { Services } from '../services';

/** One phone or tablet of one account as the ward's desk sees it (máy). */
export type DeviceLine = DeviceSum &
  Readonly<{
    account: string;
    device: string;
    name: string;
    role: Role;
    /** The account may not sign in any more. */
    isDisabled: boolean;
    lastContact: number;
    /** The tap of the oldest entry that it still holds, by its own clock. */
    oldestUnsent: number | null;
    app: string;
    persisted: boolean | null;
    freeBytes: number | null;
    /** A newer device of the same account has called since this one last did. */
    isReplaced: boolean;
    isGone: boolean;
    day: DayCount;
  }>;

/** Every device, the longest silent first, and what all of them make together (EP4). */
export async function superviseDevices(
  services: Services
): Promise<{ devices: DeviceLine[]; total: DeviceSum; asOf: number }> {
  const { db, now } = services;
  const asOf = now();
  const [ward, lists, stored, held, reviews] = await Promise.all([
    readWard(db),
    readListIds(db),
    readDevices(db),
    readHeldOfDevices(db),
    openReviews(services)
  ]);
  const isPhone = ({ account, device }: { account: string; device: string }) =>
    device !== deskOf(ward?.id ?? '', account) && !lists.has(device);
  const phones = stored.filter(isPhone);
  const countOf = (account: string, device: string, status: string) =>
    Number(
      held.find((line) => line.account === account && line.device === device && line.status === status)
        ?.count ?? 0
    );
  const devices = await Promise.all(
    phones.map(async (phone): Promise<DeviceLine> => {
      const { account, device } = phone;
      const sum = sumUp({
        stored: phone.stored,
        review: reviews.get(`${account} ${device}`) ?? 0,
        waiting: countOf(account, device, 'waiting'),
        quarantined: countOf(account, device, 'quarantined'),
        ...missingOf(bookOf(phone))
      });
      return {
        ...{ account, device, ...sum, name: phone.name, role: phone.role as Role },
        ...{ isDisabled: phone.disabled_at !== null, isGone: phone.gone_at !== null },
        ...{ lastContact: phone.last_contact, app: phone.app, freeBytes: phone.free_bytes },
        oldestUnsent: sum.unsent > 0 ? phone.oldest_unsent : null,
        persisted: phone.persisted === null ? null : phone.persisted === 1,
        isReplaced: phones.some(
          (other) => other.account === account && other.first_contact > phone.last_contact
        ),
        day: await readDay(services, account, device, dayOf(asOf))
      };
    })
  );
  return { devices, total: sumOfDevices(devices), asOf };
}

/** An officer says that a phone will not come back: what it held is lost, and nothing waits for it (EP3, SV5). */
export async function declareGone(
  services: Services,
  officer: string,
  { account, device }: { account: string; device: string }
): Promise<boolean> {
  return services.write(async (trx) => {
    const caller = await readCaller(trx, officer);
    if (caller.author.role !== 'officer') return false;
    const isKnown = await saveDeviceGone(trx, account, device, Math.round(services.now()));
    const waiting = await readWaitingOf(trx, account, device);
    if (waiting.length > 0)
      await deliver(trx, services, caller, (delivery) => releaseStored(trx, delivery, waiting));
    return isKnown;
  });
}

/** Entries of which a second value still stands beside the first, by account and device. */
async function openReviews({ db }: Services): Promise<Map<string, number>> {
  const [reviews, rows] = await Promise.all([readReviews(db), readDifferenceRows(db)]);
  const open = new Set(
    rows
      .map((row) => differenceFrom(fromStored(row)))
      .filter((difference) => difference.open)
      .map(({ entry }) => entry)
  );
  const counts = new Map<string, number>();
  for (const { account, device } of reviews.filter(({ id }) => open.has(id))) {
    const name = `${account} ${device}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
