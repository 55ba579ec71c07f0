import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse
} from 'node:http';
import { gunzipSync } from 'node:zlib';
import { SYNC_PATH } from '$lib/protocol/paths';
import type { SyncRequest } from '$lib/protocol/sync';

/** What came back from the ward, whole. */
export type Answered = Readonly<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>;
export type Asked = Readonly<{
  request: IncomingMessage;
  body: Buffer;
  forward: (body?: Buffer) => Promise<Answered>;
}>;

/** How the way to the ward treats an exchange. */
export type Manner = (asked: Asked, response: ServerResponse) => Promise<void> | void;

/** A real HTTP proxy before the ward; everything but exchanges passes as it is, or not at all. */
export class Wire {
  manner: Manner = passes;
  /** Whether anything for this path gets through. */
  lets: (path: string) => boolean = () => true;
  exchanges = 0;
  answered = 0;
  mostAtOnce = 0;
  #atOnce = 0;
  readonly #server = createServer((incoming, response) => void this.#take(incoming, response));

  constructor(
    readonly target: () => string,
    port: number
  ) {
    this.#server.listen(port, 'localhost');
  }

  async #take(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await this.#asked(incoming);
    if (!asked) return;
    if (!this.lets(incoming.url ?? '/')) return void response.destroy();
    const isExchange = incoming.url === SYNC_PATH;
    if (isExchange) this.exchanges += 1;
    if (isExchange) this.#countUntilOver(response);
    try {
      await (isExchange ? this.manner : passes)(asked, response);
    } catch {
      response.destroy();
    }
    this.answered += Number(isExchange);
  }

  /** Over with the answer, or when the page that asked is gone. */
  #countUntilOver(response: ServerResponse): void {
    this.#atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    const over = () => {
      response.off('close', over).off('finish', over);
      this.#atOnce -= 1;
    };
    response.on('close', over).on('finish', over);
  }

  async #asked(incoming: IncomingMessage): Promise<Asked | undefined> {
    const parts: Buffer[] = [];
    try {
      for await (const part of incoming) parts.push(part as Buffer);
    } catch {
      return undefined;
    }
    const whole = Buffer.concat(parts);
    return {
      request: incoming,
      body: whole,
      forward: (body = whole) => forward(this.target(), incoming, body)
    };
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

export const passes: Manner = async ({ forward: send }, response) => {
  const { status, headers, body } = await send();
  response.writeHead(status, without(headers, 'transfer-encoding', 'connection', 'keep-alive'));
  response.end(body);
};

/** So many entries come through, each alone; then the way is dead. */
export function takesOneByOne(most: number): Manner {
  let taken = 0;
  return async (asked, response) => {
    const packed = asked.request.headers['content-encoding'] === 'gzip';
    const { entries } = JSON.parse(String(packed ? gunzipSync(asked.body) : asked.body)) as SyncRequest;
    if (entries.length > 1) {
      response.writeHead(413, { 'content-type': 'application/json' }).end('{"problem":"too-large"}');
    } else if (taken >= most) {
      response.destroy();
    } else {
      taken += entries.length;
      await passes(asked, response);
    }
  };
}

function forward(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const length = body.length > 0 || method === 'POST' ? { 'content-length': String(body.length) } : {};
    const sent = { ...without(headers, 'content-length', 'transfer-encoding', 'connection'), ...length };
    const outgoing = request(new URL(url ?? '/', target), { method, headers: sent }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(parts) })
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export const without = (headers: IncomingHttpHeaders, ...names: string[]): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
