import { RefusedError, StalledError, WireError } from './faults';
import { GZIP_FROM } from '$lib/protocol/limits';
import { SYNC_PATH } from '$lib/protocol/paths';
import { Problem } from '$lib/protocol/problem';
import { type SyncRequest, SyncResponse, type Understood } from '$lib/protocol/sync';

/** Sends one request and answers with our server's whole word, or throws. */
export type Post = (request: SyncRequest) => Promise<Understood>;

/** No progress for this long means the wire is dead (EX7). Milliseconds. */
const STALLED = 120_000;

/** How a wire that hangs is given up. */
export type Timers = Readonly<{
  set: (run: () => void, ms: number) => unknown;
  clear: (timer: never) => void;
}>;

export function createPost(fetch: typeof globalThis.fetch, timers: Timers): Post {
  return async (request) => {
    const watchdog = new AbortController();
    let timer = timers.set(() => watchdog.abort(), STALLED);
    const progress = () => {
      timers.clear(timer as never);
      timer = timers.set(() => watchdog.abort(), STALLED);
    };
    try {
      const { body, encoding } = await packed(JSON.stringify(request));
      const response = await fetch(SYNC_PATH, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(encoding && { 'content-encoding': encoding }) },
        body,
        cache: 'no-store',
        credentials: 'same-origin',
        redirect: 'error',
        signal: watchdog.signal
      });
      progress();
      return understood(response.status, await readAll(response, progress), request.request);
    } catch (fault) {
      if (fault instanceof RefusedError || fault instanceof WireError) throw fault;
      if (watchdog.signal.aborted) throw new StalledError('no progress');
      throw new WireError(String(fault));
    } finally {
      timers.clear(timer as never);
    }
  };
}

/** Only status 200 with our JSON, whole and for this request, is a word from the server (EX6). */
export function understood(status: number, text: string, request: string): Understood {
  const json = parsed(text);
  if (status !== 200) throw refusal(status, json);
  const answer = SyncResponse.safeParse(json);
  const data = answer.data ?? withoutNewWords(json);
  if (!data) throw new WireError('not our answer');
  if (data.request !== request) throw new WireError('answer to another request');
  return data;
}

/** A campaign of a newer version is not understood here: the old one stays, and everything else goes on (EN4). */
function withoutNewWords(json: unknown): Understood | undefined {
  if (typeof json !== 'object' || json === null) return;
  const { data } = SyncResponse.safeParse({ ...json, campaign: undefined, standings: undefined });
  return data && { ...data, hasNewWords: true };
}

function refusal(status: number, json: unknown): Error {
  // A proxy before the ward may say it in its own words.
  if (status === 413) return new RefusedError('too-large');
  const said = Problem.safeParse(json);
  if (!said.success) return new WireError(`status ${status}`);
  const { problem, retryAfter } = said.data;
  if (problem === 'signed-out' || problem === 'too-old' || problem === 'too-large')
    return new RefusedError(problem);
  return new WireError(problem, retryAfter);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readAll(response: Response, progress: () => void): Promise<string> {
  if (!response.body) return response.text();
  const decoder = new TextDecoder();
  let text = '';
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    progress();
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

async function packed(json: string): Promise<{ body: string | ArrayBuffer; encoding?: 'gzip' }> {
  if (json.length <= GZIP_FROM || typeof CompressionStream === 'undefined') return { body: json };
  const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('gzip'));
  return { body: await new Response(stream).arrayBuffer(), encoding: 'gzip' };
}
