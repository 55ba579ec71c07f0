import type { ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { Random } from '$lib/server/sample/random';
import { type Answered, type Manner, without } from './wire';

const PORTAL = '<!doctype html><title>Wi-Fi</title><h1>Đăng nhập mạng miễn phí</h1>';

/** What stands between a phone and the ward in cafés, hotels and lifts. None of it is a word from the ward (EX6). */
export function badManners(random: Random): Readonly<Record<string, Manner>> {
  let earlier: Answered | undefined;
  const say =
    (status: number, type: string, body: string): Manner =>
    (_asked, response) =>
      void response.writeHead(status, { 'content-type': type }).end(body);

  return {
    'portal page, 200': say(200, 'text/html', PORTAL),
    'portal page called JSON': say(200, 'application/json', PORTAL),
    'empty, 200': say(200, 'application/json', ''),
    'empty, 204': (_asked, response) => void response.writeHead(204).end(),
    'foreign JSON': say(200, 'application/json', '{"ok":true,"receipts":[],"end":"end"}'),
    'proxy wants a name, 407': say(407, 'text/html', PORTAL),
    'portal page, 401': say(401, 'text/html', PORTAL),
    'foreign JSON, 401': say(401, 'application/json', '{"error":"unauthorized"}'),
    'foreign page, 413': say(413, 'text/html', PORTAL),
    'network wants a sign-in, 511': say(511, 'text/html', PORTAL),
    'bad gateway, 502': say(502, 'text/html', PORTAL),
    'redirect to a portal': (asked, response) =>
      void response
        .writeHead(302, { location: `http://127.0.0.1:${asked.request.socket.localPort}/cong` })
        .end(),
    'redirect that keeps the request': (_asked, response) =>
      void response.writeHead(307, { location: '/sign-in' }).end(),
    'answer to another request': async ({ forward }, response) => {
      const mine = await forward();
      const given = earlier ?? { ...mine, body: Buffer.from('{}') };
      earlier = mine;
      give(response, given, given.body);
    },
    'answer lost': async ({ forward }, response) => {
      await forward();
      response.destroy();
    },
    'answer cut, called whole': async ({ forward }, response) => {
      const answer = plain(await forward());
      give(response, answer, answer.body.subarray(0, random.between(0, answer.body.length - 1)));
    },
    'packed answer cut': async ({ forward }, response) => {
      const answer = await forward();
      give(response, answer, answer.body.subarray(0, random.between(0, answer.body.length - 1)));
    },
    'answer breaks off': async ({ forward }, response) => {
      const answer = await forward();
      response.writeHead(answer.status, {
        ...without(answer.headers, 'transfer-encoding'),
        'content-length': answer.body.length
      });
      response.write(answer.body.subarray(0, random.between(0, answer.body.length - 1)), () =>
        response.destroy()
      );
    },
    'request lost': (_asked, response) => void response.destroy(),
    'request cut': async ({ forward, body }, response) => {
      const answer = await forward(body.subarray(0, random.between(0, body.length - 1)));
      give(response, answer, answer.body);
    }
  };
}

function give(response: ServerResponse, { status, headers }: Answered, body: Buffer): void {
  response.writeHead(status, without(headers, 'transfer-encoding', 'content-length', 'connection'));
  response.end(body);
}

function plain(answer: Answered): Answered {
  if (answer.headers['content-encoding'] !== 'gzip') return answer;
  return { ...answer, headers: without(answer.headers, 'content-encoding'), body: gunzipSync(answer.body) };
}
