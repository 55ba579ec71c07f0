import { askToPersist, readStorage } from '$lib/device/storage';
import type { Check, CheckState, Findings } from '$lib/domain/delivery/check-code';
import { isClockOff } from '$lib/domain/delivery/unsent';
import { HEALTH_PATH } from '$lib/protocol/paths';
import type { Phone } from './phone.svelte';

type World = Readonly<{
  fetch: typeof fetch;
  now: () => number;
  storage: StorageManager | undefined;
  /** Whether the app opens without a network: its worker stands before it. */
  hasWorker: () => boolean;
}>;

/** What was found, with the numbers behind it. */
export type Looked = Readonly<{
  findings: Findings;
  freeBytes: number | null;
  /** Milliseconds to the ward and back; null where it did not answer. */
  roundTrip: number | null;
  /** By how many milliseconds this clock is ahead; null where nobody could say. */
  clockAhead: number | null;
}>;

/** Looks at the phone itself (kiểm tra máy): whether it keeps, whether there is room, whether the ward can be reached. */
export class PhoneCheck {
  readonly #phone: Pick<Phone, 'clockAhead' | 'ledger' | 'sync' | 'update'>;
  readonly #world: World;
  #looked: Looked | undefined = $state.raw();
  #looking = $state(false);

  constructor(phone: Pick<Phone, 'clockAhead' | 'ledger' | 'sync' | 'update'>, world: World) {
    this.#phone = phone;
    this.#world = world;
  }

  get looked(): Looked | undefined {
    return this.#looked;
  }
  get looking(): boolean {
    return this.#looking;
  }

  async look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    const [kept, answer] = await Promise.all([readStorage(this.#world.storage), this.#roundTrip()]);
    const clockAhead =
      answer.ahead ?? (this.#phone.ledger.lastContact === null ? null : this.#phone.clockAhead);
    this.#looked = {
      findings: {
        kept: kept.persisted === null ? 'unknown' : kept.persisted ? 'good' : 'doubt',
        space: spaceOf(kept.freeBytes),
        clock: clockAhead === null ? 'unknown' : isClockOff(clockAhead) ? 'bad' : 'good',
        network: answer.state,
        version: this.#version(),
        offline: this.#world.hasWorker() ? 'good' : 'bad'
      } satisfies Record<Check, CheckState>,
      freeBytes: kept.freeBytes,
      roundTrip: answer.ms,
      clockAhead
    };
    this.#looking = false;
  }

  /** Asks the phone to clear nothing of the notebook, then looks again. */
  async keep(): Promise<void> {
    await askToPersist(this.#world.storage);
    await this.look();
  }

  #version(): CheckState {
    if (this.#phone.sync.kind === 'too-old') return 'bad';
    return this.#phone.update.waiting || this.#phone.update.reloadWanted ? 'doubt' : 'good';
  }

  async #roundTrip(): Promise<{ state: CheckState; ms: number | null; ahead: number | null }> {
    const began = this.#world.now();
    try {
      const response = await this.#world.fetch(HEALTH_PATH, {
        cache: 'no-store',
        signal: AbortSignal.timeout?.(LONGEST_TRIP) ?? null
      });
      const isWard = await saysWell(response);
      const ended = this.#world.now();
      if (!isWard) return { state: 'bad', ms: null, ahead: null };
      const there = Date.parse(response.headers.get('date') ?? '');
      const ahead = Number.isNaN(there) ? null : (began + ended) / 2 - there;
      return { state: 'good', ms: ended - began, ahead };
    } catch {
      return { state: 'doubt', ms: null, ahead: null };
    }
  }
}

const LONGEST_TRIP = 15_000;
const MEGABYTE = 2 ** 20;

/** A year of a large group is some megabytes; a phone that has hardly more begins to refuse. */
function spaceOf(freeBytes: number | null): CheckState {
  if (freeBytes === null) return 'unknown';
  if (freeBytes < 20 * MEGABYTE) return 'bad';
  return freeBytes < 200 * MEGABYTE ? 'doubt' : 'good';
}

/** The sign-in page of a hotel's network answers too, but not so. */
async function saysWell(response: Response): Promise<boolean> {
  const said: unknown = await response.json().catch(() => undefined);
  return response.ok && typeof said === 'object' && said !== null && 'ok' in said && said.ok === true;
}

/** The check of the phone that the page is on. */
export const openPhoneCheck = (phone: Phone, page: Window & typeof globalThis): PhoneCheck =>
  new PhoneCheck(phone, {
    fetch: (...request) => page.fetch(...request),
    now: () => Date.now(),
    storage: page.navigator.storage,
    hasWorker: () => Boolean(page.navigator.serviceWorker?.controller)
  });
