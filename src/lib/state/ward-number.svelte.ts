import { CONTACT_PATH } from '$lib/protocol/paths';
import { PHONE_NUMBER } from '$lib/domain/people/number-patterns';

type World = Readonly<{ fetch: typeof fetch; notes: Pick<Storage, 'getItem' | 'setItem'> | undefined }>;

const KEY = 'ward-number';

/** The number under which the ward is called; kept on the phone, since it is wanted where there is no network. */
export class WardNumber {
  readonly #world: World;
  #current: string | undefined = $state();

  constructor(world: World) {
    this.#world = world;
    this.#current = numberIn(world.notes?.getItem(KEY));
  }

  /** Undefined where the ward has named none. */
  get current(): string | undefined {
    return this.#current;
  }

  async refresh(): Promise<void> {
    try {
      const response = await this.#world.fetch(CONTACT_PATH, { cache: 'no-store' });
      if (!response.ok) return;
      const { phone } = (await response.json()) as { phone?: unknown };
      this.#current = numberIn(phone);
      this.#world.notes?.setItem(KEY, this.#current ?? '');
    } catch {
      // Without a network the last one known stands.
    }
  }
}

const numberIn = (said: unknown): string | undefined =>
  typeof said === 'string' && PHONE_NUMBER.test(said) ? said : undefined;

/** The ward's number as this phone knows it. */
export const openWardNumber = (page: Window & typeof globalThis): WardNumber =>
  new WardNumber({ fetch: (...request) => page.fetch(...request), notes: page.localStorage });
