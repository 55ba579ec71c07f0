import { alleyOf } from '$lib/domain/people/address';
import { Finder } from '$lib/domain/people/finding';
import type { HouseholdFile } from '$lib/domain/people/household-file';
import { type HouseholdProgress, isToReview } from '$lib/domain/figures/progress';
import { listByName } from '$lib/domain/people/names';
import { type ListOrder, ListPlace, PAGE_OF_FOUND, PAGE_OF_HOUSEHOLDS } from './list-place.svelte';
import type { Phone } from './phone.svelte';

export const FILTERS = [
  'all',
  'to-review',
  'absent',
  'insurance',
  'expiring',
  'unemployed',
  'unassessed',
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
/** Households that stand together: of one alley in the walk (ngõ), or of one letter; with how many of all are reviewed. */
export type Stretch = Readonly<{
  key: string;
  heading: string;
  reviewed: number;
  all: number;
  listed: readonly Listed[];
}>;

const FITS: Readonly<Record<Filter, (listed: Listed) => boolean>> = {
  all: () => true,
  'to-review': ({ progress }) => isToReview(progress),
  absent: ({ progress }) => progress?.reviewed === 'absent',
  insurance: (listed) => lacks(listed, 'insurance'),
  expiring: ({ progress }) =>
    !!progress?.classes.insurance?.some(({ reason }) => reason === 'card-expires-soon'),
  unemployed: ({ file }) => file.people.some((one) => !one.closed && one.activity === 'unemployed'),
  unassessed: ({ progress }) =>
    !!progress?.classes['culture-expected']?.some((judged) => judged.class === 'unknown'),
  culture: (listed) => lacks(listed, 'culture-expected'),
  work: (listed) => lacks(listed, 'employment') || lacks(listed, 'training'),
  differences: ({ file }) => file.differences.length > 0
};

const lacks = ({ progress }: Listed, rule: keyof HouseholdProgress['classes']): boolean =>
  !!progress?.classes[rule]?.some((judged) => judged.class === 'missing' || judged.class === 'unknown');

/** The households of the group along the alleys or by name (danh sách hộ), searched and filtered. */
export class HouseholdList {
  readonly #phone: Phone;
  readonly #place: ListPlace;
  readonly #finder: Finder;

  constructor(phone: Phone, place = new ListPlace()) {
    this.#phone = phone;
    this.#place = place;
    this.#finder = place.finder ??= new Finder();
  }

  get query(): string {
    return this.#place.query;
  }
  get filter(): Filter {
    return this.#place.filter;
  }
  get order(): ListOrder {
    return this.#place.order;
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

  readonly #inOrder = $derived.by((): Listed[] =>
    this.#place.order === 'walk' ? this.#all : listByName(this.#all, headName)
  );

  readonly found = $derived.by((): Listed[] => {
    const { filter, query } = this.#place;
    const fitting = this.#inOrder.filter(FITS[filter]);
    if (!query.trim()) return fitting;
    return this.#finder
      .find(query, fitting)
      .map(({ listed, member }) => (member ? { ...listed, member } : listed));
  });

  readonly hasMore = $derived.by(() => this.found.length > this.#place.limit);

  readonly stretches = $derived.by((): Stretch[] => {
    const headingOf = HEADINGS[this.#place.order];
    const stretches: { key: string; heading: string; listed: Listed[] }[] = [];
    const times = new Map<string, number>();
    for (const listed of this.found.slice(0, this.#place.limit)) {
      const heading = headingOf(listed);
      const last = stretches.at(-1);
      if (last?.heading === heading) last.listed.push(listed);
      else {
        const time = (times.get(heading) ?? 0) + 1;
        times.set(heading, time);
        stretches.push({ key: `${heading} ${time}`, heading, listed: [listed] });
      }
    }
    const none = { reviewed: 0, all: 0 };
    return stretches.map((stretch) => ({ ...stretch, ...(this.#totals.get(stretch.heading) ?? none) }));
  });

  readonly #totals = $derived.by(() => {
    const headingOf = HEADINGS[this.#place.order];
    const totals = new Map<string, { reviewed: number; all: number }>();
    for (const listed of this.#all) {
      if (listed.progress?.reviewed === 'outside') continue;
      const heading = headingOf(listed);
      const { reviewed, all } = totals.get(heading) ?? { reviewed: 0, all: 0 };
      const isReviewed = listed.progress?.reviewed === 'yes';
      totals.set(heading, { reviewed: reviewed + Number(isReviewed), all: all + 1 });
    }
    return totals;
  });

  /** A hand at the search box: what can be found is made ready before the first letter. */
  prepare(): void {
    this.#finder.prepare(this.#phone.picture.files);
  }

  search(query: string): void {
    this.#place.query = query;
    this.#place.limit = query.trim() ? PAGE_OF_FOUND : PAGE_OF_HOUSEHOLDS;
  }

  arrange(order: ListOrder): void {
    this.#place.order = order;
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

const headName = ({ file: { household, people } }: Listed): string =>
  (people.find(({ id, closed }) => id === household.head && !closed) ?? people.find(({ closed }) => !closed))
    ?.name ?? '';

/** The alley; or the first letter of the tên, where Đ is not D. */
const HEADINGS: Readonly<Record<ListOrder, (listed: Listed) => string>> = {
  walk: ({ file }) => alleyOf(file.household),
  name: (listed) => letterOf(headName(listed))
};

/** Tones do not part a letter, but Ă and Â are letters of their own. */
const letterOf = (name: string): string =>
  (name.trim().split(/\s+/).at(-1) ?? '')
    .slice(0, 1)
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
    .toLocaleUpperCase('vi');
