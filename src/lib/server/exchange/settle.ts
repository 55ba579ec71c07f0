import type { Entry } from '$lib/domain/entry/entry';
import type { Receipt } from '$lib/protocol/sync';
import { isPassing } from '../database/faults';
import type { Database } from '../database/open';
import { inSavepoint } from '../database/transaction';
import type { StoredEntry } from '../queries/entries';
import { type Arrival, arrivalsOf } from './arrival';
import { Batch, type Delivery } from './batch';
import type { History } from './history';
import { recall } from './recall';

/** Some entries of one account that are stored now, and what they made of the history. */
export type Settled = Readonly<{
  history: History;
  receipts: readonly Receipt[];
  /** Those that were not here before. */
  stored: readonly StoredEntry[];
  /** Those among them whose bytes were not what their sum said. */
  damaged: number;
}>;

/** Stores, judges, numbers and applies a batch (SV1); its writes are collected and made at the end, few and large. */
export async function settle(trx: Database, delivery: Delivery, entries: readonly Entry[]): Promise<Settled> {
  const arrivals = arrivalsOf(entries);
  const memory = await recall(trx, delivery.groups, arrivals, delivery.now);
  const batch = new Batch(delivery, memory);
  for (const arrival of arrivals) batch.receive(arrival);
  batch.releaseOverdue();
  return save(trx, batch);
}

/** The slow way after a batch could not be written: the entry that cannot be stored as it is harms only itself (SV4). */
export async function settleOneByOne(
  trx: Database,
  delivery: Delivery,
  entries: readonly Entry[]
): Promise<Settled> {
  let settled: Settled = { history: delivery.history, receipts: [], stored: [], damaged: 0 };
  for (const arrival of arrivalsOf(entries)) {
    const next = await settleAlone(trx, { ...delivery, history: settled.history }, arrival);
    settled = {
      history: next.history,
      receipts: [...settled.receipts, ...next.receipts],
      stored: [...settled.stored, ...next.stored],
      damaged: settled.damaged + next.damaged
    };
  }
  return settled;
}

async function settleAlone(trx: Database, delivery: Delivery, arrival: Arrival): Promise<Settled> {
  try {
    return await inSavepoint(trx, async () => {
      const batch = new Batch(delivery, await recall(trx, delivery.groups, [arrival], delivery.now));
      batch.receive(arrival);
      return save(trx, batch);
    });
  } catch (fault) {
    if (isPassing(fault)) throw fault;
    const unread = { ...arrival, body: null };
    const batch = new Batch(delivery, await recall(trx, delivery.groups, [unread], delivery.now));
    batch.receive(unread, fault);
    return save(trx, batch);
  }
}

/** What an officer says to some stored entries, in the order of their numbers. */
export async function decideStored(
  trx: Database,
  delivery: Delivery,
  numbers: readonly number[],
  say: (batch: Batch, number: number) => void
): Promise<Settled> {
  const batch = new Batch(delivery, await recall(trx, delivery.groups, [], delivery.now, numbers));
  for (const number of numbers) say(batch, number);
  return save(trx, batch);
}

/** Judges stored entries without what they wait for (SV5). */
export async function releaseStored(
  trx: Database,
  delivery: Delivery,
  numbers: readonly number[]
): Promise<Settled> {
  const batch = new Batch(delivery, await recall(trx, delivery.groups, [], delivery.now, numbers));
  batch.releaseNow(numbers);
  return save(trx, batch);
}

async function save(trx: Database, batch: Batch): Promise<Settled> {
  await batch.save(trx);
  return { history: batch.history, receipts: batch.receipts(), stored: batch.stored, damaged: batch.damaged };
}
