import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { SyncRequest } from '$lib/protocol/sync';
import { createPost, understood } from '$lib/sync/transport';
import { RefusedError, StalledError, WireError } from '$lib/sync/faults';
import { newId } from '../support/entries';

const request: SyncRequest = {
  ...{ protocol: 1, request: newId(), device: newId() as never, cursor: null, pull: true, newest: null },
  ...{ holds: [], entries: [], campaign: null, standings: null },
  health: { app: 'test', wall: 0, unsent: 0, oldestUnsent: null, persisted: null, freeBytes: null }
};

const answer = {
  ...{ request: request.request, reset: false, receipts: [], rows: [], more: false },
  cursor: { ward: 'w', epoch: 'e', seq: 3, chain: 'c', scope: 's' },
  ...{ serverTime: 1, safe: 0, pause: 0, spread: 0, end: 'end' }
};

const timers = {
  set: (run: () => void, ms: number) => setTimeout(run, ms),
  clear: (timer: never) => clearTimeout(timer)
};

describe('what counts as a word from the server', () => {
  it('[EX6] our whole answer to this request', () => {
    expect(understood(200, JSON.stringify(answer), request.request).cursor.seq).toBe(3);
  });

  it.each([
    ['the page of a captive portal', 200, '<html><body>Đăng nhập Wi-Fi</body></html>'],
    ['a body cut off', 200, JSON.stringify(answer).slice(0, -20)],
    ['a body without the end mark', 200, JSON.stringify({ ...answer, end: undefined })],
    ['JSON of somebody else', 200, '{"status":"ok"}'],
    ['an answer to another request', 200, JSON.stringify({ ...answer, request: newId() })],
    ['our answer under another status', 203, JSON.stringify(answer)],
    ['a 401 that is not ours', 401, '<html>proxy</html>'],
    ['a gateway that is down', 502, 'Bad gateway'],
    ['nothing at all', 200, '']
  ])('[EX6] %s is a broken wire', (_name, status, text) => {
    expect(() => understood(status, text, request.request)).toThrow(WireError);
  });

  it('[EX10] signed out, too old and too large are told by our own problem, never by a status alone', () => {
    for (const problem of ['signed-out', 'too-old', 'too-large']) {
      expect(() => understood(400, JSON.stringify({ problem }), request.request)).toThrow(RefusedError);
    }
    expect(() =>
      understood(503, JSON.stringify({ problem: 'busy', retryAfter: 30 }), request.request)
    ).toThrow(expect.objectContaining({ retryAfter: 30 }));
  });

  it('[EX2] a 413 in the words of a proxy halves the batch too', () => {
    expect(() => understood(413, '<html>Request Entity Too Large</html>', request.request)).toThrow(
      RefusedError
    );
  });

  it('[EN4] a campaign with a word that this version does not know leaves the old one, and the rest is taken in', () => {
    const campaign = {
      version: 'next year',
      campaign: { indicators: [{ direction: 'sideways' }] },
      groups: []
    };
    const taken = understood(200, JSON.stringify({ ...answer, campaign }), request.request);
    expect(taken.campaign).toBe(undefined);
    expect(taken.hasNewWords).toBe(true);
    expect(understood(200, JSON.stringify(answer), request.request).hasNewWords).toBeUndefined();
    expect(taken.cursor.seq).toBe(3);
  });
});

describe('the wire', () => {
  it('[EX2] travels gzipped when it is over 1 KiB', async () => {
    const large = { ...request, holds: Array.from({ length: 300 }, (_, n): [number, number] => [n, n]) };
    const sent: RequestInit[] = [];
    const post = createPost(async (_path, init) => {
      sent.push(init!);
      return new Response(JSON.stringify(answer));
    }, timers);
    await post(request);
    await post(large);
    expect(new Headers(sent[0]!.headers).get('content-encoding')).toBe(null);
    expect(new Headers(sent[1]!.headers).get('content-encoding')).toBe('gzip');
    expect(JSON.parse(gunzipSync(new Uint8Array(sent[1]!.body as ArrayBuffer)).toString())).toEqual(large);
  });

  it('[EX7] a wire without progress for two minutes is given up', async () => {
    let stalled = () => {};
    const post = createPost(
      (_path, init) =>
        new Promise((_resolve, reject) => {
          init!.signal!.addEventListener('abort', () => reject(new Error('aborted')));
          stalled();
        }),
      {
        set(run, ms) {
          if (ms === 120_000) stalled = run;
          return 0;
        },
        clear: () => undefined
      }
    );
    await expect(post(request)).rejects.toThrow(StalledError);
  });

  it('[EX7] a slow answer is no dead wire: each part of it is progress', async () => {
    let watches = 0;
    const parts = JSON.stringify(answer).match(/[^]{1,40}/g)!;
    const body = new ReadableStream<Uint8Array>({
      pull(stream) {
        const part = parts.shift();
        if (part === undefined) stream.close();
        else stream.enqueue(new TextEncoder().encode(part));
      }
    });
    const counting = { set: () => (watches += 1), clear: () => undefined };
    const expected = parts.length + 2;
    await createPost(async () => new Response(body), counting)(request);
    expect(watches).toBe(expected);
  });

  it('[EX6] nobody on the way leads the phone to another door', async () => {
    let asked: RequestInit | undefined;
    const post = createPost(async (_path, init) => {
      asked = init;
      return new Response(JSON.stringify(answer));
    }, timers);
    await post(request);
    expect(asked).toMatchObject({ redirect: 'error', cache: 'no-store', credentials: 'same-origin' });
  });
});
