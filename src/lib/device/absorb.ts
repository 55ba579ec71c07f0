import { startOf } from '$lib/domain/calendar';
import { keyOf } from '$lib/domain/entry/reading';
import type { Standings } from '$lib/domain/figures/standings';
import type { Understood } from '$lib/protocol/sync';
import {
  type ConfirmedStore,
  forgetLeaving,
  forgetPendingReceipts,
  pendingReceipts,
  type Place,
  readPlace
} from './confirmed';
import { countWaiting, settle, trimSent } from './outbox';
import { keepPast } from './past';
import { keepKey, keepWitness, type WorkStore } from './work';

/**
 * Takes in an answer: receipts, rows, standings, campaign and cursor in one transaction, or nothing (EX4).
 * The receipts reach the sent book in a second step that may be repeated: IndexedDB has no transaction over two databases.
 */
export async function absorb(
  confirmed: ConfirmedStore,
  work: WorkStore,
  response: Understood,
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
    const standings = response.standings ?? ((await meta.get('standings')) as Standings | undefined);
    const asOf = response.standingsAsOf ?? standings?.asOf;
    if (standings && asOf) void meta.put({ ...standings, asOf }, 'standings');
    if (response.seal) void meta.put(response.seal, 'seal');
    await keepPast(meta, response);

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
  if (response.key) await keepKey(work, response.key);
  await finishAbsorbing(confirmed, work);
  await keepWitness(work, response.head ?? response.cursor);
}

/** Repeated at every opening: a phone killed between the two steps loses nothing. */
export async function finishAbsorbing(confirmed: ConfirmedStore, work: WorkStore): Promise<void> {
  const { history, contained, safe, leaving, day } = await readPlace(confirmed);
  const { receipts, keys } = await pendingReceipts(confirmed);
  if (keys.length > 0) {
    await settle(work, receipts, history);
    await forgetPendingReceipts(confirmed, keys);
  }
  if (day && contained.history === history && safe > 0) {
    await trimSent(work, { history, contained: contained.seq, safe, before: startOf(day.day) });
  }
  if (leaving.length > 0 && (await countWaiting(work)) === 0) await forgetLeaving(confirmed);
}

function placeAfter(
  place: Place,
  response: Understood,
  pulled: boolean,
  swaps: boolean,
  deviceNow: number
): Place {
  const { cursor, head = null, serverTime: server, safe, day, lost = 0, gone = [] } = response;
  // One that comes back before it was forgotten stays.
  const back = new Set(response.rows.flatMap(({ id, household }) => [id, household]));
  const leaving = [...new Set([...place.leaving.filter((name) => !back.has(name)), ...gone])];
  const told = {
    ...place,
    head,
    hasNewWords: response.held ? place.hasNewWords : response.hasNewWords,
    contact: { device: deviceNow, server },
    safe,
    day: day ?? place.day,
    lost,
    leaving
  };
  if (!pulled) return told;
  return {
    ...told,
    cursor,
    contained: !place.resetting || swaps ? { history: place.history, seq: cursor.seq } : place.contained,
    resetting: place.resetting && !swaps,
    generation: place.generation + (swaps ? 1 : 0)
  };
}
