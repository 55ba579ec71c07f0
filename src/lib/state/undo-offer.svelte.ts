import { getContext, setContext } from 'svelte';
import type { EntryId } from '$lib/domain/ids';
import type { Recorded } from './phone.svelte';

const KEY = Symbol('undo-offer');
const OFFERED_FOR = 10_000;

type Offer = Readonly<{ ids: readonly EntryId[]; text: string }>;
type Timer = (act: () => void, delay: number) => () => void;

/** The undo that lies at the thumb for ten seconds after a tap (hoàn tác); the newest act only. */
export class UndoOffer {
  #current = $state.raw<Offer>();
  #withdraw: () => void = () => {};
  #failed = $state.raw<Recorded>();
  readonly #undo: (id: EntryId) => Promise<Recorded>;
  readonly #later: Timer;

  constructor(undo: (id: EntryId) => Promise<Recorded>, later: Timer) {
    this.#undo = undo;
    this.#later = later;
  }

  get current(): Offer | undefined {
    return this.#current;
  }

  /** What became of an undo that was not one; gone with the next act. */
  get failed(): Recorded | undefined {
    return this.#failed;
  }

  /** One act may be several entries: they are taken back together, the last first. */
  offer(text: string, ...ids: readonly EntryId[]): void {
    this.#withdraw();
    this.#failed = undefined;
    this.#current = { text, ids };
    this.#withdraw = this.#later(() => (this.#current = undefined), OFFERED_FOR);
  }

  /** Waits for an act to be saved and offers to take it back. */
  async keep(recording: Promise<Recorded>, said: string): Promise<Recorded> {
    const recorded = await recording;
    this.#failed = undefined;
    if (recorded.kind === 'saved') this.offer(`Đã ghi: ${said}.`, recorded.id);
    return recorded;
  }

  async take(): Promise<void> {
    const taken = this.#current;
    if (!taken) return;
    this.#withdraw();
    this.#current = undefined;
    for (const id of [...taken.ids].reverse()) {
      const undone = await this.#undo(id);
      this.#failed = undone.kind === 'saved' ? undefined : undone;
      if (this.#failed) return;
    }
  }
}

export const setUndoOffer = (offer: UndoOffer): UndoOffer => setContext(KEY, offer);
export const getUndoOffer = (): UndoOffer => getContext<UndoOffer>(KEY);
