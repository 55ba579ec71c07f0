import { keyOf } from '$lib/domain/row';
import type { SyncResponse } from '$lib/protocol/sync';
import {
  type ConfirmedStore,
  forgetPendingReceipts,
  pendingReceipts,
  type Place,
  readPlace
} from './confirmed';
import { settle, trimSent } from './outbox';
import type { WorkStore } from './work';

/**
 * Takes in an answer: receipts, rows, standings, campaign and cursor in one transaction, or nothing (EX4).
 * The receipts reach the sent book in a second step that may be repeated: IndexedDB has no transaction over two databases.
 */
export async function absorb(
  confirmed: ConfirmedStore,
  work: WorkStore,
  response: SyncResponse,
  pulled: boolean,
  deviceNow: number
): Promise<void> {
  const place = await readPlace(confirmed);
  await confirmed.run(async (db) => {
    const tx = db.transaction(['rows', 'staging', 'receipts', 'meta'], 'readwrite', { durability: 'strict' });
    const meta = tx.objectStore('meta');
    const rows = tx.objectStore(place.resetting ? 'staging' : 'rows');
    if (response.receipts.length > 0) void tx.objectStore('receipts').add(response.receipts);
    if (pulled) response.rows.forEach((row) => void rows.put({ key: keyOf(row), row }));
    if (response.campaign) void meta.put(response.campaign, 'campaign');
    if (response.standings) void meta.put(response.standings, 'standings');

    const swaps = place.resetting && pulled && !response.more;
    if (swaps) {
      const snapshot = await tx.objectStore('staging').getAll();
      void tx.objectStore('rows').clear();
      snapshot.forEach((kept) => void tx.objectStore('rows').put(kept));
      void tx.objectStore('staging').clear();
    }
    void meta.put(placeAfter(place, response, pulled, swaps, deviceNow), 'place');
    await tx.done;
  });
  await finishAbsorbing(confirmed, work);
}

/** Repeated at every opening: a phone killed between the two steps loses nothing. */
export async function finishAbsorbing(confirmed: ConfirmedStore, work: WorkStore): Promise<void> {
  const { history, contained, safe } = await readPlace(confirmed);
  const { receipts, keys } = await pendingReceipts(confirmed);
  if (keys.length > 0) {
    await settle(work, receipts, history);
    await forgetPendingReceipts(confirmed, keys);
  }
  if (contained.history === history && safe > 0) await trimSent(work, history, contained.seq, safe);
}

function placeAfter(
  place: Place,
  { cursor, serverTime, safe }: SyncResponse,
  pulled: boolean,
  swaps: boolean,
  deviceNow: number
): Place {
  const contact = { device: deviceNow, server: serverTime };
  if (!pulled) return { ...place, contact, safe };
  const inView = !place.resetting || swaps;
  return {
    cursor,
    history: place.history,
    contained: inView ? { history: place.history, seq: cursor.seq } : place.contained,
    resetting: place.resetting && !swaps,
    contact,
    safe
  };
}
