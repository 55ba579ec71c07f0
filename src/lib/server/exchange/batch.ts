import type { AccountId, EntryId, GroupId } from '$lib/domain/ids';
import { keyOf, type Row, type RowKey } from '$lib/domain/row';
import type { Receipt } from '$lib/protocol/sync';
import type { Database } from '../database/open';
import type { Author } from '../queries/accounts';
import { type ChainLine, insertChain } from '../queries/chain';
import { insertEntries, type StoredEntry, updateDecision } from '../queries/entries';
import { saveRows } from '../queries/rows';
import { deleteWaits, insertWaits, type Wait } from '../queries/waits';
import type { Arrival } from './arrival';
import { type Decision, decide, quarantine } from './decision';
import { type History, nextLine } from './history';
import { firstUnder } from './judging';
import { settledColumns, toStored } from './stored';
import { type Memory, noteWait, PATIENCE, remember } from './memory';
import { receiptOf } from './receipt';

/** Entries brought by one account, and the history they are added to. */
export type Delivery = Readonly<{
  author: Author;
  groups: readonly GroupId[];
  epoch: string;
  history: History;
  now: number;
  reportFault: (fault: unknown) => string;
}>;

/** A unit of work: what a batch makes of the ward, in memory until it is saved whole. */
export class Batch {
  history: History;
  readonly #answered: { id: string; number: number; already: boolean }[] = [];
  readonly #delivery: Delivery;
  readonly #memory: Memory;
  readonly #stored = new Map<number, StoredEntry>();
  readonly #decidedLater = new Map<number, StoredEntry>();
  readonly #lines: ChainLine[] = [];
  readonly #rows = new Map<RowKey, Row>();
  readonly #waits: Wait[] = [];

  constructor(delivery: Delivery, memory: Memory) {
    this.history = delivery.history;
    this.#delivery = delivery;
    this.#memory = memory;
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
      ? quarantine('internal', this.#delivery.reportFault(poison))
      : this.#decideNew(arrival);
    const stored = this.#store(arrival, decision);
    this.#answered.push({ id: stored.id, number: stored.number, already: false });
    if (stored.status !== 'waiting' && stored.reason !== 'id-reused') this.#releaseAfter(stored.id);
  }

  /** Those that waited long enough, or for this version, are judged without what never came (SV5). */
  releaseOverdue(): void {
    for (const number of this.#memory.overdue) {
      const id = this.#memory.waiting.get(number)?.stored.id;
      if (id && this.#release(number)) this.#releaseAfter(id);
    }
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

  async save(trx: Database): Promise<void> {
    await insertEntries(trx, [...this.#stored.values()]);
    await insertChain(trx, this.#lines);
    await saveRows(trx, this.#rows.values());
    if (this.#waits.length > 0)
      await insertWaits(
        trx,
        this.#waits.filter(({ entry }) => this.#memory.waiting.has(entry))
      );
    for (const entry of this.#decidedLater.values()) await updateDecision(trx, entry);
    if (this.#decidedLater.size > 0) await deleteWaits(trx, this.#decidedLater.keys());
  }

  #decideNew(arrival: Arrival): Decision {
    const { entry } = arrival;
    const { author, epoch, now, reportFault } = this.#delivery;
    if (firstUnder(this.#memory, entry.id)) return quarantine('id-reused');
    if (entry.author !== author.account) return quarantine('wrong-author');
    const circumstances = { author, epoch, receivedAt: now, seq: this.history.head + 1 };
    return decide(arrival, circumstances, this.#memory, true, reportFault);
  }

  #store(arrival: Arrival, decision: Decision): StoredEntry {
    const { author, now } = this.#delivery;
    const number = this.history.head + 1;
    const copy = this.#memory.known.get(arrival.entry.id)?.length ?? 0;
    const stored = toStored(arrival, decision, { number, copy, account: author.account, now });
    this.#stored.set(number, stored);
    this.#append(stored, decision, author.name);
    if (stored.status === 'waiting') this.#wait(stored, arrival, author, decision.awaits);
    return stored;
  }

  #wait(stored: StoredEntry, arrival: Arrival, author: Author | undefined, awaits: readonly EntryId[]): void {
    this.#memory.waiting.set(stored.number, { stored, arrival, author });
    for (const awaited of new Set(awaits)) {
      noteWait(this.#memory, awaited, stored.number);
      this.#waits.push({ awaited, entry: stored.number });
    }
  }

  #releaseAfter(id: string): void {
    const arrived = [id];
    for (const one of arrived) {
      for (const number of this.#memory.waitingFor.get(one) ?? []) {
        const waiting = this.#memory.waiting.get(number);
        if (waiting && this.#release(number)) arrived.push(waiting.stored.id);
      }
    }
  }

  /** Judges a waiting entry again, under a number of its own; says whether it is decided now. */
  #release(number: number): boolean {
    const { stored, arrival, author } = this.#memory.waiting.get(number)!;
    const { epoch, now, reportFault } = this.#delivery;
    const seq = this.history.head + 1;
    const patient = stored.received_at > now - PATIENCE;
    const decision = author
      ? decide(
          arrival,
          { author, epoch, receivedAt: stored.received_at, seq },
          this.#memory,
          patient,
          reportFault
        )
      : quarantine('outside-right');
    const decided: StoredEntry = { ...stored, ...settledColumns(decision), decided: seq };
    if (decided.status === 'waiting') {
      if (stored.reason === 'newer-version')
        this.#goOnWaiting({ ...decided, decided: stored.decided }, decision);
      return false;
    }
    this.#memory.waiting.delete(number);
    this.#put(decided);
    this.#append(decided, decision, author?.name ?? '');
    return true;
  }

  /** Its version is understood now, and then it turns out to build on something that is not here. */
  #goOnWaiting(stored: StoredEntry, decision: Decision): void {
    const { arrival, author } = this.#memory.waiting.get(stored.number)!;
    this.#put(stored);
    this.#wait(stored, arrival, author, decision.awaits);
  }

  #put(entry: StoredEntry): void {
    if (this.#stored.has(entry.number)) this.#stored.set(entry.number, entry);
    else this.#decidedLater.set(entry.number, entry);
  }

  #append(entry: StoredEntry, { rows }: Decision, name: string): void {
    const line = nextLine(
      this.history,
      entry,
      entry.reason ? `${entry.status}:${entry.reason}` : entry.status
    );
    this.history = { head: line.seq, chain: line.chain };
    this.#lines.push(line);
    this.#memory.origins.set(line.seq, {
      seq: line.seq,
      author: entry.author as AccountId,
      name,
      at: entry.captured_at
    });
    remember(this.#memory, entry);
    for (const row of rows) {
      this.#memory.rows.set(keyOf(row), row);
      this.#rows.set(keyOf(row), row);
    }
  }
}
