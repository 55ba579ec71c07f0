// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { openMirror } from '$lib/device/mirror';
import type { Entry } from '$lib/domain/entry/entry';
import type { AccountId, DeviceId } from '$lib/domain/ids';
import type { SyncRequest } from '$lib/protocol/sync';
import { SyncRequest as Request } from '$lib/protocol/sync';
import { ClosedNotebook } from '$lib/state/closed-notebook.svelte';
import { aFrozenEntry, anAnswer, aReceipt, newId } from '../support/entries';

const [HOA, BINH] = [newId() as AccountId, newId() as AccountId];

/** Cache Storage, in memory. */
function someCaches(): CacheStorage {
  const caches = new Map<string, Map<string, string>>();
  const cache = (name: string) => {
    const kept = caches.get(name) ?? new Map<string, string>();
    caches.set(name, kept);
    return {
      put: async (key: string, response: Response) => void kept.set(key, await response.text()),
      keys: async () => [...kept.keys()].map((key) => new globalThis.Request(`http://phone${key}`)),
      match: async ({ url }: { url: string }) => new Response(kept.get(new URL(url).pathname))
    };
  };
  return {
    open: async (name: string) => cache(name),
    keys: async () => [...caches.keys()]
  } as unknown as CacheStorage;
}

async function aPhoneThatWillNotOpen(
  mirrored: readonly [AccountId, number][],
  wire: 'good' | 'dead' = 'good'
) {
  const caches = someCaches();
  for (const [author, count] of mirrored) {
    const device = newId() as DeviceId;
    for (let n = 1; n <= count; n += 1) {
      const entry: Entry = { ...aFrozenEntry({ author }), n, previous: null, device };
      await openMirror(caches, `thi-dua-${author}`).keep(entry);
    }
  }
  const requests: SyncRequest[] = [];
  const fetch = async (path: string, init: RequestInit) => {
    if (wire === 'dead') throw new TypeError('no network');
    if (path === '/api/session') return Response.json(sessionOf(HOA));
    const stream = new Response(init.body).body!;
    const isPacked = new Headers(init.headers).get('content-encoding') === 'gzip';
    const plain = isPacked ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
    const request = Request.parse(await new Response(plain).json());
    requests.push(request);
    const receipts = request.entries.map(({ id }) => aReceipt(id));
    return Response.json(anAnswer({ request: request.request, receipts }));
  };
  const notebook = new ClosedNotebook({
    ...{ caches, fetch: fetch as never, now: () => 0, newId, app: 'test' },
    timers: { set: () => 0, clear: () => undefined }
  });
  await notebook.look();
  return { notebook, requests };
}

const sessionOf = (account: AccountId) => ({
  actor: { account, name: 'Hoa', role: 'leader', groups: [] }
});

describe('a phone whose storage will not open', () => {
  it('counts what still lies in the mirror', async () => {
    const { notebook } = await aPhoneThatWillNotOpen([[HOA, 3]]);
    expect(notebook.kept).toBe(3);
  });

  it('sends it as it was made, and says received only of counted receipts', async () => {
    const { notebook, requests } = await aPhoneThatWillNotOpen([[HOA, 250]]);
    await notebook.send();
    expect(notebook.rescue).toBe('received');
    expect(notebook.received).toBe(250);
    expect(requests.map(({ entries }) => entries.length)).toEqual([200, 50]);
    expect(requests[0]).toMatchObject({ pull: false, cursor: null, newest: null });
    expect(requests[0]?.device).toBe(requests[0]?.entries[0]?.device);
  });

  it('[OB5] leaves the work of another account where it is', async () => {
    const { notebook, requests } = await aPhoneThatWillNotOpen([
      [BINH, 2],
      [HOA, 1]
    ]);
    await notebook.send();
    expect(requests.flatMap(({ entries }) => entries.map(({ author }) => author))).toEqual([HOA]);
    expect([notebook.kept, notebook.received]).toEqual([3, 1]);
  });

  it('says so when all of it is another account’s', async () => {
    const { notebook, requests } = await aPhoneThatWillNotOpen([[BINH, 2]]);
    await notebook.send();
    expect(notebook.rescue).toBe('another-account');
    expect(requests).toEqual([]);
  });

  it('without a network everything stays, and it can be tried again', async () => {
    const { notebook } = await aPhoneThatWillNotOpen([[HOA, 3]], 'dead');
    await notebook.send();
    expect([notebook.rescue, notebook.kept, notebook.received]).toEqual(['no-network', 3, 0]);
  });
});
