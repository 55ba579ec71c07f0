import 'fake-indexeddb/auto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openDevice } from '$lib/device/open';
import { countWaiting, enqueue } from '$lib/device/outbox';
import { readCounts } from '$lib/device/work';
import { LARGEST_REQUEST } from '$lib/protocol/limits';
import type { SyncRequest, SyncResponse } from '$lib/protocol/sync';
import { lockedExchange } from '$lib/sync/ends';
import { exchange } from '$lib/sync/exchange';
import { RefusedError, StalledError, WireError } from '$lib/sync/faults';
import type { Post } from '$lib/sync/transport';
import { aFrozenEntry, anAnswer, aReceipt, newId } from '../support/entries';

type Answering = (request: SyncRequest, round: number) => Partial<SyncResponse>;

/** A device with so many entries in its outbox, and a ward that says what a test wants. */
async function aDevice(waiting: number, body?: string) {
  const device = openDevice(newId(), `test-${newId()}`);
  await readCounts(device.work, newId);
  for (let n = 0; n < waiting; n += 1) await enqueue(device.work, aFrozenEntry(body ? { body } : {}));
  const requests: SyncRequest[] = [];
  const asks = (answer: Answering) => {
    const post: Post = async (request) => {
      requests.push(request);
      const said = answer(request, requests.length);
      return anAnswer({ request: request.request, ...said });
    };
    return exchange({
      ...device,
      ...{ account: newId(), post, newId, app: 'test', now: () => Date.UTC(2026, 10, 20) },
      storage: async () => ({ persisted: null, freeBytes: null }),
      absorbed: () => undefined
    });
  };
  const sizes = () => requests.map(({ entries }) => entries.length);
  return { ...device, asks, requests, sizes };
}

const takesAll: Answering = ({ entries }) => ({ receipts: entries.map(({ id }) => aReceipt(id)) });

describe('the size of a batch', () => {
  it.each([
    ['the ward finds it too large', () => new RefusedError('too-large')],
    ['the wire stalls', () => new StalledError('no progress')]
  ])('[EX2] is halved where %s, and grows again with what gets through', async (_, fault) => {
    const { asks, sizes, work } = await aDevice(10);
    await asks((request, round) => {
      if (round < 3) throw fault();
      return takesAll(request, round);
    });
    expect(sizes()).toEqual([10, 5, 2, 4, 4]);
    expect(await countWaiting(work)).toBe(0);
  });

  it('[EX2] is one at the least: where not even that gets through, it is the wire', async () => {
    const { asks, sizes, work } = await aDevice(3);
    const nothing = asks(() => {
      throw new StalledError('no progress');
    });
    await expect(nothing).rejects.toThrow(WireError);
    expect(sizes()).toEqual([3, 1]);
    expect(await countWaiting(work)).toBe(3);
  });

  it('[EX2] is never more than 1 MiB before it is packed', async () => {
    const body = JSON.stringify({ epoch: null, changes: [], said: '"'.repeat(30_000) });
    const { asks, requests, work } = await aDevice(40, body);
    await asks(takesAll);
    expect(Math.max(...requests.map((request) => JSON.stringify(request).length))).toBeLessThan(
      LARGEST_REQUEST * 1.1
    );
    expect(await countWaiting(work)).toBe(0);
  });
});

describe('a ward that makes no sense does not keep the phone busy for ever', () => {
  it('[EX2] there is more, and nothing moves', async () => {
    const { asks, sizes } = await aDevice(0);
    await asks(() => ({ more: true }));
    expect(sizes()).toEqual([0, 0]);
  });

  it('[EP1] it begins one history after the other', async () => {
    const { asks, sizes, work } = await aDevice(1);
    const cursor = anAnswer().cursor;
    const ends = asks((_, round) => ({ reset: true, cursor: { ...cursor, seq: 0, epoch: `${round}` } }));
    await expect(ends).rejects.toThrow(WireError);
    expect(sizes()).toEqual([1, 1, 1, 1]);
    expect(await countWaiting(work)).toBe(1);
  });
});

describe('the health line', () => {
  it('[EX1] is a courtesy: a browser that never says how much room there is holds up no entry', async () => {
    const { work, confirmed, ...device } = await aDevice(1);
    const silent = () => new Promise<never>(() => undefined);
    const said: SyncRequest[] = [];
    const send = lockedExchange(
      { ...device, work, confirmed },
      {
        fetch: async (_path, init) => {
          const request = JSON.parse(String(gunzipSync(init!.body as ArrayBuffer))) as SyncRequest;
          said.push(request);
          return Response.json(anAnswer({ request: request.request, ...takesAll(request, said.length) }));
        },
        ...{ newId, app: 'test', now: () => Date.UTC(2026, 10, 20), locks: undefined },
        // Whatever is waited for is over at once.
        timers: { set: (run, ms) => ms < 60_000 && queueMicrotask(run), clear: () => undefined },
        storage: { estimate: silent, persisted: silent } as unknown as StorageManager
      }
    );
    await send();
    expect(said[0]!.health).toMatchObject({ unsent: 1, persisted: null, freeBytes: null });
    expect(await countWaiting(work)).toBe(0);
  });
});
