import type { RequestEvent } from '@sveltejs/kit';
import type { SignedIn } from '$lib/protocol/session';
import type { Entrance } from '../accounts/accounts';
import type { Services } from '../services';
import { closeSession, type Session } from '../accounts/sessions';
import { giveSessionCookie, takeSessionCookie } from './cookies';
import { Refusal } from './problems';

/** Turns an open door into a cookie, and a closed one into its reason. */
export function enter({ cookies, url }: RequestEvent, entrance: Entrance): SignedIn {
  if (entrance.kind === 'closed') throw new Refusal(entrance.problem, entrance.retryAfter);
  giveSessionCookie(cookies, url, entrance.token);
  return { actor: entrance.actor };
}

type Caller = Readonly<{ services: Services; session: Session | null; event: RequestEvent }>;

export async function whoAmI({ session }: Caller): Promise<SignedIn> {
  if (!session) throw new Refusal('signed-out');
  return { actor: session.actor };
}

/** Signing out twice is signing out once. */
export async function leave({ services, session, event }: Caller): Promise<{ signedOut: true }> {
  if (session) await closeSession(services, session);
  takeSessionCookie(event.cookies, event.url);
  return { signedOut: true };
}
