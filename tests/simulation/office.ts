import type { Actor } from '$lib/domain/actor';
import { dayOf } from '$lib/domain/calendar';
import { textOf } from '$lib/domain/entry/reading';
import { acceptApart, refuseApart } from '$lib/server/deciding/decisions';
import { declareGone } from '$lib/server/groups/device-supervision';
import { mergeAtDesk, unmergeAtDesk } from '$lib/server/deciding/duplicates';
import { moveAtDesk } from '$lib/server/deciding/moving';
import { endAssignments } from '$lib/server/queries/accounts';
import { fromStored } from '$lib/server/queries/rows';
import { readSecondCopy, takeInSecondCopy } from '$lib/server/deciding/second-copy';
import type { Step } from './step';
import type { SimulatedWard } from './ward';

/** What the officer does at the ward's own desk; numbers are taken modulo what is there. */
export class Office {
  readonly #ward: SimulatedWard;
  readonly #officer: Actor;

  constructor(ward: SimulatedWard) {
    this.#ward = ward;
    this.#officer = ward.actors.find(({ role }) => role === 'officer')!;
  }

  /** Today is somebody's last day. */
  async handsOver(actor: Actor): Promise<void> {
    const { db } = this.#ward.services;
    const { latest } = await db
      .selectFrom('entries')
      .select(({ fn }) => fn.max('captured_at').as('latest'))
      .executeTakeFirstOrThrow();
    // A clock that was set back must not end it before what is in effect already.
    await endAssignments(db, actor.account, dayOf(Math.max(this.#ward.now, latest)));
    this.#ward.now += 86_400_000;
  }

  async moves({ of, to }: Extract<Step, { kind: 'moves' }>): Promise<void> {
    const household = await this.#nth('household', of);
    await moveAtDesk(this.#ward.services, this.#account, household!.id, this.#ward.groups[to]!);
  }

  async merges({ type, goes, stays }: Extract<Step, { kind: 'merges' }>): Promise<void> {
    const [one, other] = [await this.#nth(type, stays), await this.#nth(type, goes)];
    if (!one || !other || one.id === other.id) return;
    await mergeAtDesk(this.#ward.services, this.#account, { type, stays: one.id, goes: other.id });
  }

  async unmerges(of: number): Promise<void> {
    const merged = (await this.#rows()).filter((row) => textOf(row, 'mergedInto') !== null);
    const found = merged[of % merged.length];
    if (found) await unmergeAtDesk(this.#ward.services, this.#account, found);
  }

  async takesIn(text: string): Promise<void> {
    const copy = readSecondCopy(text);
    if (!copy) throw new Error('a second copy cannot be read');
    await takeInSecondCopy(this.#ward.services, copy);
  }

  /** Looks through the holding box. */
  async decidesOnHeld(accepts: boolean): Promise<void> {
    const { services } = this.#ward;
    const held = services.db
      .selectFrom('entries')
      .select('number')
      .where('reason', '=', 'held')
      .orderBy('number');
    const numbers = (await held.execute()).map(({ number }) => number);
    if (numbers.length === 0) return;
    await (accepts ? acceptApart : refuseApart)(services, this.#account, numbers);
  }

  /** It will not come back: what it held is lost (EP3). */
  async givesUp(actor: Actor, device: string): Promise<void> {
    await declareGone(this.#ward.services, this.#account, { account: actor.account, device });
  }

  get #account() {
    return this.#officer.account;
  }

  async #nth(type: string, number: number) {
    const rows = (await this.#rows()).filter((row) => row.type === type);
    return rows[number % rows.length];
  }

  async #rows() {
    const stored = await this.#ward.services.db.selectFrom('rows').selectAll().orderBy('id').execute();
    return stored.map(fromStored);
  }
}
