import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What every answer says to the browser. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  // Not 'no-referrer': the browser would then send "Origin: null" with our own forms, and they would be refused.
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()'
};

/** For a year; said only where people come by HTTPS. */
export const ONLY_HTTPS = 'max-age=31536000; includeSubDomains';

/**
 * Prerendered pages and files are answered before any handle of ours is asked: they get their headers as the request
 * comes in. A page with a policy of its own replaces this one; the shell has its own in the page, where a browser
 * does not believe frame-ancestors.
 */
export function secureEveryAnswer(origin: string | undefined): void {
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { request: IncomingMessage; response: ServerResponse };
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    response.setHeader('content-security-policy', "frame-ancestors 'none'");
    if (origin?.startsWith('https:')) response.setHeader('strict-transport-security', ONLY_HTTPS);
  });
}
