import type { GroupId } from '$lib/domain/ids';
import type { Receipt } from '$lib/protocol/sync';
import type { Database } from '../database/open';
import type { Author } from '../queries/accounts';
import type { StoredEntry } from '../queries/entries';
import type { Arrival } from './arrival';
import { Book } from './book';
import { type Decision, decide, quarantine } from './decision';
import type { History } from './history';
import { type Circumstances, firstUnder } from './judging';
import { type Memory, PATIENCE } from './memory';
import { receiptOf } from './receipt';
import type { Called } from './visit';

/** Entries brought by one account, and the history they are added to. */
export type Delivery = Readonly<{
  author: Author;
  groups: readonly GroupId[];
  epoch: string;
  history: History;
  now: number;
  /** When the ward itself last heard of the device that delivers, before this visit of it (TI1). */
  called?: Called;
  /** Nobody is signed in: all of it goes into the holding box (SV6). */
  isHeld?: boolean;
  reportFault: (fault: unknown) => string;
}>;

/** A unit of work: what a batch makes of the ward, in memory until it is saved whole. */
export class Batch {
  readonly #answered: { id: string; number: number; already: boolean }[] = [];
  readonly #delivery: Delivery;
  readonly #memory: Memory;
  readonly #book: Book;

  constructor(delivery: Delivery, memory: Memory) {
    this.#book = new Book(delivery.history, memory);
    this.#delivery = delivery;
    this.#memory = memory;
  }

  get history(): History {
    return this.#book.history;
  }

  /** Those that were not here before, under any bytes. */
  get stored(): StoredEntry[] {
    return this.#book.stored;
  }

  get damaged(): number {
    return this.#book.damaged;
  }

  /** One entry: known, or stored under the next number and decided as far as can be. `poison`: why it cannot be read. */
  receive(arrival: Arrival, poison?: unknown): void {
    const { entry } = arrival;
    const same = this.#memory.known.get(entry.id)?.find(({ sha }) => sha === entry.sha);
    if (same) {
      this.#answered.push({ id: same.id, number: same.number, already: true });
      return;
    }
    const decision = poison
      ? quarantine(arrival.isDamaged ? 'damaged' : 'internal', this.#delivery.reportFault(poison))
      : this.#decideNew(arrival);
    const stored = this.#book.store(arrival, decision, this.#delivery.author, this.#delivery.now);
    this.#answered.push({ id: stored.id, number: stored.number, already: false });
    if (
      stored.status === 'waiting' ||
      stored.reason === 'id-reused' ||
      stored.reason === 'held' ||
      stored.reason === 'damaged'
    )
      return;
    this.#releaseAfter(stored.id);
  }

  /** Those that waited long enough, or for this version, are judged without what never came (SV5). */
  releaseOverdue(): void {
    for (const number of this.#memory.overdue) {
      const id = this.#memory.waiting.get(number)?.stored.id;
      if (id && this.#release(number)) this.#releaseAfter(id);
    }
  }

  /** What cannot come any more is not waited for. */
  releaseNow(numbers: readonly number[]): void {
    for (const number of numbers) {
      const id = this.#memory.waiting.get(number)?.stored.id;
      if (id && this.#release(number, false)) this.#releaseAfter(id);
    }
  }

  /**
   * An officer takes in what was kept apart (SV6, CO4): with the author's rights, where those fail with the officer's.
   * Says why it still cannot take effect; then nothing changes.
   */
  accept(number: number, officer: Author): string | undefined {
    const { stored, arrival, author = officer } = this.#memory.waiting.get(number)!;
    // Nobody wrote what these bytes say.
    if (stored.reason === 'damaged') return stored.reason;
    const decideAs = (by?: Author) =>
      this.#decide(arrival, { author, officer: by, isDecided: true, receivedAt: stored.received_at }, false);
    const first = decideAs();
    const decision = first.status === 'quarantined' ? decideAs(officer) : first;
    if (decision.status === 'quarantined' || decision.status === 'waiting') return decision.reason ?? 'held';
    this.#book.settleLater(number, decision, author.name, officer.account);
    this.#releaseAfter(stored.id);
  }

  /** It stays, is not in effect, and nobody has to look at it again. */
  refuse(number: number, officer: Author): void {
    const { stored } = this.#memory.waiting.get(number)!;
    this.#book.settleLater(
      number,
      quarantine(stored.reason === 'damaged' ? 'damaged' : 'refused', stored.fault),
      '',
      officer.account
    );
    if (stored.reason === 'held') this.#releaseAfter(stored.id);
  }

  /** As it stands at the end: an entry may be released by one that came behind it. */
  receipts(): Receipt[] {
    return this.#answered.map(({ id, number, already }) =>
      receiptOf(
        this.#memory.known.get(id)!.find((entry) => entry.number === number)!,
        already
      )
    );
  }

  save(trx: Database): Promise<void> {
    return this.#book.save(trx);
  }

  #decideNew(arrival: Arrival): Decision {
    const { entry } = arrival;
    const { author, now, isHeld } = this.#delivery;
    if (arrival.isDamaged) return quarantine('damaged');
    if (firstUnder(this.#memory, entry.id)) return quarantine('id-reused');
    if (isHeld) return quarantine('held');
    if (entry.author !== author.account) return quarantine('wrong-author');
    const { called } = this.#delivery;
    const calledAt = called?.device === entry.device ? called.at : null;
    return this.#decide(arrival, { author, receivedAt: now, calledAt }, true);
  }

  #decide(arrival: Arrival, circumstances: Omit<Circumstances, 'epoch' | 'now'>, patient: boolean): Decision {
    const { epoch, now, reportFault } = this.#delivery;
    const all = { ...circumstances, epoch, now, seq: this.#book.history.head + 1 };
    return decide(arrival, all, this.#memory, patient, reportFault);
  }

  /** Those that wait for an entry, or for the rows that it brought in, and so on. */
  #releaseAfter(id: string): void {
    const arrived = [id, ...this.#book.takeAppeared()];
    for (const one of arrived) {
      for (const number of this.#memory.waitingFor.get(one) ?? []) {
        const waiting = this.#memory.waiting.get(number);
        if (waiting && this.#release(number)) arrived.push(waiting.stored.id, ...this.#book.takeAppeared());
      }
    }
  }

  /** Judges a waiting entry again, under a number of its own; says whether it is decided now. */
  #release(number: number, mayWait = true): boolean {
    const { stored, arrival, author } = this.#memory.waiting.get(number)!;
    const patient = mayWait && stored.received_at > this.#delivery.now - PATIENCE;
    const decision = author
      ? this.#decide(arrival, { author, receivedAt: stored.received_at }, patient)
      : quarantine('outside-right');
    if (decision.status === 'waiting') {
      const isNew = (awaited: string) => !this.#memory.waitingFor.get(awaited)?.includes(number);
      if (stored.reason === 'newer-version' || decision.awaits.some(isNew))
        this.#book.goOnWaiting(stored, arrival, author, decision);
      return false;
    }
    this.#book.settleLater(number, decision, author?.name ?? '');
    return true;
  }
}
