import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LARGEST_INFLATED } from '$lib/protocol/limits';
import { SECOND_COPY_PATH } from '$lib/protocol/paths';
import type { SyncRequest } from '$lib/protocol/sync';
import { addAccount } from '$lib/server/accounts/accounts';
import { isTooDeep } from '$lib/server/http/body';
import { Caller } from '../contract/caller';
import { gzipped, Visitor } from '../support/door';
import { newId } from '../support/entries';
import { openTestServer, type TestServer } from '../support/server';

describe('the door of the exchange', () => {
  const now = Date.UTC(2025, 10, 20, 5);
  let server: TestServer;
  let visitor: Visitor;
  let request: SyncRequest;

  beforeEach(async () => {
    server = await openTestServer({ clock: () => now });
    visitor = new Visitor(server);
    const groups = [server.groups[0]!];
    const account = await addAccount(server.services, {
      login: 'hoa',
      name: 'Hoa',
      role: 'leader',
      groups,
      pin: '246810'
    });
    await visitor.knocks('POST /api/session', { body: { login: 'hoa', pin: '246810' } });
    const actor = { account, name: 'Hoa', role: 'leader', groups } as const;
    const caller = new Caller(
      () => server,
      { actor: { ...actor, groups }, token: '', renewed: false },
      () => now
    );
    request = caller.request([caller.household()]);
  });
  afterEach(() => server.close());

  const syncs = (knock: Parameters<Visitor['knocks']>[1]) => visitor.knocks('POST /api/sync', knock);
  const storedCount = async () =>
    (await server.services.db.selectFrom('entries').select('id').execute()).length;

  it('[EX1] one request, one answer; gzipped both ways where it is worth it', async () => {
    const answer = await syncs({
      ...gzipped(request),
      headers: { 'content-encoding': 'gzip', 'accept-encoding': 'gzip' }
    }).catch((fault) => fault);
    // The visitor reads text: a gzipped answer is not JSON to it.
    expect(answer).toBeInstanceOf(SyntaxError);
    const plain = await syncs({ body: request });
    expect(plain.json).toMatchObject({ request: request.request, end: 'end', receipts: [{ already: true }] });
    expect(await storedCount()).toBe(1);
  });

  it('[SV6] signed out, with the key that the ward gave, the door still takes work in, and only that', async () => {
    const { key } = (await syncs({ body: { ...request, entries: [] } })).json;
    visitor.cookies.clear();
    const held = await syncs({ body: { ...request, key } });
    expect(held).toMatchObject({
      status: 200,
      json: { held: true, receipts: [{ reason: 'held' }], rows: [] }
    });
    expect(await syncs({ body: { ...request, key: 'x'.repeat(43) } })).toMatchObject({ status: 401 });
    expect(await syncs({ body: { ...request, key, entries: [] } })).toMatchObject({ status: 401 });
    expect(await storedCount()).toBe(1);
  });

  it('[OB6] only an officer hands in a second copy, and only one of ours', async () => {
    const copy = {
      ...{ format: 'thi-dua/second-copy/1', seal: 'x', account: newId(), device: newId(), entries: 1 },
      ...{ ephemeral: 'QQ==', iv: 'QQ==', sealed: 'QQ==' }
    };
    const handsIn = (body: unknown) => visitor.knocks(`POST ${SECOND_COPY_PATH}` as const, { body });
    expect(await handsIn(copy)).toMatchObject({ status: 403, json: { problem: 'forbidden' } });
    await addAccount(server.services, {
      ...{ login: 'canbo', name: 'Cán bộ', role: 'officer', groups: [], pin: '246810' }
    } as const);
    await visitor.knocks('POST /api/session', { body: { login: 'canbo', pin: '246810' } });
    expect(await handsIn({ ...copy, entries: 0 })).toMatchObject({ status: 400 });
    expect(await handsIn(copy)).toMatchObject({ status: 200, json: { kind: 'refused', problem: 'foreign' } });
  });

  it('[SV8] an answer about people is kept by nobody on the way', async () => {
    const { headers } = await syncs({ body: request });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toContain('max-age');
  });

  it('[EX10] who is signed out hears that; what is no JSON hears that', async () => {
    visitor.cookies.clear();
    expect(await syncs({ body: request })).toMatchObject({ status: 401, json: { problem: 'signed-out' } });
    expect(await syncs({ raw: '{{{' })).toMatchObject({ status: 400, json: { problem: 'not-json' } });
    expect(await storedCount()).toBe(0);
  });

  it('[EX10] a phone whose version is no longer spoken hears "too old"', async () => {
    expect(await syncs({ body: { protocol: 0, hello: 1 } })).toMatchObject({
      status: 426,
      json: { problem: 'too-old' }
    });
  });

  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const bomb = () => gzipped(' '.repeat(LARGEST_INFLATED + 1));
  it.each<[string, string, () => Parameters<Visitor['knocks']>[1]]>([
    ['no JSON', 'not-json', () => ({ raw: '<html>' })],
    ['nothing', 'not-json', () => ({ raw: '' })],
    ['half a request', 'not-json', () => ({ raw: JSON.stringify(request).slice(0, 200) })],
    ['text that is no UTF-8', 'not-json', () => ({ raw: new Uint8Array([0x22, 0xff, 0xfe, 0x22]) })],
    [
      'a form',
      'not-json',
      () => ({ raw: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    ],
    ['an unknown version', 'not-ours', () => ({ body: { ...request, protocol: 2.5 } })],
    ['an unknown key', 'not-ours', () => ({ body: { ...request, admin: true } })],
    [
      'an unknown key of an entry',
      'not-ours',
      () => ({ body: { ...request, entries: [{ ...request.entries[0], admin: 1 }] } })
    ],
    [
      'more entries than a batch',
      'not-ours',
      () => ({ body: { ...request, entries: Array(1_001).fill(request.entries[0]) } })
    ],
    ['a number that is none', 'not-ours', () => ({ body: { ...request, device: 7 } })],
    ['null', 'not-ours', () => ({ body: null })],
    ['a list', 'not-ours', () => ({ body: [] })],
    ['another compression', 'not-ours', () => ({ body: request, headers: { 'content-encoding': 'br' } })],
    ['gzip that is none', 'not-ours', () => ({ body: request, headers: { 'content-encoding': 'gzip' } })],
    ['17 levels', 'too-deep', () => ({ raw: nested(17) })],
    ['a million levels', 'too-deep', () => ({ raw: '['.repeat(1_000_000) })],
    ['more than 2 MiB', 'too-large', () => ({ raw: ' '.repeat(LARGEST_INFLATED + 1) })],
    ['a bomb of gzip', 'too-large', bomb]
  ])('[SV8] %s is refused with "%s" and changes nothing', async (_what, problem, knock) => {
    const answer = await syncs(knock());
    expect(answer.json.problem).toBe(problem);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await storedCount()).toBe(0);
    expect(server.faults).toEqual([]);
  });

  it.each([
    ['{"a":"[[[[[[[[[[[[[[[[[[[["}', false],
    ['{"a":"\\"[[[[[[[[[[[[[[[[[[["}', false],
    [nested(16), false],
    [nested(17), true],
    [`{"a":"\\\\"${',"b":['.repeat(17)}`, true],
    [`[${'[],'.repeat(100)}[]]`, false]
  ])('[SV8] depth counts brackets, not text: %s', (text, expected) => {
    expect(isTooDeep(Buffer.from(text))).toBe(expected);
  });

  it('[SV8] more exchanges than anybody taps are told when to come back', async () => {
    let last = await syncs({ body: request });
    for (let count = 0; count < 300; count += 1) last = await syncs({ raw: '{}' });
    expect(last).toMatchObject({ status: 429, json: { problem: 'too-many', retryAfter: 60 } });
  });

  it('another site cannot act in the name of who is signed in', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' }
    ]) {
      expect(await syncs({ body: request, headers: headers as never })).toMatchObject({ status: 403 });
    }
    expect(await storedCount()).toBe(0);
    expect((await syncs({ body: request, headers: { origin: 'https://thidua.example' } })).status).toBe(200);
  });

  it('[SV1] a database that is away is "busy" with a time, and nothing is acknowledged', async () => {
    await server.services.db.deleteFrom('epochs').execute();
    await server.services.db.deleteFrom('ward').execute();
    const answer = await syncs({ body: request });
    expect(answer).toMatchObject({ status: 503, json: { problem: 'busy', retryAfter: 10 } });
    expect(answer.headers.get('retry-after')).toBe('10');
  });

  it('a fault nobody foresaw has a number and tells nothing', async () => {
    await server.services.db
      .updateTable('campaigns')
      .set({ json: '{"secret":', version: 'broken' })
      .execute();
    const answer = await syncs({ body: request });
    expect(answer).toMatchObject({ status: 500, json: { problem: 'internal', fault: 'test-1' } });
    expect(JSON.stringify(answer.json)).not.toContain('secret');
  });

  it('health says how far the history is, to anybody', async () => {
    await syncs({ body: request });
    visitor.cookies.clear();
    expect((await visitor.knocks('GET /api/health')).json).toEqual({ ok: true, head: 1 });
  });
});
