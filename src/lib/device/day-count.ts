import { dayOf } from '$lib/domain/calendar';
import { type ConfirmedStore, readPlace } from './confirmed';
import { requeueSent } from './outbox';
import { readReadable } from './readable';
import { sha256 } from './sha256';
import type { SentEntry, WorkStore } from './work';

/** What the ward received from this phone on one day, as the phone counts it: "42 mục, mã 7F3A" (EP4). */
export type DayCount = Readonly<{ day: string; entries: number; code: string }>;

/** The code is the beginning of a sum over the ids in the order of n: two people can read it to each other. */
export async function countDay(sent: readonly SentEntry[], history: string, day: string): Promise<DayCount> {
  const ids = sent
    .filter((own) => isOf(own, history, day))
    .sort((a, b) => a.n - b.n)
    .map(({ entry }) => entry.id);
  const sum = await sha256(new TextEncoder().encode(ids.join('')));
  return { day, entries: ids.length, code: sum.slice(0, 4).toUpperCase() };
}

/** Sends a day again whose two counts differ, once for each count of the ward (EP4); true when something waits now. */
export async function resendIfCountsDiffer(confirmed: ConfirmedStore, work: WorkStore): Promise<boolean> {
  const { day: told, history, resetting } = await readPlace(confirmed);
  if (!told || resetting) return false;
  const sent = await readReadable(work, 'sent');
  const own = await countDay(sent, history, told.day);
  if (own.entries === told.entries && own.code === told.code) return false;
  const resent = await confirmed.run((db) => db.get('meta', 'resent'));
  if (resent === told.code || own.entries === 0) return false;
  await confirmed.run((db) => db.put('meta', told.code, 'resent'));
  await requeueSent(work, (entry) => isOf(entry, history, told.day));
  return true;
}

const isOf = ({ receipt, history: received }: SentEntry, history: string, day: string): boolean =>
  received === history && dayOf(receipt.at) === day;
