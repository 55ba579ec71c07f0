import { hash } from 'node:crypto';
import { addDays, type Day, dayOf, startOf } from '$lib/domain/calendar';
import { type DayCount, dayCountOf, idsOfDay, type Received } from '$lib/domain/delivery/day-count';
import { readDayEntries } from '../queries/devices';
import type { Services } from '../services';

/** What came on a device's present day, remembered: an exchange reads only what came since the last one. */
export type DayMemory = Map<string, { day: Day; upTo: number; received: readonly Received[] }>;

/** Devices whose day is remembered; the longest silent ones are read again. */
const MOST_DEVICES = 5_000;

/** The phone counts the same entries and makes the same code of them; people can read it to each other. */
export async function countDay(
  { db, now, days }: Services,
  account: string,
  device: string
): Promise<DayCount> {
  const name = `${account} ${device}`;
  const day = dayOf(now());
  const known = days.get(name);
  const before = known?.day === day ? known : { day, upTo: 0, received: [] };
  // By number, not by time: the clock of the server may have been set back since.
  const fresh = await readDayEntries(db, account, device, boundsOf(day), before.upTo);
  const received = fresh.length === 0 ? before.received : [...before.received, ...fresh.map(receivedAs)];
  days.delete(name);
  days.set(name, { day, upTo: fresh.at(-1)?.number ?? before.upTo, received });
  if (days.size > MOST_DEVICES) days.delete(days.keys().next().value!);
  return countOf(day, received);
}

/** A day as it stands in the tables, for the ward's page. */
export async function readDay(
  { db }: Services,
  account: string,
  device: string,
  day: Day
): Promise<DayCount> {
  const found = await readDayEntries(db, account, device, boundsOf(day), 0);
  return countOf(day, found.map(receivedAs));
}

const boundsOf = (day: Day) => ({ from: startOf(day), to: startOf(addDays(day, 1)) });

const receivedAs = ({
  n,
  id,
  received_at: at
}: {
  n: number;
  id: string;
  received_at: number;
}): Received => ({
  ...{ n, id, at }
});

function countOf(day: Day, received: readonly Received[]): DayCount {
  const ids = idsOfDay(received, day);
  return dayCountOf(day, ids, hash('sha256', ids.join(''), 'hex'));
}
