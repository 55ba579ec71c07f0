import type { HouseholdFile } from '$lib/domain/people/household-file';
import type { HouseholdId } from '$lib/domain/ids';
import { type Placed, placeBehind } from '$lib/domain/people/walk';
import type { Phone, Recorded } from './phone.svelte';

/** An entry carries up to so many changes. */
const MOST_CHANGES = 40;

/** The order of the walk as the leader walks it (thứ tự đi): everybody who works in the group goes by it. */
export class WalkOrder {
  readonly #phone: Phone;

  constructor(phone: Phone) {
    this.#phone = phone;
  }

  get walk(): readonly HouseholdFile[] {
    return this.#phone.picture.files;
  }

  /** One place up or down; nothing at the ends. */
  step(moved: HouseholdId, by: 1 | -1): Promise<Recorded[]> {
    const others = this.#others(moved);
    const at = this.walk.findIndex(({ household }) => household.id === moved) + by;
    if (at < 0 || at > others.length) return Promise.resolve([]);
    return this.putBehind(moved, others[at - 1] ?? null);
  }

  /** Behind another household ("sau nhà …"), or first of all. */
  putBehind(moved: HouseholdId, behind: HouseholdId | null): Promise<Recorded[]> {
    return this.#record(
      placeBehind(
        this.walk.map(({ household }) => household),
        moved,
        behind
      )
    );
  }

  #others(moved: HouseholdId): HouseholdId[] {
    return this.walk.map(({ household }) => household.id).filter((id) => id !== moved);
  }

  async #record(placed: readonly Placed[]): Promise<Recorded[]> {
    const recorded: Recorded[] = [];
    for (let start = 0; start < placed.length; start += MOST_CHANGES) {
      const changes = placed.slice(start, start + MOST_CHANGES).map(({ household, walkOrder }) => ({
        type: 'household' as const,
        id: household,
        household,
        set: { walkOrder }
      }));
      recorded.push(await this.#phone.record('household.change', changes));
    }
    return recorded;
  }
}
