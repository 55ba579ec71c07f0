import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAccount, invite } from '$lib/server/accounts/accounts';
import { Visitor } from '../support/door';
import { openTestServer, type TestServer } from '../support/server';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

describe('the way in', () => {
  let now: number;
  let server: TestServer;
  let visitor: Visitor;

  beforeEach(async () => {
    now = Date.UTC(2025, 10, 20, 5);
    server = await openTestServer({ clock: () => now });
    visitor = new Visitor(server);
    const account = {
      login: 'Hoa',
      name: 'Trần Thị Hoa',
      role: 'leader',
      groups: [server.groups[0]!],
      pin: '246810'
    } as const;
    await addAccount(server.services, account);
  });
  afterEach(() => server.close());

  const signsIn = (pin: string, login = 'hoa', address?: string) =>
    visitor.knocks('POST /api/session', { body: { login, pin }, address });
  const whoAmI = async () => (await visitor.knocks('GET /api/session')).status;

  it('a leader signs in by name and PIN, however the name is written, and is known from then on', async () => {
    const answer = await signsIn('246810', '  HOA ');
    expect(answer.json.actor).toMatchObject({
      name: 'Trần Thị Hoa',
      role: 'leader',
      groups: [server.groups[0]]
    });
    expect(await whoAmI()).toBe(200);
  });

  it('the cookie is out of reach of scripts and other sites, and nothing else carries the token', async () => {
    const answer = await signsIn('246810');
    const [cookie] = [...visitor.cookies.values()];
    expect(cookie!.options).toMatchObject({
      httpOnly: true,
      sameSite: 'strict',
      secure: true,
      path: '/',
      maxAge: 90 * 86_400
    });
    expect(JSON.stringify(answer.json)).not.toContain(cookie!.value);
    const stored = JSON.stringify(await server.services.db.selectFrom('sessions').selectAll().execute());
    expect(stored).not.toContain(cookie!.value);
  });

  it('five wrong PINs close the door for a minute, each further one twice as long; then the right one opens it', async () => {
    for (let guess = 1; guess <= 4; guess += 1)
      expect((await signsIn('000000')).json.problem).toBe('wrong-sign-in');
    expect((await signsIn('000000')).json).toEqual({ problem: 'locked-out', retryAfter: 60 });
    expect((await signsIn('246810')).json.problem).toBe('locked-out');
    now += MINUTE;
    expect((await signsIn('000000')).json).toEqual({ problem: 'locked-out', retryAfter: 120 });
    now += 2 * MINUTE;
    expect((await signsIn('246810')).status).toBe(200);
    expect((await signsIn('000000')).json.problem).toBe('wrong-sign-in');
  });

  it('a lock never lasts longer than a day', async () => {
    await server.services.db.updateTable('accounts').set({ fails: 500 }).execute();
    expect((await signsIn('000000')).json.retryAfter).toBe(86_400);
  });

  it('guesses that come at once are all counted', async () => {
    await Promise.all(Array.from({ length: 5 }, () => signsIn('000000')));
    expect((await signsIn('246810')).json.problem).toBe('locked-out');
  });

  it('a name that nobody has is answered like any other, the lock included', async () => {
    const said = async (login: string) => {
      const answers = [];
      for (let guess = 0; guess < 6; guess += 1) answers.push((await signsIn('000000', login, login)).json);
      return answers;
    };
    expect(await said('nobody')).toEqual(await said('hoa'));
  });

  it('too many wrong sign-ins from one address wait, others do not', async () => {
    for (let guess = 0; guess < 30; guess += 1) await signsIn('000000', `name${guess}`, '10.9.9.9');
    expect((await signsIn('246810', 'hoa', '10.9.9.9')).json.problem).toBe('too-many');
    expect((await signsIn('246810', 'hoa', '10.1.1.1')).status).toBe(200);
  });

  it('a phone that lay still for 89 days is still signed in, one after 91 is not; calling renews it', async () => {
    await signsIn('246810');
    now += 89 * DAY;
    expect(await whoAmI()).toBe(200);
    now += 89 * DAY;
    expect(await whoAmI()).toBe(200);
    now += 91 * DAY;
    expect(await whoAmI()).toBe(401);
  });

  it('a disabled account is out at once', async () => {
    await signsIn('246810');
    await server.services.db.updateTable('accounts').set({ disabled_at: now }).execute();
    expect(await whoAmI()).toBe(401);
    expect((await signsIn('246810')).json.problem).toBe('wrong-sign-in');
  });

  it('signing out ends the session, and twice is once', async () => {
    await signsIn('246810');
    const [cookie] = [...visitor.cookies.entries()];
    expect((await visitor.knocks('DELETE /api/session')).status).toBe(200);
    visitor.cookies.set(...cookie!);
    expect(await whoAmI()).toBe(401);
    expect((await visitor.knocks('DELETE /api/session')).status).toBe(200);
  });

  it('a one-time link chooses the PIN once, and is dead after two weeks', async () => {
    const account = { login: 'minh', name: 'Lê Minh', role: 'officer', groups: [] } as const;
    const id = await addAccount(server.services, account);
    const [used, old] = [await invite(server.services, id), await invite(server.services, id)];
    const accepts = (token: string, pin = '135791') =>
      visitor.knocks('POST /api/invite', { body: { token, pin } });
    expect((await accepts(used, '12345')).json.problem).toBe('not-ours');
    expect((await accepts(used)).json.actor).toMatchObject({ role: 'officer' });
    expect((await accepts(used)).json.problem).toBe('link-used');
    expect((await signsIn('135791', 'minh')).status).toBe(200);
    now += 15 * DAY;
    expect((await accepts(old)).json.problem).toBe('link-used');
    const stored = JSON.stringify(await server.services.db.selectFrom('invites').selectAll().execute());
    expect(stored).not.toContain(old);
  });
});
