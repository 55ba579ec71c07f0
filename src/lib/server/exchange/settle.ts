import type { Entry } from '$lib/domain/entry';
import type { Receipt } from '$lib/protocol/sync';
import { isPassing } from '../database/faults';
import type { Database } from '../database/open';
import { inSavepoint } from '../database/transaction';
import type { StoredEntry } from '../queries/entries';
import { type Arrival, takeWhole } from './arrival';
import { Batch, type Delivery } from './batch';
import type { History } from './history';
import { recall } from './memory';

/** Some entries of one account that are stored now, and what they made of the history. */
export type Settled = Readonly<{
  history: History;
  receipts: readonly Receipt[];
  /** Those that were not here before. */
  stored: readonly StoredEntry[];
  damaged: number;
}>;

/** Stores, judges, numbers and applies a batch (SV1); its writes are collected and made at the end, few and large. */
export async function settle(trx: Database, delivery: Delivery, entries: readonly Entry[]): Promise<Settled> {
  const arrivals = takeWhole(entries);
  const memory = await recall(trx, delivery.groups, arrivals, delivery.now);
  const batch = new Batch(delivery, memory);
  for (const arrival of arrivals) batch.receive(arrival);
  batch.releaseOverdue();
  return save(trx, batch, entries.length - arrivals.length);
}

/** The slow way after a batch could not be written: the entry that cannot be stored as it is harms only itself (SV4). */
export async function settleOneByOne(
  trx: Database,
  delivery: Delivery,
  entries: readonly Entry[]
): Promise<Settled> {
  let settled: Settled = { history: delivery.history, receipts: [], stored: [], damaged: entries.length };
  for (const arrival of takeWhole(entries)) {
    const next = await settleAlone(trx, { ...delivery, history: settled.history }, arrival);
    settled = {
      history: next.history,
      receipts: [...settled.receipts, ...next.receipts],
      stored: [...settled.stored, ...next.stored],
      damaged: settled.damaged - 1
    };
  }
  return settled;
}

async function settleAlone(trx: Database, delivery: Delivery, arrival: Arrival): Promise<Settled> {
  try {
    return await inSavepoint(trx, async () => {
      const batch = new Batch(delivery, await recall(trx, delivery.groups, [arrival], delivery.now));
      batch.receive(arrival);
      return save(trx, batch, 0);
    });
  } catch (fault) {
    if (isPassing(fault)) throw fault;
    const unread = { ...arrival, body: null };
    const batch = new Batch(delivery, await recall(trx, delivery.groups, [unread], delivery.now));
    batch.receive(unread, fault);
    return save(trx, batch, 0);
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
  return save(trx, batch, 0);
}

/** Judges stored entries without what they wait for (SV5). */
export async function releaseStored(
  trx: Database,
  delivery: Delivery,
  numbers: readonly number[]
): Promise<Settled> {
  const batch = new Batch(delivery, await recall(trx, delivery.groups, [], delivery.now, numbers));
  batch.releaseNow(numbers);
  return save(trx, batch, 0);
}

async function save(trx: Database, batch: Batch, damaged: number): Promise<Settled> {
  await batch.save(trx);
  return { history: batch.history, receipts: batch.receipts(), stored: batch.stored, damaged };
}
