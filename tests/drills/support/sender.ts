import type { Entry } from '$lib/domain/entry/entry';
import type { Random } from '$lib/server/sample/random';
import type { Caller } from '../../contract/caller';
import { WireError } from '$lib/sync/faults';
import { aVisit, householdsOf } from './ward';

/** A client that sends batches as a phone does: the same one again until its receipts are here. */
export class Sender {
  /** Batches that were tried since the last look. */
  tried: string[][] = [];
  acknowledged: string[] = [];
  failures: string[] = [];
  /** Batches acknowledged since the last look. */
  answers = 0;
  #pending: Entry[] | undefined;

  constructor(
    readonly caller: Caller,
    readonly random: Random,
    readonly largest = 60
  ) {}

  get pending(): readonly Entry[] {
    return this.#pending ?? [];
  }

  /** One batch; says whether it was acknowledged. */
  async send(): Promise<boolean> {
    const batch = (this.#pending ??= this.#batch());
    this.tried.push(batch.map(({ id }) => id));
    try {
      const { receipts } = await this.caller.sends(batch);
      const answered = new Set(receipts.map(({ id }) => id));
      if (!batch.every(({ id }) => answered.has(id))) return false;
      this.acknowledged.push(...answered);
      this.#pending = undefined;
      this.answers += 1;
      return true;
    } catch (fault) {
      if (!(fault instanceof WireError)) throw fault;
      this.failures.push(fault.message);
      return false;
    }
  }

  async sendUntilFailure(mayGoOn: () => boolean): Promise<void> {
    while (mayGoOn() && (await this.send()));
  }

  #batch(): Entry[] {
    const { caller, random } = this;
    const households = householdsOf(caller);
    return Array.from({ length: random.between(1, this.largest) }, () => {
      const { type, id, household, set } = aVisit(random.pick(households));
      return caller.entry('visit', [caller.sets(type, id, household, set)]);
    });
  }
}
