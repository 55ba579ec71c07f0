import { type Handle, redirect } from '@sveltejs/kit';
import { worksAtTheWard } from '$lib/domain/actor';
import { theServices } from '../services';
import { findSession } from '../sessions';
import { giveSessionCookie, readSessionCookie } from './cookies';
import { answerFault } from './problems';

/** Gives every request the server's services. */
export const withServices: Handle = async ({ event, resolve }) => {
  event.locals.actor = null;
  event.locals.session = null;
  if (!needsServices(event.url.pathname)) return resolve(event);
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
  const isDesk = /^\/ward(\/|$)/.test(url.pathname);
  if (isDesk && !(locals.actor && worksAtTheWard(locals.actor))) redirect(303, '/sign-in');
  return resolve(event);
};

/** What every answer says to the browser; nothing about people is kept by anybody on the way. */
export const withSecurityHeaders: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const { headers } = response;
  headers.set('x-content-type-options', 'nosniff');
  // Not 'no-referrer': the browser would then send "Origin: null" with our own forms, and they would be refused.
  headers.set('referrer-policy', 'same-origin');
  headers.set('x-frame-options', 'DENY');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()');
  if (event.url.protocol === 'https:')
    headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  if (needsServices(event.url.pathname)) headers.set('cache-control', 'no-store');
  return response;
};

/** The leader's pages are one empty shell: they must open with the database away. */
const needsServices = (path: string): boolean => /^\/(api|ward)(\/|$)/.test(path);
