import { type Handle, isRedirect, redirect, type RequestEvent } from '@sveltejs/kit';
import { worksAtTheWard } from '$lib/domain/rights';
import { theServices } from '../services';
import { findSession } from '../accounts/sessions';
import { giveSessionCookie, readSessionCookie } from './cookies';
import { answerFault } from './problems';
import { ONLY_HTTPS, SECURITY_HEADERS } from './security-headers';

/** Gives every request the server's services. */
export const withServices: Handle = async ({ event, resolve }) => {
  event.locals.actor = null;
  event.locals.session = null;
  if (!needsServices(event.route.id)) return resolve(event);
  try {
    event.locals.services = await theServices();
  } catch (fault) {
    return answerFault(fault, { reportFault: () => 'unopened' });
  }
  return resolve(event);
};

/** Says who asks, and keeps everybody but the ward's own people out of its desk. */
export const withSession: Handle = async ({ event, resolve }) => {
  const { locals, cookies, url } = event;
  const token = readSessionCookie(cookies);
  if (locals.services && token) {
    try {
      locals.session = await findSession(locals.services, token);
    } catch (fault) {
      return answerFault(fault, locals.services);
    }
    locals.actor = locals.session?.actor ?? null;
    if (locals.session?.renewed) giveSessionCookie(cookies, url, token);
  }
  const isDesk = event.route.id?.startsWith('/(ward)');
  if (isDesk && !(locals.actor && worksAtTheWard(locals.actor))) redirect(303, '/sign-in');
  return resolve(event);
};

type Resolve = Parameters<Handle>[0]['resolve'];

/** What every answer says to the browser; nothing about people is kept by anybody on the way. */
export const withSecurityHeaders: Handle = async ({ event, resolve }) => {
  const response = await answered(event, resolve);
  const { headers } = response;
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
  if (event.url.protocol === 'https:') headers.set('strict-transport-security', ONLY_HTTPS);
  if (needsServices(event.route.id)) headers.set('cache-control', 'no-store');
  return response;
};

/** A redirect of a page becomes its answer here, or it would leave without the headers; a script's is the framework's own. */
async function answered(event: RequestEvent, resolve: Resolve): Promise<Response> {
  try {
    return await resolve(event);
  } catch (fault) {
    const isScript = event.isDataRequest || /\bjson\b/.test(event.request.headers.get('accept') ?? '');
    if (!isRedirect(fault) || isScript) throw fault;
    return new Response(null, { status: fault.status, headers: { location: fault.location } });
  }
}

/**
 * The leader's pages are one empty shell: they must open with the database away. By the route and not by the
 * address, of which there are many spellings for one route (/%77ard).
 */
const needsServices = (route: string | null): boolean =>
  /^\/(api|cong-khai|\(ward\))(\/|$)/.test(route ?? '');
