import { LARGEST_BATCH } from '$lib/protocol/limits';
import {
  type Change,
  ENTRY_SCHEMA,
  type Entry,
  type EntryBody,
  type EntryKind,
  type FieldChange
} from '$lib/domain/entry/entry';
import type { DeviceId, EntryId, GroupId, HouseholdId } from '$lib/domain/ids';
import type { FieldValue, Row } from '$lib/domain/entry/row';
import type { Cursor, Receipt, SyncRequest, SyncResponse } from '$lib/protocol/sync';
import type { Session } from '$lib/server/accounts/sessions';
import { newId, sha256 } from '../support/entries';
import type { TestServer } from '../support/server';

type Told = Partial<Pick<Entry, 'id' | 'schema' | 'group' | 'author' | 'clock' | 'buildsOn' | 'body'>> &
  Partial<Pick<EntryBody, 'epoch'>> & { resolves?: string };

/** One device that speaks the wire's words and nothing else: what it sends is exactly what a test says. */
export class Caller {
  readonly device = newId() as DeviceId;
  cursor: Cursor | null = null;
  rows = new Map<string, Row>();
  #n = 0;
  #previous: EntryId | null = null;

  constructor(
    readonly server: () => Pick<TestServer, 'exchange'>,
    readonly session: Session,
    readonly now: () => number
  ) {}

  entry(kind: EntryKind | 'dance', changes: Change[], told: Told = {}): Entry {
    const { resolves, epoch = this.cursor?.epoch ?? null, ...envelope } = told;
    const body =
      told.body ?? JSON.stringify({ epoch, changes, ...(resolves && { about: { difference: resolves } }) });
    const entry: Entry = {
      id: newId() as EntryId,
      n: (this.#n += 1),
      previous: this.#previous,
      kind,
      schema: ENTRY_SCHEMA,
      group: this.session.actor.groups[0] ?? (newId() as GroupId),
      author: this.session.actor.account,
      device: this.device,
      clock: { wall: this.now(), contact: null },
      buildsOn: [],
      ...envelope,
      sha: sha256(body),
      body
    };
    this.#previous = entry.id;
    return entry;
  }

  request(entries: Entry[] = [], changed: Partial<SyncRequest> = {}): SyncRequest {
    return {
      protocol: 1,
      request: newId(),
      device: this.device,
      cursor: this.cursor,
      pull: true,
      newest: null,
      holds: [],
      entries,
      campaign: null,
      standings: null,
      health: {
        app: 'test',
        wall: this.now(),
        unsent: 0,
        oldestUnsent: null,
        persisted: null,
        freeBytes: null
      },
      ...changed
    };
  }

  /** One exchange; what is new is kept, page after page. */
  async sends(entries: Entry[] = [], changed: Partial<SyncRequest> = {}): Promise<SyncResponse> {
    const answer = await this.server().exchange(
      this.session,
      this.request(entries.slice(0, LARGEST_BATCH), changed)
    );
    this.cursor = answer.cursor;
    if (answer.reset) this.rows.clear();
    for (const row of answer.rows) this.rows.set(`${row.type}:${row.id}`, row);
    return answer;
  }

  async pulls(): Promise<void> {
    while ((await this.sends()).more);
  }

  value(type: string, id: string, field: string): FieldValue {
    return this.rows.get(`${type}:${id}`)?.fields[field]?.[0] ?? null;
  }

  seq(type: string, id: string, field: string): number {
    return this.rows.get(`${type}:${id}`)?.fields[field]?.[1] ?? 0;
  }

  /** A change as this device sees things now. */
  sets(
    type: string,
    id: string,
    household: string,
    values: Record<string, FieldValue>,
    own: EntryId[] = []
  ): Change {
    const set = Object.fromEntries(
      Object.entries(values).map(([field, value]): [string, FieldChange] => [
        field,
        { value, seen: this.value(type, id, field), base: this.seq(type, id, field), own }
      ])
    );
    return { type, id, household: household as HouseholdId, set };
  }

  person(
    id: string,
    household: string,
    values: Record<string, FieldValue>,
    told: Told & { own?: EntryId[] } = {}
  ): Entry {
    const { own = [], ...rest } = told;
    return this.entry('person.change', [this.sets('person', id, household, values, own)], rest);
  }

  household(household = newId(), person = newId(), told: Told = {}): Entry {
    return this.entry(
      'household.add',
      [
        this.sets('household', household, household, { walkOrder: 1, houseNumber: '12' }),
        this.sets('person', person, household, { name: 'Nguyễn Văn Hùng', birth: '1975' })
      ],
      told
    );
  }
}

export const statuses = (answer: { receipts: readonly Receipt[] }): string[] =>
  answer.receipts.map(({ status, reason }) => (reason ? `${status}: ${reason}` : status));
