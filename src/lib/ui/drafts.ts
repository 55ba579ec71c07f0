import { getContext, setContext } from 'svelte';

/** Where a field keeps what is being typed; an empty text forgets it. */
export type DraftKeeper = Readonly<{
  read: (id: string) => string | undefined;
  keep: (id: string, text: string) => void;
}>;

const KEY = Symbol('drafts');

/** Screens that keep drafts set the keeper; a field outside of them keeps none. */
export const setDraftKeeper = (keeper: DraftKeeper): DraftKeeper => setContext(KEY, keeper);
export const getDraftKeeper = (): DraftKeeper | undefined => getContext<DraftKeeper | undefined>(KEY);
