import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { gzipSync } from 'node:zlib';
import type { Problem } from '$lib/protocol/problem';
import { withSecurityHeaders, withSession } from '$lib/server/http/handles';
import { DELETE as leave, GET as whoAmI, POST as signIn } from '../../src/routes/api/session/+server';
import { POST as acceptInvite } from '../../src/routes/api/invite/+server';
import { GET as health } from '../../src/routes/api/health/+server';
import { POST as secondCopy } from '../../src/routes/api/second-copy/+server';
import { POST as sync } from '../../src/routes/api/sync/+server';
import type { TestServer } from './server';

const DOORS = {
  'POST /api/sync': sync,
  'POST /api/second-copy': secondCopy,
  'POST /api/session': signIn,
  'GET /api/session': whoAmI,
  'DELETE /api/session': leave,
  'POST /api/invite': acceptInvite,
  'GET /api/health': health
} as const;

type Knock = Readonly<{
  body?: unknown;
  /** Bytes as they are, instead of JSON. */
  raw?: BodyInit;
  headers?: Record<string, string>;
  address?: string;
  origin?: string;
}>;
export type Answer = Readonly<{ status: number; json: Problem & Record<string, unknown>; headers: Headers }>;

/** A browser's way in: its cookies, the server's handles, then the door. */
export class Visitor {
  readonly cookies = new Map<string, { value: string; options: Record<string, unknown> }>();

  constructor(readonly server: TestServer) {}

  async knocks(
    door: keyof typeof DOORS,
    { body, raw, headers = {}, address = '10.0.0.1', origin }: Knock = {}
  ): Promise<Answer> {
    const [method, path] = door.split(' ') as [string, string];
    const url = new URL(path, origin ?? 'https://thidua.example');
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const request = new Request(url, {
      method,
      headers: { ...(sent !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(sent !== undefined && { body: sent, duplex: 'half' })
    });
    const event = {
      request,
      url,
      route: { id: path },
      isDataRequest: false,
      cookies: this.#jar(),
      locals: { services: this.server.services, actor: null, session: null },
      getClientAddress: () => address
    } as unknown as RequestEvent;
    const response = await withSecurityHeaders({
      event,
      resolve: () =>
        withSession({
          event,
          resolve: (inner) => DOORS[door](inner as never) as Promise<Response>
        }) as Promise<Response>
    });
    const text = await response.text();
    return { status: response.status, json: text ? JSON.parse(text) : {}, headers: response.headers };
  }

  #jar = (): Cookies =>
    ({
      get: (name: string) => this.cookies.get(name)?.value,
      set: (name: string, value: string, options: Record<string, unknown>) =>
        void this.cookies.set(name, { value, options }),
      delete: (name: string) => void this.cookies.delete(name)
    }) as unknown as Cookies;
}

export const gzipped = (value: unknown): Pick<Knock, 'raw' | 'headers'> => ({
  raw: new Uint8Array(gzipSync(typeof value === 'string' ? value : JSON.stringify(value))),
  headers: { 'content-encoding': 'gzip' }
});
