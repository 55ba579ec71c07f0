import 'fake-indexeddb/auto';
import { openDB, unwrap } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { openConfirmed } from '$lib/device/confirmed';
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

  it('[OB1] a connection that was lost in the background is opened again once, and only that', async () => {
    const work = await aWorkStore();
    const lost = new DOMException('Connection to Indexed Database server lost', 'UnknownError');
    let tries = 0;
    const failing = (fault: Error, times: number) => {
      tries = 0;
      return work.run(async (db) => {
        tries += 1;
        if (tries <= times) throw fault;
        return db.count('entries');
      });
    };
    expect(await failing(lost, 1)).toBe(0);
    await expect(failing(lost, 2)).rejects.toBe(lost);
    const full = new DOMException('full', 'QuotaExceededError');
    await expect(failing(full, 1)).rejects.toBe(full);
    expect(tries).toBe(1);
  });

  it('[OB1] a connection that the browser says is over is not used again', async () => {
    const work = await aWorkStore();
    const used = () => work.run(async (db) => unwrap(db));
    const first = await used();
    first.dispatchEvent(new IDBVersionChangeEvent('close'));
    expect(await used()).not.toBe(first);
  });

  it('[OB4] an old page does not stand in the way of the one that brings a newer store, and goes on', async () => {
    const [prefix, account] = [`test-${newId()}`, newId()];
    const work = openConfirmed(prefix, account);
    expect(await work.run((db) => db.count('rows'))).toBe(0);
    const newer = await openDB(`${prefix}-confirmed-${account}`, 2);
    expect(newer.version).toBe(2);
    newer.close();
    await expect(work.run((db) => db.count('rows'))).rejects.toThrow('version');
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
    for (let count = 0; count < 6; count += 1) entries.push(await enqueue(work, aFrozenEntry()));
    const [leaves, notContained, notSafe, decidedLater, otherHistory, waits] = entries.map(({ id }) => id);
    await settle(
      work,
      [
        aReceipt(leaves!, { number: 5 }),
        aReceipt(notContained!, { number: 6, decided: 19 }),
        aReceipt(notSafe!, { number: 12, decided: 9 }),
        aReceipt(decidedLater!, { number: 7, decided: 12 }),
        aReceipt(waits!, { number: 8, status: 'waiting' })
      ],
      'now'
    );
    await settle(work, [aReceipt(otherHistory!, { number: 4 })], 'before the restore');
    await trimSent(work, { history: 'now', contained: 15, safe: 10, before: Infinity });
    const left = (await readOwnWork(work)).sent.map(({ entry }) => entry.id);
    expect(left).toEqual([notContained, notSafe, decidedLater, otherHistory, waits]);
    expect((await readCounts(work, newId)).trimmed).toBe(1);
    await trimSent(work, { history: 'now', contained: 15, safe: 20, before: Infinity });
    expect((await readOwnWork(work)).sent.map(({ entry }) => entry.id)).toEqual([
      notContained,
      otherHistory,
      waits
    ]);
  });

  it('[EP2][CO2] keeps what is newer than one that still waits, here or at the ward', async () => {
    const work = await aWorkStore();
    const entries = [];
    for (let count = 0; count < 3; count += 1) entries.push(await enqueue(work, aFrozenEntry()));
    const [first, second, third] = entries.map(({ id }) => id);
    const safe = { history: 'now', contained: 10, safe: 10, before: Infinity };
    const sent = async () => (await readOwnWork(work)).sent.map(({ entry }) => entry.id);
    await settle(work, [aReceipt(second!), aReceipt(third!)], 'now');
    await trimSent(work, safe);
    expect(await sent()).toEqual([second, third]);
    await settle(work, [aReceipt(first!, { status: 'waiting' })], 'now');
    await trimSent(work, safe);
    expect(await sent()).toEqual([first, second, third]);
    await settle(work, [aReceipt(first!)], 'now');
    await trimSent(work, safe);
    expect(await sent()).toEqual([]);
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

  it('[EX1] a request never names more ranges than it may: neighbours are joined, and nothing held is left out', async () => {
    const work = await aWorkStore();
    const held = Array.from({ length: 2_001 }, (_, index) => 2 * index + 1);
    await work.run(async (db) => {
      const tx = db.transaction('entries', 'readwrite');
      for (const n of held) void tx.store.put({ n, entry: { id: newId(), n } as never });
      await tx.done;
    });
    const ranges = await heldRanges(work);
    expect(ranges.length).toBeLessThanOrEqual(2_000);
    expect(held.filter((n) => !ranges.some(([from, to]) => from <= n && n <= to))).toEqual([]);
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
