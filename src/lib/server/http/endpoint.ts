import type { RequestEvent, RequestHandler } from '@sveltejs/kit';
import type * as z from 'zod/mini';
import type { Role } from '$lib/domain/actor';
import type { Services } from '../services';
import type { Session } from '../accounts/sessions';
import { jsonAnswer, readJson } from './body';
import type { Gate, Knocking } from './gates';
import { answerFault, Refusal } from './problems';

/** Who may knock: everybody, or somebody signed in with one of these roles. */
type Who = 'anyone' | readonly Role[];
type Caller<W extends Who> = Readonly<{
  services: Services;
  session: W extends 'anyone' ? Session | null : Session;
  event: RequestEvent;
}>;

/** What a door bears: who is turned away before and after the body is read, and how many bytes it takes. */
type Limits = Readonly<{ knock?: (caller: Knocking) => void; gates?: readonly Gate[]; largest?: number }>;

/** A door that takes JSON: who asks, from where, how much, how deep, is it ours; then the answer, or a problem (SV8). */
export const endpoint =
  <S extends z.ZodMiniType, const W extends Who>(
    schema: S,
    who: W,
    answer: (caller: Caller<W>, request: z.infer<S>) => Promise<unknown>,
    { gates = [], knock, largest }: Limits = {}
  ): RequestHandler =>
  async (event) => {
    const { services } = event.locals;
    try {
      refuseForeign(event);
      const caller = admit(event, who);
      knock?.(caller);
      const body = await readJson(event.request, largest);
      for (const gate of gates) await gate(services, caller.session, body);
      const request = schema.safeParse(body);
      if (!request.success) throw new Refusal('not-ours');
      return await jsonAnswer(await answer(caller, request.data), event.request);
    } catch (fault) {
      return answerFault(fault, services);
    }
  };

/** A door that takes no body. */
export const bareEndpoint =
  <const W extends Who>(who: W, answer: (caller: Caller<W>) => Promise<unknown>): RequestHandler =>
  async (event) => {
    try {
      if (event.request.method !== 'GET') refuseForeign(event);
      return await jsonAnswer(await answer(admit(event, who)), event.request);
    } catch (fault) {
      return answerFault(fault, event.locals.services);
    }
  };

function admit<W extends Who>(event: RequestEvent, who: W): Caller<W> {
  const { services, session } = event.locals;
  const caller = { services, session, event } as Caller<W>;
  if (who === 'anyone') return caller;
  if (!session) throw new Refusal('signed-out');
  if (!(who as readonly Role[]).includes(session.actor.role)) throw new Refusal('forbidden');
  return caller;
}

/** Another site's page must not act in the name of who is signed in here. */
function refuseForeign({ request, url }: RequestEvent): void {
  const origin = request.headers.get('origin');
  if (request.headers.get('sec-fetch-site') === 'cross-site') throw new Refusal('forbidden');
  if (origin !== null && !isFrom(origin, url)) throw new Refusal('forbidden');
}

const isFrom = (origin: string, { host }: URL): boolean =>
  URL.canParse(origin) && new URL(origin).host === host;
