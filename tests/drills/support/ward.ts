import type { Actor } from '$lib/domain/actor';
import type { HouseholdId } from '$lib/domain/ids';
import type { SyncRequest, SyncResponse } from '$lib/protocol/sync';
import { openSession } from '$lib/server/accounts/sessions';
import { createPost } from '$lib/sync/transport';
import { Caller } from '../../contract/caller';
import { newId } from '../../support/entries';
import { TestPhone } from '../../support/phone';
import { openTestServer } from '../../support/server';

/** A leader with a session that the built server knows. */
export type Leader = Readonly<{ actor: Actor; token: string }>;

/** A ward with some leaders, each of a group of its own with a few households of two people. */
export async function fillSmallWard(url: string, leaders: number, households = 20): Promise<Leader[]> {
  const server = await openTestServer({ url });
  const all: Leader[] = [];
  for (let group = 0; group < leaders; group += 1) {
    const session = await server.addAccount({
      name: `Tổ trưởng ${group + 1}`,
      groups: [server.groups[group]!]
    });
    const caller = new Caller(() => server, session, Date.now);
    await caller.pulls();
    await caller.sends(Array.from({ length: households }, () => caller.household()));
    all.push({ actor: session.actor, token: await openSession(server.services, session.actor.account) });
  }
  await server.close();
  return all;
}

/** The phone's own transport, over real HTTP, with a leader's cookie. */
export function postAs({ token }: Leader, url: string): (request: SyncRequest) => Promise<SyncResponse> {
  const timers = { set: setTimeout, clear: (timer: never) => clearTimeout(timer) };
  return createPost((path, init) => {
    const headers = {
      ...(init?.headers as Record<string, string>),
      cookie: `ward_session=${token}`,
      origin: url
    };
    return fetch(url + String(path), { ...init, headers });
  }, timers);
}

/** A device that says exactly what a drill tells it to. */
export function callerOf(leader: Leader, url: string): Caller {
  const post = postAs(leader, url);
  return new Caller(
    () => ({ exchange: (_session, request) => post(request) }),
    { ...leader, renewed: false },
    Date.now
  );
}

/** A phone's real storage and exchange, without a screen. */
export const phoneOf = (leader: Leader, url: string): TestPhone =>
  new TestPhone(leader.actor, () => postAs(leader, url), { now: Date.now() });

/** Work that is never refused: another visit to a household. */
export const aVisit = (household: string) => ({
  type: 'visit' as const,
  id: newId(),
  household: household as HouseholdId,
  set: { outcome: 'reviewed', on: '2025-11-20' }
});

export const householdsOf = (caller: Caller): string[] =>
  [...caller.rows.values()].filter(({ type }) => type === 'household').map(({ id }) => id);
