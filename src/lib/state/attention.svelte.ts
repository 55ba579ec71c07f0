import { isClockOff, isCopyDue, isLongUnsent, type Unsent } from '$lib/domain/delivery/unsent';
import { type CopyNote, readCopyNote } from './copy-note';
import type { Phone } from './phone.svelte';

/** What about the work itself is to be said aloud (việc cần để ý): work long unsent, a wrong clock, a copy worth making. */
export class Attention {
  readonly #phone: Phone;
  #note: CopyNote = $state.raw({ n: 0, at: 0 });

  constructor(phone: Phone, notes: Pick<Storage, 'getItem' | 'setItem'> | undefined) {
    this.#phone = phone;
    this.#note = readCopyNote(notes, phone.actor.account);
  }

  /** The last second copy; `n` 0 where none was made. */
  get note(): CopyNote {
    return this.#note;
  }

  /** Unsent for more than 48 hours: how much, and since when. */
  readonly longUnsent = $derived.by((): { count: number; oldest: number } | undefined => {
    const { count, oldest } = this.#unsentAfter(0);
    return oldest !== null && isLongUnsent({ count, oldest }, this.#now()) ? { count, oldest } : undefined;
  });

  readonly copyDue = $derived.by((): boolean => isCopyDue(this.#unsentAfter(this.#note.n), this.#now()));

  /** By how many milliseconds the clock is ahead, where that is worth saying. */
  readonly clockOff = $derived.by((): number | undefined => {
    const { clockAhead } = this.#phone;
    return isClockOff(clockAhead) ? clockAhead : undefined;
  });

  /** A copy was made of all that was unsent then. */
  noted(note: CopyNote): void {
    this.#note = note;
  }

  #unsentAfter(n: number): Unsent {
    const unsent = this.#phone.own.unsent.filter((entry) => entry.n > n);
    return { count: unsent.length, oldest: unsent[0]?.at ?? null };
  }

  /** Looked at again with every try to reach the ward. */
  #now(): number {
    void this.#phone.sync;
    return this.#phone.wardTime;
  }
}
