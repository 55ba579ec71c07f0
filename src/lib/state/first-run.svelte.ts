import { PRACTICE_GROUP } from '$lib/domain/practice';
import type { Phone } from './phone.svelte';

type Notes = Pick<Storage, 'getItem' | 'setItem'>;

/** Whether somebody is new to the notebook (mới dùng sổ): nothing recorded on this phone, and the way not shown or waved off yet. */
export class FirstRun {
  readonly #phone: Phone;
  readonly #notes: Notes;
  readonly #key: string;
  #isLed: boolean = $state(false);

  constructor(phone: Phone, notes: Notes) {
    this.#phone = phone;
    this.#notes = notes;
    this.#key = `thi-dua-led-${phone.actor.account}`;
    this.#isLed = notes.getItem(this.#key) !== null;
  }

  get current(): boolean {
    const { ledger, groupId } = this.#phone;
    return !this.#isLed && ledger.made === 0 && groupId !== PRACTICE_GROUP;
  }

  end(): void {
    this.#isLed = true;
    try {
      this.#notes.setItem(this.#key, '1');
    } catch {
      // A full phone asks once more: no harm.
    }
  }
}
