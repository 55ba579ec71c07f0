import type { HouseholdId } from '$lib/domain/ids';
import { HouseholdPast } from '$lib/protocol/household-past';
import { HOUSEHOLD_PAST_PATH } from '$lib/protocol/paths';

type Value = HouseholdPast['values'][number];

/** Who recorded what of a household, and when: the ward knows it, so it is asked. */
export class PastOfHousehold {
  readonly #fetch: typeof fetch;
  #values: readonly Value[] | undefined = $state.raw();
  #failed = $state(false);

  constructor(ask: typeof fetch) {
    this.#fetch = ask;
  }

  /** The newest first; undefined until the ward has answered. */
  get values(): readonly Value[] | undefined {
    return this.#values;
  }
  get failed(): boolean {
    return this.#failed;
  }

  async read(household: HouseholdId): Promise<void> {
    this.#failed = false;
    try {
      const response = await this.#fetch(HOUSEHOLD_PAST_PATH, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ household })
      });
      const { values } = HouseholdPast.parse(await response.json());
      this.#values = values.toSorted((a, b) => b.at - a.at);
    } catch {
      this.#failed = true;
    }
  }
}

export const openPastOfHousehold = (page: Window & typeof globalThis): PastOfHousehold =>
  new PastOfHousehold((...request) => page.fetch(...request));
