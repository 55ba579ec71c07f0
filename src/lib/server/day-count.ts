import { hash } from 'node:crypto';
import { type Day, dayOf, startOf } from '$lib/domain/calendar';
import { readDayEntries } from './queries/devices';
import type { Services } from './services';

/** What the ward received from one device on one day: "42 mục, mã 7F3A" (EP4). */
export type DayCount = Readonly<{ day: Day; entries: number; code: string }>;

/** The same of a device's present day, remembered: an exchange reads only what came since the last one. */
export type DayMemory = Map<string, { day: Day; since: number; upTo: number; ids: Map<number, string> }>;

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
  const before = known?.day === day ? known : { day, since: startOf(day), upTo: 0, ids: new Map() };
  const found = await readDayEntries(db, account, device, before.since);
  const fresh = found.filter(({ number }) => number > before.upTo);
  const ids = fresh.length === 0 ? before.ids : new Map([...before.ids, ...fresh.map(keyed)]);
  const last = found.at(-1);
  days.delete(name);
  days.set(name, { day, since: last?.received_at ?? before.since, upTo: last?.number ?? before.upTo, ids });
  if (days.size > MOST_DEVICES) days.delete(days.keys().next().value!);
  return countOf(day, ids);
}

/** A day as it stands in the tables, for the ward's page. */
export async function readDay(
  { db }: Services,
  account: string,
  device: string,
  day: Day
): Promise<DayCount> {
  const found = await readDayEntries(db, account, device, startOf(day));
  return countOf(day, new Map(found.map(keyed)));
}

const keyed = ({ number, n, id }: { number: number; n: number; id: string }) =>
  [number, `${n} ${id}`] as const;

function countOf(day: Day, entries: ReadonlyMap<number, string>): DayCount {
  // Damaged first and whole later is one entry under two numbers.
  const ids = [...new Set(entries.values())]
    .map((one) => one.split(' ') as [string, string])
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, id]) => id);
  return { day, entries: ids.length, code: hash('sha256', ids.join(''), 'hex').slice(0, 4).toUpperCase() };
}
