import type { Drafts } from './drafts.svelte';

/** A form that is recorded as a whole, kept as it is being filled in until then (đang điền dở). */
export class FormDraft<Form extends object> {
  readonly #drafts: Pick<Drafts, 'read' | 'keep'>;
  readonly #place: string;
  readonly #blank: () => Form;
  #form: Form | undefined = $state.raw();

  constructor(drafts: Pick<Drafts, 'read' | 'keep'>, place: string, blank: () => Form) {
    this.#drafts = drafts;
    this.#place = place;
    this.#blank = blank;
  }

  /** What stands on the form: told now, or before a call or an empty battery. */
  readonly told = $derived.by((): Form => {
    if (this.#form) return this.#form;
    const left = this.#drafts.read(this.#place);
    return left ? { ...this.#blank(), ...(JSON.parse(left) as Partial<Form>) } : this.#blank();
  });

  tell(changed: Partial<Form>): void {
    this.#form = { ...this.told, ...changed };
    this.#drafts.keep(this.#place, JSON.stringify(this.#form));
  }

  /** It is recorded. */
  forget(): void {
    this.#drafts.keep(this.#place, '');
  }
}
