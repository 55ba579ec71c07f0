import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { DEEPEST, GZIP_FROM, LARGEST_INFLATED } from '$lib/protocol/limits';
import { Refusal } from './problems';

const inflate = promisify(gunzip);
const deflate = promisify(gzip);

/** Reads a body of JSON within all limits (SV8): its size as sent, its size inflated, its depth before it is parsed. */
export async function readJson(request: Request, most = LARGEST_INFLATED): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) throw new Refusal('not-json');
  const bytes = await readInflated(request, most);
  if (isTooDeep(bytes)) throw new Refusal('too-deep');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('not-json');
  }
}

/** JSON, gzipped where it is worth it and the other end said it can. */
export async function jsonAnswer(answer: unknown, request: Request): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json', vary: 'accept-encoding' });
  const json = JSON.stringify(answer);
  const accepts = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  if (json.length <= GZIP_FROM || !accepts) return new Response(json, { headers });
  headers.set('content-encoding', 'gzip');
  return new Response(new Uint8Array(await deflate(json, { level: 4 })), { headers });
}

async function readInflated(request: Request, most: number): Promise<Uint8Array> {
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') throw new Refusal('not-ours');
  const bytes = await readCapped(request, most);
  if (encoding === 'identity') return bytes;
  try {
    return await inflate(bytes, { maxOutputLength: most });
  } catch (fault) {
    throw new Refusal(
      (fault as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-ours'
    );
  }
}

/** The bytes of a body, no more than so many. */
export async function readCapped(request: Request, most: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new Refusal('too-large');
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > most) break;
      parts.push(part);
    }
  } catch (fault) {
    // The adapter has a limit of its own; any other end of the stream is a wire that broke.
    throw new Refusal((fault as { status?: number }).status === 413 ? 'too-large' : 'not-ours');
  }
  if (size > most) throw new Refusal('too-large');
  return Buffer.concat(parts);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** Counts brackets outside of strings, without building anything. */
export function isTooDeep(bytes: Uint8Array, deepest = DEEPEST): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (inString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (OPENING.has(byte)) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (CLOSING.has(byte)) depth -= 1;
  }
  return false;
}
