import { getContext, setContext } from 'svelte';
import type { Filter } from './household-list.svelte';

/** Households shown at once; more come before the end is reached. */
export const PAGE_OF_HOUSEHOLDS = 60;

/** Where one is in the list of households: what is searched, and how far it reaches down. */
export class ListPlace {
  query = $state('');
  filter = $state<Filter>('all');
  limit = $state(PAGE_OF_HOUSEHOLDS);
}

const KEY = Symbol('list-place');
/** One place as long as the notebook is open: coming back from a household finds the list as it was left. */
export const setListPlace = (place: ListPlace): ListPlace => setContext(KEY, place);
export const getListPlace = (): ListPlace => getContext<ListPlace>(KEY);
