import { createHash, randomUUID } from 'node:crypto';
import type { NewChange } from '$lib/domain/entry/compose';
import { ENTRY_SCHEMA, type EntryBody, type EntryKind } from '$lib/domain/entry/entry';
import type { GroupId } from '$lib/domain/ids';
import type { Field, Row } from '$lib/domain/entry/row';
import { keyOf } from '$lib/domain/entry/reading';
import type { Database } from '$lib/server/database/open';
import { nextLine } from '$lib/server/exchange/history';
import { type ChainLine, insertChain } from '$lib/server/queries/chain';
import { insertEntries, type StoredEntry } from '$lib/server/queries/entries';
import { saveRows } from '$lib/server/queries/rows';
import { saveWard, type Ward } from '$lib/server/queries/ward';

type Author = { account: string; device: string; n: number; previous: string | null };
type Filled = Omit<Row, 'seq' | 'fields'> & { seq: number; fields: Record<string, Field> };

/** Writes a history as the exchange would have: numbered, chained, indexed, its rows in step; only faster. */
export class Filler {
  readonly rows = new Map<string, Filled>();
  readonly #authors = new Map<GroupId, Author>();
  #entries: StoredEntry[] = [];
  #lines: ChainLine[] = [];
  #ward: Ward;

  constructor(ward: Ward) {
    this.#ward = ward;
  }

  get length(): number {
    return this.#ward.head;
  }

  /** Everything of a group was recorded by its leader. */
  addAuthor(group: GroupId, account: string): void {
    this.#authors.set(group, { account, device: randomUUID(), n: 0, previous: null });
  }

  add(kind: EntryKind, group: GroupId, changes: readonly NewChange[], at: number): void {
    const number = this.#ward.head + 1;
    const body: EntryBody = {
      epoch: this.#ward.epoch,
      changes: changes.map((change) => ({ ...change, set: this.#write(change, group, number) }))
    };
    const stored = this.#stored(kind, group, number, Buffer.from(JSON.stringify(body)), at);
    const line = nextLine(this.#ward, stored, stored.status);
    this.#entries.push(stored);
    this.#lines.push(line);
    this.#ward = { ...this.#ward, head: line.seq, chain: line.chain };
  }

  /** What was added since the last time; rows are written at the end, as they then stand. */
  async flush(trx: Database): Promise<void> {
    await insertEntries(trx, this.#entries);
    await insertChain(trx, this.#lines);
    this.#entries = [];
    this.#lines = [];
  }

  async finish(trx: Database): Promise<void> {
    await this.flush(trx);
    await saveRows(trx, this.rows.values());
    await saveWard(trx, this.#ward);
  }

  #write({ type, id, household, set }: NewChange, group: GroupId, number: number) {
    const key = keyOf({ type, id });
    const row: Filled = this.rows.get(key) ?? { type, id, household, group, seq: number, fields: {} };
    this.rows.set(key, row);
    row.seq = number;
    const changes: EntryBody['changes'][number]['set'] = {};
    for (const [field, value] of Object.entries(set)) {
      const [seen, base] = row.fields[field] ?? [null, 0];
      changes[field] = { value, seen, base, own: [] };
      row.fields[field] = [value, number];
    }
    return changes;
  }

  #stored(kind: EntryKind, group: GroupId, number: number, body: Buffer, at: number): StoredEntry {
    const author = this.#authors.get(group)!;
    const id = randomUUID();
    author.n += 1;
    const { account, device, n, previous } = author;
    author.previous = id;
    return {
      ...{ number, id, sha: createHash('sha256').update(body).digest('hex'), device, n, previous, kind },
      ...{ schema: ENTRY_SCHEMA, group_id: group, author: account, account, received_at: at },
      ...{ captured_at: at, wall: at, contact_device: at, contact_server: at, builds_on: '[]', body },
      ...{
        status: 'applied',
        reason: null,
        field: null,
        fault: null,
        disputed: null,
        decided_by: null,
        copy: 0,
        decided: number
      }
    };
  }
}
