import { getContext, setContext } from 'svelte';
import type { Finder } from '$lib/domain/people/finding';
import type { Filter } from './household-list.svelte';

/** Households shown at once; more come before the end is reached. */
export const PAGE_OF_HOUSEHOLDS = 60;

/** Enough to fill a phone: each letter typed draws the list anew. */
export const PAGE_OF_FOUND = 15;

/** Along the alleys, or by the name of the head (tên, họ, đệm). */
export type ListOrder = 'walk' | 'name';

/** Where one is in the list of households: what is searched, in what order, and how far it reaches down. */
export class ListPlace {
  /** Made by the list, which comes after the first screen. */
  finder?: Finder;
  order = $state<ListOrder>('walk');
  query = $state('');
  filter = $state<Filter>('all');
  limit = $state(PAGE_OF_HOUSEHOLDS);
}

const KEY = Symbol('list-place');
/** One place as long as the notebook is open: coming back from a household finds the list as it was left. */
export const setListPlace = (place: ListPlace): ListPlace => setContext(KEY, place);
export const getListPlace = (): ListPlace => getContext<ListPlace>(KEY);
