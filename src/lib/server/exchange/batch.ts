import type { AccountId, EntryId, GroupId } from '$lib/domain/ids';
import { keyOf } from '$lib/domain/entry/reading';
import type { Receipt } from '$lib/protocol/sync';
import type { Database } from '../database/open';
import type { Author } from '../queries/accounts';
import type { StoredEntry } from '../queries/entries';
import type { Arrival } from './arrival';
import type { Called } from './visit';
import { Changes } from './changes';
import { type Decision, decide, quarantine } from './decision';
import { type History, nextLine } from './history';
import { type Circumstances, firstUnder } from './judging';
import { settledColumns, toStored } from './stored';
import { type Memory, noteDifference, noteWait, PATIENCE, remember } from './memory';
import { receiptOf } from './receipt';

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
  history: History;
  readonly #answered: { id: string; number: number; already: boolean }[] = [];
  readonly #delivery: Delivery;
  readonly #memory: Memory;
  readonly #changes = new Changes();
  /** Numbers of entries that made good what had come damaged. */
  readonly #made = new Set<number>();

  constructor(delivery: Delivery, memory: Memory) {
    this.history = delivery.history;
    this.#delivery = delivery;
    this.#memory = memory;
  }

  /** Those that were not here before, under any bytes. */
  get stored(): StoredEntry[] {
    return this.#changes.stored.filter(({ number }) => !this.#made.has(number));
  }

  get damaged(): number {
    return this.#changes.stored.filter(({ reason }) => reason === 'damaged').length;
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
    const stored = this.#store(arrival, decision);
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
    this.#settleLater(number, decision, author.name, officer.account);
    this.#releaseAfter(stored.id);
  }

  /** It stays, is not in effect, and nobody has to look at it again. */
  refuse(number: number, officer: Author): void {
    const { stored } = this.#memory.waiting.get(number)!;
    this.#settleLater(
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
    return this.#changes.save(trx, (entry) => this.#memory.waiting.has(entry));
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
    const all = { ...circumstances, epoch, now, seq: this.history.head + 1 };
    return decide(arrival, all, this.#memory, patient, reportFault);
  }

  #store(arrival: Arrival, decision: Decision): StoredEntry {
    const { author, now } = this.#delivery;
    const number = this.history.head + 1;
    const before = this.#memory.known.get(arrival.entry.id) ?? [];
    const isNamed = decision.reason !== 'id-reused' && decision.reason !== 'damaged';
    const damaged = isNamed ? before.find(({ reason }) => reason === 'damaged') : undefined;
    // Whole at last: the name is its own from now on (EN1).
    if (damaged) {
      const came = this.#changes.giveUpName(damaged.number, before.length);
      const isSameDevice = damaged.account === author.account && damaged.device === arrival.entry.device;
      if (came === 'before' && isSameDevice) this.#made.add(number);
    }
    const copy = damaged ? 0 : before.length;
    const stored = toStored(arrival, decision, { number, copy, account: author.account, now });
    this.#changes.add(stored);
    this.#append(stored, decision, author.name);
    if (stored.status === 'waiting') this.#wait(stored, arrival, author, decision.awaits);
    return stored;
  }

  #wait(stored: StoredEntry, arrival: Arrival, author: Author | undefined, awaits: readonly EntryId[]): void {
    this.#memory.waiting.set(stored.number, { stored, arrival, author });
    for (const awaited of new Set(awaits)) {
      noteWait(this.#memory, awaited, stored.number);
      this.#changes.wait({ awaited, entry: stored.number });
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
  #release(number: number, mayWait = true): boolean {
    const { stored, arrival, author } = this.#memory.waiting.get(number)!;
    const patient = mayWait && stored.received_at > this.#delivery.now - PATIENCE;
    const decision = author
      ? this.#decide(arrival, { author, receivedAt: stored.received_at }, patient)
      : quarantine('outside-right');
    if (decision.status === 'waiting') {
      if (stored.reason === 'newer-version') this.#goOnWaiting(stored, arrival, author, decision);
      return false;
    }
    this.#settleLater(number, decision, author?.name ?? '');
    return true;
  }

  /** Its version is understood now, and then it turns out to build on something that is not here. */
  #goOnWaiting(stored: StoredEntry, arrival: Arrival, author: Author | undefined, decision: Decision): void {
    const waiting = { ...stored, ...settledColumns(decision) };
    this.#changes.decide(waiting);
    this.#wait(waiting, arrival, author, decision.awaits);
  }

  #settleLater(number: number, decision: Decision, name: string, decidedBy: string | null = null): void {
    const { stored } = this.#memory.waiting.get(number)!;
    const decided = this.history.head + 1;
    const entry = { ...stored, ...settledColumns(decision), decided, decided_by: decidedBy };
    this.#memory.waiting.delete(number);
    this.#changes.decide(entry);
    this.#append(entry, decision, name);
  }

  #append(entry: StoredEntry, { rows }: Decision, name: string): void {
    const verdict = entry.reason ? `${entry.status}:${entry.reason}` : entry.status;
    const line = nextLine(this.history, entry, verdict);
    this.history = { head: line.seq, chain: line.chain };
    this.#changes.append(line);
    this.#memory.origins.set(line.seq, {
      ...entry,
      seq: line.seq,
      author: entry.author as AccountId,
      name,
      at: entry.captured_at
    });
    remember(this.#memory, entry);
    for (const row of rows) {
      this.#changes.put(row, this.#memory.rows.get(keyOf(row)));
      this.#memory.rows.set(keyOf(row), row);
      if (row.type === 'difference') noteDifference(this.#memory, row.id);
    }
  }
}
