import { createHash, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { dayOf } from '$lib/domain/calendar';
import { ENTRY_SCHEMA, type Entry } from '$lib/domain/entry/entry';
import type { AccountId, DeviceId, EntryId } from '$lib/domain/ids';
import { keyOf } from '$lib/domain/entry/reading';
import type { Row } from '$lib/domain/entry/row';
import { SESSION_PATH, SYNC_PATH } from '$lib/protocol/paths';
import type { SyncRequest, SyncResponse } from '$lib/protocol/sync';
import { PROTOCOL } from '$lib/protocol/version';
import { aRound, type Tap } from './round';
import { type Led, PIN } from './ward';

/** A request ready to be sent, so that making it is not measured; sending it answers with text. */
export type Packed = Readonly<{ url: string; headers: Record<string, string>; body: Buffer }>;

/** A phone without storage: what it sends is what a real one sends. */
export class WirePhone {
  readonly rows = new Map<string, Row>();
  readonly #device = randomUUID() as DeviceId;
  #n = 0;
  #newest: EntryId | null = null;
  #last: SyncResponse | undefined;
  #standings: string | null = null;
  #campaign: string | null = null;

  private constructor(
    readonly url: string,
    readonly led: Led,
    readonly account: AccountId,
    readonly cookie: string
  ) {}

  static async signsIn(url: string, led: Led): Promise<WirePhone> {
    const answer = await fetch(url + SESSION_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: led.login, pin: PIN })
    });
    if (!answer.ok) throw new Error(`Sign-in refused: ${answer.status}`);
    const { actor } = await answer.json();
    return new WirePhone(url, led, actor.account, answer.headers.get('set-cookie')!.split(';')[0]!);
  }

  /** Takes all there is. */
  async loads(): Promise<void> {
    do this.takes(await send(await this.packs([])), 0);
    while (this.#last!.more);
  }

  /** The next taps of a round, frozen. */
  taps(most: number): Entry[] {
    const today = dayOf(Date.now());
    const now = { year: Number(today.slice(0, 4)), today, newId: randomUUID };
    return aRound(this.rows.values(), most, now).map((tap) => this.freezes(tap));
  }

  freezes({ kind, changes }: Tap): Entry {
    const composed = changes.map((change) => ({ ...change, set: this.#composed(change) }));
    const body = JSON.stringify({ epoch: this.#last!.cursor.epoch, changes: composed });
    const previous = this.#newest;
    this.#newest = randomUUID() as EntryId;
    this.#n += 1;
    const at = Date.now();
    return {
      ...{ id: this.#newest, n: this.#n, previous, kind, schema: ENTRY_SCHEMA, group: this.led.group },
      ...{ author: this.account, device: this.#device, buildsOn: [], body },
      clock: { wall: at, contact: { device: at, server: this.#last!.serverTime } },
      sha: createHash('sha256').update(body).digest('hex')
    };
  }

  async packs(entries: Entry[]): Promise<Packed> {
    const request: SyncRequest = {
      ...{
        protocol: PROTOCOL,
        request: randomUUID(),
        device: this.#device,
        cursor: this.#last?.cursor ?? null
      },
      ...{
        pull: true,
        newest: this.#newest && { n: this.#n, id: this.#newest },
        holds: [[1, this.#n]],
        entries
      },
      ...{ campaign: this.#campaign, standings: this.#standings },
      health: {
        ...{ app: 'bench', wall: Date.now(), unsent: entries.length, oldestUnsent: null },
        ...{ persisted: null, freeBytes: null }
      }
    };
    return packed(this.url + SYNC_PATH, request, this.cookie);
  }

  /** Checks and takes in an answer: every entry must be in effect. */
  takes(text: string, expected: number): void {
    const answer: SyncResponse = JSON.parse(text);
    const applied = answer.receipts?.filter(({ status }) => status === 'applied').length;
    if (answer.end !== 'end' || applied !== expected) throw new Error(`Refused: ${text.slice(0, 300)}`);
    for (const row of answer.rows) this.rows.set(keyOf(row), row);
    this.#last = answer;
    this.#campaign = answer.campaign?.version ?? this.#campaign;
    this.#standings = answer.standings?.version ?? this.#standings;
  }

  #composed({ type, id, set }: Tap['changes'][number]) {
    const row = this.rows.get(keyOf({ type, id }));
    return Object.fromEntries(
      Object.entries(set).map(([field, value]) => {
        const [seen, base] = row?.fields[field] ?? [null, 0];
        return [field, { value, seen, base, own: [] }];
      })
    );
  }
}

export async function packed(url: string, content: unknown, cookie = ''): Promise<Packed> {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip', cookie };
  return { url, headers, body: await promisify(gzip)(JSON.stringify(content)) };
}

export async function send({ url, headers, body }: Packed): Promise<string> {
  const answer = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.text();
}

/** All at once; the milliseconds until the last has its answer, and the answers. */
export async function sendAll(requests: readonly Packed[]): Promise<{ ms: number; answers: string[] }> {
  const start = performance.now();
  const answers = await Promise.all(requests.map(send));
  return { ms: performance.now() - start, answers };
}
