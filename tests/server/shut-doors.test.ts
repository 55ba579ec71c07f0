import type { RequestEvent } from '@sveltejs/kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptInvite, addAccount, invite, signIn } from '$lib/server/accounts/accounts';
import { BusyError } from '$lib/server/database/faults';
import { withSecurityHeaders, withSession } from '$lib/server/http/handles';
import { createHashing } from '$lib/server/accounts/pins';
import { Caller } from '../contract/caller';
import { Visitor } from '../support/door';
import { openTestServer, type TestServer } from '../support/server';

const NOON = Date.UTC(2025, 10, 20, 5);

describe('doors that stay shut', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await openTestServer({ clock: () => NOON });
    const hoa = { login: 'hoa', name: 'Trần Thị Hoa', role: 'leader', pin: '000011' } as const;
    await addAccount(server.services, { ...hoa, groups: [server.groups[0]!] });
  });
  afterEach(() => server.close());

  const guesses = (pins: string[], login = 'hoa') =>
    Promise.all(pins.map((pin) => new Visitor(server).knocks('POST /api/session', { body: { login, pin } })));
  const pin = (guess: number) => String(guess).padStart(6, '0');

  it('[SV8] of twelve guesses at once five are looked at, and the right one among the others opens nothing', async () => {
    const said = (await guesses(Array.from({ length: 12 }, (_, guess) => pin(guess)))).map(
      ({ json }) => json
    );
    expect(said.filter(({ actor }) => actor)).toEqual([]);
    expect(said.filter(({ problem }) => problem === 'locked-out').length).toBeGreaterThanOrEqual(8);
  });

  it('[SV8] a lock that fell while the right PIN was being looked at holds', async () => {
    const hashing = {
      ...server.services.hashing,
      async matches() {
        await server.services.db
          .updateTable('accounts')
          .set({ fails: 9, locked_until: NOON + 60_000 })
          .execute();
        return true;
      }
    };
    const entrance = await signIn({ ...server.services, hashing }, { login: 'hoa', pin: '000011' }, 'x');
    expect(entrance).toEqual({ kind: 'closed', problem: 'locked-out', retryAfter: 60 });
  });

  it('after four wrong guesses the right PIN still opens, and forgets them', async () => {
    for (let guess = 0; guess < 4; guess += 1) await guesses(['999999']);
    expect((await guesses(['000011']))[0]!.status).toBe(200);
    expect((await guesses(['999999']))[0]!.json.problem).toBe('wrong-sign-in');
  });

  it('[SV8] more than twenty waiting to be looked at are told to come back, and no attempt is counted', async () => {
    const hashing = createHashing();
    const waiting = Array.from({ length: 22 }, () => hashing.hash('1'));
    expect(hashing.isFull()).toBe(true);
    await expect(hashing.hash('1')).rejects.toThrow(BusyError);
    const services = { ...server.services, hashing };
    const entrances = [
      await signIn(services, { login: 'hoa', pin: '000000' }, 'x'),
      await acceptInvite(services, { token: 'x'.repeat(43), pin: '123456' }, 'x')
    ];
    for (const entrance of entrances)
      expect(entrance).toEqual({ kind: 'closed', problem: 'busy', retryAfter: 10 });
    const account = await server.services.db.selectFrom('accounts').select('fails').executeTakeFirst();
    expect(account).toEqual({ fails: 0 });
    await Promise.all(waiting);
  });

  it.each(['POST /api/session', 'POST /api/invite'] as const)(
    '[SV8] %s takes no more than 4 KiB',
    async (door) => {
      const answer = await new Visitor(server).knocks(door, { raw: `{"login":"${'a'.repeat(4_096)}"}` });
      expect(answer).toMatchObject({ status: 413, json: { problem: 'too-large' } });
    }
  );

  it('a link whose PIN could not be saved is not used up', async () => {
    const officer = { login: 'canbo', name: 'Cán bộ', role: 'officer', groups: [] } as const;
    const token = await invite(server.services, await addAccount(server.services, officer));
    const dead = () => Promise.reject(new Error('killed'));
    for (const part of [
      { hashing: { ...server.services.hashing, hash: dead } },
      { write: dead as typeof server.services.write }
    ]) {
      const accepting = acceptInvite({ ...server.services, ...part }, { token, pin: '123456' }, 'x');
      await expect(accepting).rejects.toThrow('killed');
    }
    expect(await acceptInvite(server.services, { token, pin: '123456' }, 'x')).toMatchObject({
      kind: 'open'
    });
    expect(await acceptInvite(server.services, { token, pin: '123456' }, 'x')).toMatchObject({
      problem: 'link-used'
    });
  });

  describe('with nobody signed in', () => {
    const bare = (body: object, address?: string) =>
      new Visitor(server).knocks('POST /api/sync', { body, address });

    it('[SV8] thirty exchanges a minute of one address are heard, whatever device they name', async () => {
      for (let count = 0; count < 30; count += 1)
        expect((await bare({ device: `d${count}` }, '10.9.9.9')).json.problem).toBe('signed-out');
      expect((await bare({ device: 'another' }, '10.9.9.9')).json.problem).toBe('too-many');
      expect((await bare({ device: 'another' }, '10.1.1.1')).json.problem).toBe('signed-out');
    });

    it('[SV6] a device without its key is turned away before anybody looks at what it brings', async () => {
      for (const body of [{ entries: ['no entry'] }, { device: 'd', key: 'k', entries: 7 }, []])
        expect((await bare(body)).json.problem).toBe('signed-out');
    });

    it('[SV8] a device with its key brings at most 256 entries at once', async () => {
      const session = await server.addAccount();
      const caller = new Caller(
        () => server,
        session,
        () => NOON
      );
      const { key } = await caller.sends();
      const entries = Array.from({ length: 257 }, () => caller.household());
      expect((await bare(caller.request(entries, { key }))).json.problem).toBe('too-large');
      expect((await bare(caller.request(entries.slice(1), { key }))).json).toMatchObject({ held: true });
    });
  });

  describe('addresses that are spelled otherwise', () => {
    const asks = (path: string, route: string | null) => {
      const url = new URL(path, 'https://thidua.example');
      const event = {
        ...{ url, route: { id: route }, isDataRequest: false, request: new Request(url) },
        cookies: { get: () => undefined },
        locals: { services: server.services, actor: null, session: null }
      } as unknown as RequestEvent;
      const page = async () => new Response('the desk');
      return withSecurityHeaders({
        event,
        resolve: () => withSession({ event, resolve: page }) as Promise<Response>
      });
    };

    it.each(['/ward', '/%77ard', '/ward/', '/%77%61rd/devices'])(
      '%s is the desk, and sends a stranger away with all headers',
      async (path) => {
        const answer = await asks(path, '/(ward)/ward');
        expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in']);
        expect(answer.headers.get('x-frame-options')).toBe('DENY');
        expect(answer.headers.get('cache-control')).toBe('no-store');
      }
    );

    it('/%61pi/health is kept by nobody on the way, either', async () => {
      expect((await asks('/%61pi/health', '/api/health')).headers.get('cache-control')).toBe('no-store');
      expect((await asks('/ranking', '/(leader)/ranking')).headers.get('cache-control')).toBeNull();
    });
  });
});
