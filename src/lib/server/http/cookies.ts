import type { Cookies } from '@sveltejs/kit';
import { SESSION_DAYS } from '../accounts/sessions';

const NAME = 'ward_session';

export const readSessionCookie = (cookies: Cookies): string | undefined => cookies.get(NAME);

/** No script reads it and no other site sends it; unencrypted only to a server on the same machine. */
export function giveSessionCookie(cookies: Cookies, url: URL, token: string): void {
  cookies.set(NAME, token, { ...attributes(url), maxAge: SESSION_DAYS * 86_400 });
}

export function takeSessionCookie(cookies: Cookies, url: URL): void {
  cookies.delete(NAME, attributes(url));
}

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

const attributes = (url: URL) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: !(url.protocol === 'http:' && LOCAL.includes(url.hostname))
});
