import { type DayCount, dayCountOf, idsOfDay } from '$lib/domain/delivery/day-count';
import { dayOf } from '$lib/domain/calendar';
import { type ConfirmedStore, readPlace } from './confirmed';
import { requeueSent } from './outbox';
import { readReadable } from './readable';
import { sha256 } from './sha256';
import type { SentEntry, WorkStore } from './work';

/** What the ward received from this phone on one day, as the phone counts it (EP4). */
export async function countDay(sent: readonly SentEntry[], history: string, day: string): Promise<DayCount> {
  const received = sent.filter((own) => own.history === history);
  const ids = idsOfDay(
    received.map(({ n, entry, receipt }) => ({ n, id: entry.id, at: receipt.at })),
    day
  );
  return dayCountOf(day, ids, await sha256(new TextEncoder().encode(ids.join(''))));
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
  await requeueSent(
    work,
    ({ receipt, history: received }) => received === history && dayOf(receipt.at) === told.day
  );
  return true;
}
