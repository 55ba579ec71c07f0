import { keyOf, type RowKey } from '$lib/domain/entry/reading';
import type { Row } from '$lib/domain/entry/row';
import type { Database } from '../database/open';
import { type ChainLine, insertChain } from '../queries/chain';
import { type Departure, insertDepartures } from '../queries/departures';
import { insertEntries, type StoredEntry, updateCopy, updateDecision } from '../queries/entries';
import { saveMovedRows, saveRows, type StoredRow } from '../queries/rows';
import { deleteWaits, insertWaits, type Wait } from '../queries/waits';

/** `from`: the household that it belonged to; `hasMoved`: it has come there from another. */
type Leaving = Departure & Readonly<{ from: string; hasMoved: boolean }>;

/** All that a batch writes, gathered until the end: few statements and large ones. */
export class Changes {
  readonly #stored = new Map<number, StoredEntry>();
  readonly #decidedLater = new Map<number, StoredEntry>();
  readonly #nameless = new Map<number, number>();
  readonly #lines: ChainLine[] = [];
  readonly #rows = new Map<RowKey, Row>();
  readonly #moved = new Set<RowKey>();
  readonly #departures = new Map<string, Leaving>();
  readonly #waits: Wait[] = [];

  /** What arrived in this batch. */
  get stored(): StoredEntry[] {
    return [...this.#stored.values()];
  }

  add(entry: StoredEntry): void {
    this.#stored.set(entry.number, entry);
  }

  decide(entry: StoredEntry): void {
    if (this.#stored.has(entry.number)) this.#stored.set(entry.number, entry);
    else this.#decidedLater.set(entry.number, entry);
  }

  /** What came damaged leaves its name to what came whole (EN1). */
  giveUpName(number: number, copy: number): void {
    const stored = this.#stored.get(number);
    if (stored) this.#stored.set(number, { ...stored, copy });
    else this.#nameless.set(number, copy);
  }

  wait({ awaited, entry }: Wait): void {
    if (this.#waits.some((other) => other.awaited === awaited && other.entry === entry)) return;
    this.#waits.push({ awaited, entry });
  }

  append(line: ChainLine): void {
    this.#lines.push(line);
  }

  /** A row as it stands now; one that left its group is told to those who had it (SV7). */
  put(row: Row, before: Row | StoredRow | undefined): void {
    const key = keyOf(row);
    this.#rows.set(key, row);
    if (!before) return;
    const { household, group_id } = 'group' in before ? { ...before, group_id: before.group } : before;
    if (household !== row.household) this.#moved.add(key);
    const leaves = row.type === 'household' || row.type === 'person' || row.type === 'visit';
    if (group_id === row.group || !leaves) return;
    this.#departures.set(`${row.seq} ${row.id}`, {
      seq: row.seq,
      household: row.id,
      group_id,
      from: household,
      hasMoved: hasMoved(before)
    });
  }

  /**
   * People and visits that left without their household are named beside the households; so are those that had come from
   * another household, under whose name a phone may still have them.
   */
  #departed(): Departure[] {
    const withHousehold = ({ seq, household, from, hasMoved }: Leaving) =>
      from !== household && !hasMoved && this.#departures.has(`${seq} ${from}`);
    return [...this.#departures.values()]
      .filter((departure) => !withHousehold(departure))
      .map(({ seq, household, group_id }) => ({ seq, household, group_id }));
  }

  async save(trx: Database, stillWaits: (entry: number) => boolean): Promise<void> {
    for (const [number, copy] of this.#nameless) await updateCopy(trx, number, copy);
    await insertEntries(trx, this.stored);
    await insertChain(trx, this.#lines);
    const rows = [...this.#rows];
    await saveRows(
      trx,
      rows.filter(([key]) => !this.#moved.has(key)).map(([, row]) => row)
    );
    if (this.#moved.size > 0)
      await saveMovedRows(
        trx,
        rows.filter(([key]) => this.#moved.has(key)).map(([, row]) => row)
      );
    if (this.#departures.size > 0) await insertDepartures(trx, this.#departed());
    for (const entry of this.#decidedLater.values()) await updateDecision(trx, entry);
    if (this.#decidedLater.size > 0) await deleteWaits(trx, this.#decidedLater.keys());
    const waits = this.#waits.filter(({ entry }) => stillWaits(entry));
    if (waits.length > 0) await insertWaits(trx, waits);
  }
}

const hasMoved = ({ fields }: Row | StoredRow): boolean =>
  typeof fields === 'string' ? fields.includes('"homeBefore":') : fields.homeBefore !== undefined;
