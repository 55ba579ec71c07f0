import { SvelteMap } from 'svelte/reactivity';
import type { DraftBook } from '$lib/device/drafts';
import type { Phone } from './phone.svelte';

/** What was being typed on a screen when it was left, by a call, a reload or an empty battery (đang gõ dở). */
export class Drafts {
  readonly #texts = new SvelteMap<string, string>();
  readonly #opening: Promise<DraftBook | undefined>;

  constructor(phone: Pick<Phone, 'openDrafts'>) {
    this.#opening = phone.openDrafts().catch(() => undefined);
    void this.#opening.then(async (book) => {
      const kept = await book?.read().catch(() => undefined);
      kept?.forEach((text, id) => this.#texts.has(id) || this.#texts.set(id, text));
    });
  }

  read = (id: string): string | undefined => this.#texts.get(id) || undefined;

  keep = (id: string, text: string): void => {
    if ((this.#texts.get(id) ?? '') === text) return;
    this.#texts.set(id, text);
    void this.#opening.then((book) => book?.keep(id, text));
  };
}
