import type { AccountId } from '$lib/domain/ids';
import { keyOf } from '$lib/domain/entry/reading';
import type { Database } from '../database/open';
import type { Author } from '../queries/accounts';
import type { StoredEntry } from '../queries/entries';
import type { Arrival } from './arrival';
import { Changes } from './changes';
import type { Decision } from './decision';
import { type History, nextLine } from './history';
import { type Memory, noteDifference, noteWait, remember } from './memory';
import { settledColumns, toStored } from './stored';

/** What is written of a batch: every decision under its number, in the memory at once, in the database at the end. */
export class Book {
  history: History;
  readonly #memory: Memory;
  readonly #changes = new Changes();
  /** Numbers of entries of which their device had given other bytes before: whole now, or damaged. */
  readonly #again = new Set<number>();
  /** Rows that were not here before, and that somebody may be waiting for. */
  readonly #appeared: string[] = [];

  constructor(history: History, memory: Memory) {
    this.history = history;
    this.#memory = memory;
  }

  /** Those of which nothing had come from their device before, under any bytes (EN1). */
  get stored(): StoredEntry[] {
    return this.#changes.stored.filter(({ number }) => !this.#again.has(number));
  }

  get damaged(): number {
    return this.#changes.stored.filter(({ reason }) => reason === 'damaged').length;
  }

  /** Rows that have come in since this was last asked. */
  takeAppeared(): string[] {
    return this.#appeared.splice(0);
  }

  save(trx: Database): Promise<void> {
    return this.#changes.save(trx, (entry) => this.#memory.waiting.has(entry));
  }

  /** A new entry, under the next number. */
  store(arrival: Arrival, decision: Decision, author: Author, now: number): StoredEntry {
    const number = this.history.head + 1;
    const before = this.#memory.known.get(arrival.entry.id) ?? [];
    const isNamed = decision.reason !== 'id-reused' && decision.reason !== 'damaged';
    const damaged = isNamed ? before.find(({ reason }) => reason === 'damaged') : undefined;
    // Whole at last: the name is its own from now on (EN1).
    if (damaged) this.#changes.giveUpName(damaged.number, before.length);
    if (before.some(({ account, device }) => account === author.account && device === arrival.entry.device))
      this.#again.add(number);
    const copy = damaged ? 0 : before.length;
    const stored = toStored(arrival, decision, { number, copy, account: author.account, now });
    this.#changes.add(stored);
    this.#append(stored, decision, author.name);
    if (stored.status === 'waiting') this.#wait(stored, arrival, author, decision.awaits);
    return stored;
  }

  /** Its version is understood now, or what it waited for is here, and then it turns out that something else is not. */
  goOnWaiting(stored: StoredEntry, arrival: Arrival, author: Author | undefined, decision: Decision): void {
    const waiting = { ...stored, ...settledColumns(decision) };
    this.#changes.decide(waiting);
    this.#wait(waiting, arrival, author, decision.awaits);
  }

  /** The last word on an entry that was stored before. */
  settleLater(number: number, decision: Decision, name: string, decidedBy: string | null = null): void {
    const { stored } = this.#memory.waiting.get(number)!;
    const decided = this.history.head + 1;
    const entry = { ...stored, ...settledColumns(decision), decided, decided_by: decidedBy };
    this.#memory.waiting.delete(number);
    this.#changes.decide(entry);
    this.#append(entry, decision, name);
  }

  #wait(stored: StoredEntry, arrival: Arrival, author: Author | undefined, awaits: readonly string[]): void {
    this.#memory.waiting.set(stored.number, { stored, arrival, author });
    for (const awaited of new Set(awaits)) {
      noteWait(this.#memory, awaited, stored.number);
      this.#changes.wait({ awaited, entry: stored.number });
    }
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
      if (!this.#memory.rows.has(keyOf(row))) this.#appeared.push(row.id);
      this.#changes.put(row, this.#memory.rows.get(keyOf(row)));
      this.#memory.rows.set(keyOf(row), row);
      if (row.type === 'difference') noteDifference(this.#memory, row.id);
    }
  }
}
