import { mirroredNames, openMirror } from '$lib/device/mirror';
import type { Entry } from '$lib/domain/entry/entry';
import type { AccountId } from '$lib/domain/ids';
import { FIRST_BATCH } from '$lib/protocol/limits';
import { SESSION_PATH } from '$lib/protocol/paths';
import type { Receipt, SyncRequest } from '$lib/protocol/sync';
import { PROTOCOL } from '$lib/protocol/version';
import { RefusedError } from '$lib/sync/faults';
import type { Timers } from '$lib/sync/transport';

type World = Readonly<{
  caches: CacheStorage | undefined;
  fetch: typeof globalThis.fetch;
  timers: Timers;
  now: () => number;
  newId: () => string;
  app: string;
}>;

/** What became of sending; "received" is only said of counted receipts. */
export type Rescue = 'idle' | 'sending' | 'received' | 'no-network' | 'signed-out' | 'another-account';

/** The phone's storage will not open (A7): what lies in the mirrors can still be counted, and sent. Nothing is deleted. */
export class ClosedNotebook {
  readonly #world: World;
  #kept: readonly Entry[] = $state.raw([]);
  #received = $state(0);
  #rescue: Rescue = $state('idle');

  constructor(world: World) {
    this.#world = world;
  }

  /** Entries found in the mirrors; none may also mean that this phone keeps no mirror. */
  get kept(): number {
    return this.#kept.length;
  }
  get received(): number {
    return this.#received;
  }
  get rescue(): Rescue {
    return this.#rescue;
  }

  async look(): Promise<void> {
    const { caches } = this.#world;
    const names = await mirroredNames(caches).catch(() => []);
    const mirrors = await Promise.all(
      names.map((name) =>
        openMirror(caches, name)
          .read()
          .catch(() => [])
      )
    );
    this.#kept = mirrors.flat();
  }

  /** Sends what whoever is signed in has recorded; another's work is not touched (OB5). */
  async send(): Promise<void> {
    if (this.#rescue === 'sending') return;
    this.#rescue = 'sending';
    this.#received = 0;
    try {
      const account = await this.#whoIsSignedIn();
      const own = this.#kept.filter(({ author }) => author === account);
      for (const device of new Set(own.map((entry) => entry.device))) {
        await this.#sendAll(own.filter((entry) => entry.device === device));
      }
      this.#rescue = this.#received > 0 ? 'received' : 'another-account';
    } catch (fault) {
      this.#rescue = fault instanceof RefusedError ? 'signed-out' : 'no-network';
    }
  }

  async #whoIsSignedIn(): Promise<AccountId> {
    const answer = await this.#world.fetch(SESSION_PATH, { cache: 'no-store', redirect: 'error' });
    if (answer.status === 401) throw new RefusedError('signed-out');
    const { SignedIn } = await import('$lib/protocol/session');
    return SignedIn.parse(await answer.json()).actor.account;
  }

  async #sendAll(entries: readonly Entry[]): Promise<void> {
    const { createPost } = await import('$lib/sync/transport');
    const post = createPost(this.#world.fetch, this.#world.timers);
    for (let start = 0; start < entries.length; start += FIRST_BATCH) {
      const batch = entries.slice(start, start + FIRST_BATCH);
      const { receipts } = await post(this.#request(entries, batch));
      this.#received += countAnswered(batch, receipts);
    }
  }

  /** As the phone itself would, but that it asks for nothing back: there is nowhere to put it. */
  #request(all: readonly Entry[], entries: Entry[]): SyncRequest {
    const [first, last] = [all[0]!, all.at(-1)!];
    return {
      ...{
        protocol: PROTOCOL,
        request: this.#world.newId(),
        device: first.device,
        cursor: null,
        pull: false
      },
      // How many were ever made here is written where nobody can read it now: nothing is claimed (EP3).
      newest: null,
      holds: [[first.n, last.n]],
      entries,
      campaign: null,
      standings: null,
      health: {
        ...{ app: this.#world.app, wall: this.#world.now(), unsent: all.length },
        ...{ oldestUnsent: first.clock.wall, persisted: null, freeBytes: null }
      }
    };
  }
}

const countAnswered = (entries: readonly Entry[], receipts: readonly Receipt[]): number => {
  const answered = new Set(receipts.map(({ id }) => id));
  return entries.filter(({ id }) => answered.has(id)).length;
};

/** For the page that could not open its phone. */
export const openClosedNotebook = (page: Window & typeof globalThis, app: string): ClosedNotebook =>
  new ClosedNotebook({
    caches: page.caches,
    fetch: (...request) => page.fetch(...request),
    timers: { set: (run, ms) => page.setTimeout(run, ms), clear: (timer) => page.clearTimeout(timer) },
    now: () => Date.now(),
    newId: () => page.crypto.randomUUID(),
    app
  });
