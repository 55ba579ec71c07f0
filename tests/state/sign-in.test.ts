import { describe, expect, it } from 'vitest';
import type { Actor } from '$lib/domain/actor';
import { SignIn } from '$lib/state/sign-in.svelte';

const actor = {
  account: '5b0e0a3c-0d5b-4a0e-9d51-0b5a3f6f8a01',
  name: 'Nguyễn Văn Hùng',
  role: 'leader',
  groups: ['5b0e0a3c-0d5b-4a0e-9d51-0b5a3f6f8a02']
};

type Asked = { path: unknown; body: unknown };

function aDoor(answer: () => Response | Promise<Response>, remember = async (_: Actor) => {}) {
  const asked: Asked[] = [];
  const door = new SignIn({
    fetch: async (path, init) => {
      asked.push({ path, body: JSON.parse(String(init?.body)) });
      return answer();
    },
    remember
  });
  return { door, asked };
}

const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status });

describe('signing in', () => {
  it('with the right PIN remembers on the phone who is here', async () => {
    const remembered: Actor[] = [];
    const { door, asked } = aDoor(json(200, { actor }), async (who) => void remembered.push(who));
    expect(await door.withPin(' totruong1 ', '246810')).toEqual(actor);
    expect(asked).toEqual([{ path: '/api/session', body: { login: 'totruong1', pin: '246810' } }]);
    expect(remembered).toEqual([actor]);
    expect(door.refusal).toBeUndefined();
  });

  it('with a link sends the token only in the body', async () => {
    const { door, asked } = aDoor(json(200, { actor }));
    await door.withInvite('a-token-of-twenty-letters', '135790');
    expect(asked).toEqual([
      { path: '/api/invite', body: { token: 'a-token-of-twenty-letters', pin: '135790' } }
    ]);
  });

  it.each([
    ['a wrong PIN', json(401, { problem: 'wrong-sign-in' }), { code: 'wrong-sign-in' }],
    [
      'a locked account',
      json(429, { problem: 'locked-out', retryAfter: 120 }),
      { code: 'locked-out', retryAfter: 120 }
    ],
    ['a used link', json(410, { problem: 'link-used' }), { code: 'link-used' }],
    ['a problem this version does not know', json(418, { problem: 'teapot' }), { code: 'busy' }],
    ['a café that answers 200 with a page', () => new Response('<html>Wi-Fi</html>'), { code: 'no-network' }],
    ['JSON that is not ours', json(200, { hello: 1 }), { code: 'no-network' }],
    ['no network', () => Promise.reject(new TypeError('Failed to fetch')), { code: 'no-network' }]
  ])('%s lets nobody in and says why', async (_, answer, refusal) => {
    const { door } = aDoor(answer);
    expect(await door.withPin('totruong1', '1')).toBeUndefined();
    expect(door.refusal).toEqual(refusal);
    expect(door.asking).toBe(false);
  });

  it('where the phone may keep nothing, says so instead of losing work later', async () => {
    const { door } = aDoor(json(200, { actor }), () => Promise.reject(new Error('no storage')));
    expect(await door.withPin('totruong1', '246810')).toBeUndefined();
    expect(door.refusal).toEqual({ code: 'not-kept' });
  });

  it('two taps ask once', async () => {
    const { door, asked } = aDoor(json(200, { actor }));
    await Promise.all([door.withPin('a', '1'), door.withPin('a', '1')]);
    expect(asked).toHaveLength(1);
  });
});
