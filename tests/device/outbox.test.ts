import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { openDevice, readOwnWork } from '$lib/device/open';
import { enqueue, firstWaiting, heldRanges, requeueSent, settle, trimSent } from '$lib/device/outbox';
import { openWork, readCounts, WORK_VERSION } from '$lib/device/work';
import type { EntryId } from '$lib/domain/ids';
import { aFrozenEntry, aReceipt, newId } from '../support/entries';

async function aWorkStore() {
  const work = openWork(`test-${newId()}`, newId());
  await readCounts(work, newId);
  return work;
}

describe('the outbox', () => {
  it('[OB1] a tap is one strict transaction: entry and count together', async () => {
    const work = await aWorkStore();
    const opens = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const first = await enqueue(work, aFrozenEntry());
    expect(opens.mock.calls).toEqual([[['entries', 'meta'], 'readwrite', { durability: 'strict' }]]);
    opens.mockRestore();
    const second = await enqueue(work, aFrozenEntry());
    expect([first.n, second.n]).toEqual([1, 2]);
    expect(second.previous).toBe(first.id);
    expect((await readCounts(work, newId)).n).toBe(2);
  });

  it('[OB1] a tap that is tried again after a dead connection is the same entry, not a second one', async () => {
    const work = await aWorkStore();
    const frozen = aFrozenEntry();
    const first = await enqueue(work, frozen);
    expect(await enqueue(work, frozen)).toEqual(first);
    expect(await firstWaiting(work, 10)).toHaveLength(1);
  });

  it('[OB1] a connection that the system closed is opened again, and the tap is saved', async () => {
    const work = await aWorkStore();
    await work.run(async (db) => db.close());
    await enqueue(work, aFrozenEntry());
    expect(await firstWaiting(work, 10)).toHaveLength(1);
  });

  it('[OB2] entries leave in the order of n, whatever the clock said', async () => {
    const work = await aWorkStore();
    for (const wall of [3_000, 1_000, 2_000])
      await enqueue(work, aFrozenEntry({ clock: { wall, contact: null } }));
    expect((await firstWaiting(work, 10)).map(({ n }) => n)).toEqual([1, 2, 3]);
    expect((await firstWaiting(work, 2)).map(({ n }) => n)).toEqual([1, 2]);
  });

  it('[OB3] only a receipt takes an entry out, and it lies in the sent book then', async () => {
    const work = await aWorkStore();
    const [kept, sent] = [await enqueue(work, aFrozenEntry()), await enqueue(work, aFrozenEntry())];
    await settle(work, [aReceipt(sent.id), aReceipt(newId() as EntryId)], 'first');
    const own = await readOwnWork(work);
    expect(own.outbox).toEqual([kept]);
    expect(own.sent.map(({ entry }) => entry)).toEqual([sent]);
  });

  it('[EN1] what was damaged on the way goes again; what is damaged here is reported and makes way', async () => {
    const work = await aWorkStore();
    const whole = await enqueue(work, aFrozenEntry());
    const torn = await enqueue(work, aFrozenEntry({ sha: '0'.repeat(64) }));
    const damaged = { status: 'quarantined', reason: 'damaged' };
    await settle(work, [aReceipt(whole.id, damaged), aReceipt(torn.id, damaged)], 'now');
    expect(await firstWaiting(work, 9)).toEqual([whole]);
    expect((await readOwnWork(work)).sent.map(({ entry }) => entry)).toEqual([torn]);
  });

  it('[OB5] two accounts on one phone have a store each', async () => {
    const prefix = `test-${newId()}`;
    const [hoa, lan] = [openDevice(newId(), prefix), openDevice(newId(), prefix)];
    await readCounts(hoa.work, newId);
    await readCounts(lan.work, newId);
    await enqueue(hoa.work, aFrozenEntry());
    expect((await readOwnWork(lan.work)).outbox).toEqual([]);
    expect((await readOwnWork(hoa.work)).outbox).toHaveLength(1);
  });

  it('[OB4] the released envelope, version 1, opens as it was left', async () => {
    const prefix = `test-${newId()}`;
    const account = newId();
    const old = await openDB(`${prefix}-work-${account}`, 1, {
      upgrade(db) {
        db.createObjectStore('entries', { keyPath: 'n' }).createIndex('id', 'entry.id', { unique: true });
        db.createObjectStore('sent', { keyPath: 'n' }).createIndex('id', 'entry.id', { unique: true });
        db.createObjectStore('drafts', { keyPath: 'id' });
        db.createObjectStore('meta');
      }
    });
    const counts = { device: newId(), n: 7, newest: newId(), trimmed: 3 };
    const entry = { ...aFrozenEntry(), n: 7, previous: null, device: counts.device };
    await old.put('meta', counts, 'counts');
    await old.put('entries', { n: 7, entry });
    old.close();

    const work = openWork(prefix, account);
    expect(WORK_VERSION).toBe(1);
    expect(await readCounts(work, newId)).toEqual(counts);
    expect(await firstWaiting(work, 10)).toEqual([entry]);
  });
});

describe('the sent book', () => {
  it('[EP2] lets go only of what is final, contained in the rows, and safe', async () => {
    const work = await aWorkStore();
    const entries = [];
    for (let count = 0; count < 5; count += 1) entries.push(await enqueue(work, aFrozenEntry()));
    const [leaves, waits, notContained, notSafe, otherHistory] = entries.map(({ id }) => id);
    await settle(
      work,
      [aReceipt(leaves!, { number: 5 }), aReceipt(waits!, { number: 6, status: 'waiting' })],
      'now'
    );
    await settle(work, [aReceipt(notContained!, { number: 19 }), aReceipt(notSafe!, { number: 12 })], 'now');
    await settle(work, [aReceipt(otherHistory!, { number: 4 })], 'before the restore');
    await trimSent(work, { history: 'now', contained: 15, safe: 10, before: Infinity });
    const left = (await readOwnWork(work)).sent.map(({ entry }) => entry.id);
    expect(left).toEqual([waits, notContained, notSafe, otherHistory]);
    expect((await readCounts(work, newId)).trimmed).toBe(1);
  });

  it('[EP2] nothing leaves while there is no verified second place', async () => {
    const work = await aWorkStore();
    const { id } = await enqueue(work, aFrozenEntry());
    await settle(work, [aReceipt(id, { number: 1 })], 'now');
    await trimSent(work, { history: 'now', contained: 100, safe: 0, before: Infinity });
    expect((await readOwnWork(work)).sent).toHaveLength(1);
  });

  it('[EP2] keeps what was received today, which both sides still count', async () => {
    const work = await aWorkStore();
    const { id } = await enqueue(work, aFrozenEntry());
    await settle(work, [aReceipt(id, { number: 1, at: 2_000 })], 'now');
    await trimSent(work, { history: 'now', contained: 10, safe: 10, before: 2_000 });
    expect((await readOwnWork(work)).sent).toHaveLength(1);
    await trimSent(work, { history: 'now', contained: 10, safe: 10, before: 2_001 });
    expect((await readOwnWork(work)).sent).toHaveLength(0);
  });

  it('[EP1] goes back into the queue, at its old place, when the history is another', async () => {
    const work = await aWorkStore();
    const first = await enqueue(work, aFrozenEntry());
    await settle(work, [aReceipt(first.id)], 'before');
    const second = await enqueue(work, aFrozenEntry());
    await requeueSent(work, ({ history }) => history !== 'after');
    expect((await firstWaiting(work, 10)).map(({ id }) => id)).toEqual([first.id, second.id]);
    await settle(work, [aReceipt(first.id)], 'after');
    await requeueSent(work, ({ history }) => history !== 'after');
    expect((await firstWaiting(work, 10)).map(({ id }) => id)).toEqual([second.id]);
  });

  it('[EX1] what is still held is told in ranges', async () => {
    const work = await aWorkStore();
    const entries = [];
    for (let count = 0; count < 4; count += 1) entries.push(await enqueue(work, aFrozenEntry()));
    await settle(work, [aReceipt(entries[0]!.id, { status: 'review' }), aReceipt(entries[1]!.id)], 'now');
    await trimSent(work, { history: 'now', contained: 10, safe: 10, before: Infinity });
    expect(await heldRanges(work)).toEqual([
      [1, 1],
      [3, 4]
    ]);
  });
});
