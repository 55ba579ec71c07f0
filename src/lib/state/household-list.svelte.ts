import { alleyOf } from '$lib/domain/people/address';
import type { HouseholdFile } from '$lib/domain/people/household-file';
import { searchFor } from '$lib/domain/people/names';
import { type HouseholdProgress, isToReview } from '$lib/domain/figures/progress';
import { ListPlace, PAGE_OF_HOUSEHOLDS } from './list-place.svelte';
import type { Phone } from './phone.svelte';

export const FILTERS = [
  'all',
  'to-review',
  'absent',
  'insurance',
  'expiring',
  'culture',
  'work',
  'differences'
] as const;
export type Filter = (typeof FILTERS)[number];

export type Listed = Readonly<{
  file: HouseholdFile;
  progress: HouseholdProgress | undefined;
  /** Whose name a search has found. */
  member?: string;
}>;
/** Households of one alley that stand together in the walk (ngõ), with how many of all in it are reviewed. */
export type Alley = Readonly<{ heading: string; reviewed: number; all: number; listed: readonly Listed[] }>;

const FITS: Readonly<Record<Filter, (listed: Listed) => boolean>> = {
  all: () => true,
  'to-review': ({ progress }) => isToReview(progress),
  absent: ({ progress }) => progress?.reviewed === 'absent',
  insurance: (listed) => lacks(listed, 'insurance'),
  expiring: ({ progress }) =>
    !!progress?.classes.insurance?.some(({ reason }) => reason === 'card-expires-soon'),
  culture: (listed) => lacks(listed, 'culture-expected'),
  work: (listed) => lacks(listed, 'employment') || lacks(listed, 'training'),
  differences: ({ file }) => file.differences.length > 0
};

const lacks = ({ progress }: Listed, rule: keyof HouseholdProgress['classes']): boolean =>
  !!progress?.classes[rule]?.some((judged) => judged.class === 'missing' || judged.class === 'unknown');

/** The households of the group along the alleys (danh sách hộ), searched and filtered. */
export class HouseholdList {
  readonly #phone: Phone;
  readonly #place: ListPlace;

  constructor(phone: Phone, place = new ListPlace()) {
    this.#phone = phone;
    this.#place = place;
  }

  get query(): string {
    return this.#place.query;
  }
  get filter(): Filter {
    return this.#place.filter;
  }

  readonly #all = $derived.by((): Listed[] =>
    this.#phone.picture.files.map((file) => ({
      file,
      progress: this.#phone.picture.progress(file.household.id)
    }))
  );

  readonly counts = $derived.by(
    () =>
      Object.fromEntries(FILTERS.map((filter) => [filter, this.#all.filter(FITS[filter]).length])) as Record<
        Filter,
        number
      >
  );

  readonly found = $derived.by((): Listed[] => {
    const fitting = this.#all.filter(FITS[this.#place.filter]);
    const query = this.#place.query.trim();
    return query ? findIn(fitting, query) : fitting;
  });

  readonly hasMore = $derived.by(() => this.found.length > this.#place.limit);

  readonly alleys = $derived.by((): Alley[] => {
    const totals = this.#totals;
    const alleys: { heading: string; listed: Listed[] }[] = [];
    for (const listed of this.found.slice(0, this.#place.limit)) {
      const heading = alleyOf(listed.file.household);
      const last = alleys.at(-1);
      if (last?.heading === heading) last.listed.push(listed);
      else alleys.push({ heading, listed: [listed] });
    }
    return alleys.map((alley) => ({ ...alley, ...(totals.get(alley.heading) ?? { reviewed: 0, all: 0 }) }));
  });

  readonly #totals = $derived.by(() => {
    const totals = new Map<string, { reviewed: number; all: number }>();
    for (const { file, progress } of this.#all) {
      if (progress?.reviewed === 'outside') continue;
      const heading = alleyOf(file.household);
      const { reviewed, all } = totals.get(heading) ?? { reviewed: 0, all: 0 };
      totals.set(heading, { reviewed: reviewed + Number(progress?.reviewed === 'yes'), all: all + 1 });
    }
    return totals;
  });

  search(query: string): void {
    this.#place.query = query;
    this.#place.limit = PAGE_OF_HOUSEHOLDS;
  }

  choose(filter: Filter): void {
    this.#place.filter = filter;
    this.#place.limit = PAGE_OF_HOUSEHOLDS;
  }

  /** Lets the list reach down to a household, to come back to it. */
  reach(id: string): void {
    const place = this.found.findIndex(({ file }) => file.household.id === id);
    this.#place.limit = Math.max(this.#place.limit, place + 1);
  }

  showMore(): void {
    if (this.hasMore) this.#place.limit += PAGE_OF_HOUSEHOLDS;
  }
}

/** By a member's name, or by where they live, or, in several words, by both ("lan 124"). */
function findIn(all: readonly Listed[], query: string): Listed[] {
  const isFound = searchFor(query);
  const severalWords = /\s/.test(query);
  return all.flatMap((listed) => {
    const { household, people } = listed.file;
    const place = [household.houseNumber, household.subAlley, household.alley, household.street];
    const address = place.filter(Boolean).join(' ');
    const names = people.filter(({ closed }) => !closed).map(({ name }) => name);
    const member =
      names.find(isFound) ?? (severalWords ? names.find((name) => isFound(`${name} ${address}`)) : undefined);
    if (member !== undefined) return [{ ...listed, member }];
    return isFound(address) ? [listed] : [];
  });
}
