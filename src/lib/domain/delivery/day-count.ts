import { type Day, dayOf } from '../calendar';

/** What the ward received from one device on one day: "42 mục, mã 7F3A" (EP4). */
export type DayCount = Readonly<{ day: Day; entries: number; code: string }>;

/** An entry of a device, and when the ward received it; milliseconds. */
export type Received = Readonly<{ n: number; id: string; at: number }>;

/** The ids that both sides sum up, in the order of n. Damaged first and whole later is one entry under two numbers. */
export function idsOfDay(received: Iterable<Received>, day: Day): string[] {
  const ofDay = new Map<string, number>();
  for (const { n, id, at } of received) if (dayOf(at) === day) ofDay.set(id, n);
  return [...ofDay].sort(([, a], [, b]) => a - b).map(([id]) => id);
}

/** The code is the beginning of the ids' SHA-256, which each side takes with what it has: two people can read it to each other. */
export const dayCountOf = (day: Day, ids: readonly string[], sum: string): DayCount => ({
  day,
  entries: ids.length,
  code: sum.slice(0, 4).toUpperCase()
});
