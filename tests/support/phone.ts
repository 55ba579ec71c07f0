import 'fake-indexeddb/auto';
import { ConfirmedRows, readCampaign, readPlace, readStandings } from '$lib/device/confirmed';
import { finishAbsorbing } from '$lib/device/absorb';
import type { DBSchema } from 'idb';
import type { Store } from '$lib/device/database';
import { type Device, openDevice, readOwnWork } from '$lib/device/open';
import { type Hand, record, type Recorded, type RecordOptions, takeBack } from '$lib/device/record';
import { owedActs } from '$lib/device/owed';
import { readCounts } from '$lib/device/work';
import type { Actor } from '$lib/domain/actor';
import type { NewChange } from '$lib/domain/entry/compose';
import type { EntryBody, EntryKind } from '$lib/domain/entry/entry';
import { type HouseholdFile, filesFrom } from '$lib/domain/people/household-file';
import type { EntryId, HouseholdId } from '$lib/domain/ids';
import { overlay, type OwnAct } from '$lib/domain/entry/overlay';
import type { FieldValue, Row } from '$lib/domain/entry/row';
import { type RowKey, valueOf } from '$lib/domain/entry/reading';
import type { SyncRequest, SyncResponse } from '$lib/protocol/sync';
import { exchange, type Ends } from '$lib/sync/exchange';
import { understood } from '$lib/sync/transport';
import { WireError } from '$lib/sync/faults';
import { newId } from './entries';

export const inOrder = (rows: Row[]): Row[] => rows.sort((a, b) => (a.type + a.id < b.type + b.id ? -1 : 1));

/** How the wire between a phone and the ward behaves. */
export type Wire = 'good' | 'dead' | 'loses-the-answer' | 'cuts-the-answer' | 'portal' | 'repeats';

/** Answers a request as the ward does, whole. */
export type Server = (request: SyncRequest) => Promise<SyncResponse>;

/** A phone without a screen: the real device and sync floors, told in the words of the field. */
export class TestPhone {
  wire: Wire = 'good';
  now: number;
  readonly requests: SyncRequest[] = [];
  readonly device: Device;
  #stepsToLive: number | null = null;

  constructor(
    readonly actor: Actor,
    readonly server: () => Server,
    { prefix = `phone-${newId()}`, now = Date.UTC(2026, 10, 20, 3) } = {}
  ) {
    const device = openDevice(actor.account, prefix);
    this.device = { ...device, work: this.#mortal(device.work), confirmed: this.#mortal(device.confirmed) };
    this.now = now;
  }

  /** Killed before its next but so many steps of storage; null: lives. */
  diesAfter(steps: number | null): void {
    this.#stepsToLive = steps;
  }

  /** Opened again, in reach of the network. */
  restarts(): this {
    this.#stepsToLive = null;
    this.wire = 'good';
    return this;
  }

  #mortal<Schema extends DBSchema>({ run, close }: Store<Schema>): Store<Schema> {
    return {
      close,
      run: async (steps) => {
        if (this.#stepsToLive !== null && this.#stepsToLive-- <= 0) throw new Error('the phone was killed');
        return run(steps);
      }
    };
  }

  /** One tap. */
  async taps(kind: EntryKind, changes: NewChange[], options: RecordOptions = {}): Promise<Recorded> {
    return record(await this.#hand(), kind, changes, options);
  }

  async answers(
    person: { id: string; household: HouseholdId },
    set: Record<string, FieldValue>
  ): Promise<Recorded> {
    return this.taps('person.change', [{ type: 'person', ...person, set }]);
  }

  async takesBack(id: EntryId): Promise<Recorded> {
    const { outbox, sent } = await readOwnWork(this.device.work);
    const entry = [...outbox, ...sent.map(({ entry }) => entry)].find((own) => own.id === id)!;
    return takeBack(await this.#hand(), { ...entry, body: JSON.parse(entry.body) }, () => false);
  }

  async takesBackTheLast(): Promise<Recorded> {
    const { outbox, sent } = await readOwnWork(this.device.work);
    const last = [...sent.map(({ entry }) => entry), ...outbox].at(-1);
    return last && last.kind !== 'cancel' ? this.takesBack(last.id) : { kind: 'unchanged' };
  }

  async syncs(): Promise<void> {
    await finishAbsorbing(this.device.confirmed, this.device.work);
    await exchange(this.#ends());
  }

  async waiting(): Promise<number> {
    return (await readOwnWork(this.device.work)).outbox.length;
  }

  async receipts(): Promise<string[]> {
    return (await readOwnWork(this.device.work)).sent.map(({ receipt }) => receipt.status);
  }

  async sees(key: RowKey, field: string): Promise<FieldValue> {
    return valueOf((await this.#picture()).row(key), field);
  }

  async files(): Promise<Map<HouseholdId, HouseholdFile>> {
    const { rows, laid } = await this.#picture();
    const all = new Map([...rows.all()].map((row): [string, Row] => [`${row.type}:${row.id}`, row]));
    laid.forEach((row, key) => all.set(key, row));
    return filesFrom(all.values());
  }

  /** The confirmed rows, in an order of their own. */
  async rows(): Promise<Row[]> {
    return inOrder([...(await this.#picture()).rows.all()]);
  }

  standings = () => readStandings(this.device.confirmed);

  place = () => readPlace(this.device.confirmed);

  async #picture() {
    await readCounts(this.device.work, newId);
    await finishAbsorbing(this.device.confirmed, this.device.work);
    const rows = new ConfirmedRows(this.device.confirmed);
    await rows.refresh();
    const owed = await this.#owed(rows.contained);
    const laid = overlay(rows.get, owed);
    return { rows, laid, owed, row: (key: RowKey) => laid.get(key) ?? rows.get(key) };
  }

  async #owed(contained: { history: string; seq: number }): Promise<OwnAct[]> {
    const { outbox, sent } = await readOwnWork(this.device.work);
    const own = [
      ...outbox.map((entry) => ({ entry })),
      ...sent.map((received) => ({ entry: received.entry, received }))
    ];
    return owedActs(
      own.map((one) => ({ ...one, body: JSON.parse(one.entry.body) as EntryBody })),
      contained
    );
  }

  async #hand(): Promise<Hand> {
    const { row, owed } = await this.#picture();
    const { cursor, contact } = await this.place();
    return {
      work: this.device.work,
      actor: this.actor,
      group: this.actor.groups[0]!,
      seen: { epoch: cursor?.epoch ?? null, row, own: owed },
      clock: { wall: this.now, contact },
      newId,
      campaign: (await readCampaign(this.device.confirmed))?.campaign
    };
  }

  #ends(): Ends {
    return {
      ...this.device,
      post: (request) => this.#overTheWire(request),
      now: () => this.now,
      newId,
      app: 'test',
      storage: async () => ({ persisted: null, freeBytes: null }),
      absorbed: () => undefined
    };
  }

  /** Everything crosses as text, as it does in life. */
  async #overTheWire(request: SyncRequest): Promise<SyncResponse> {
    const text = JSON.stringify(request);
    this.requests.push(JSON.parse(text));
    if (this.wire === 'dead') throw new WireError('no network');
    if (this.wire === 'portal') return understood(200, '<html>Wi-Fi</html>', request.request);
    const answer = JSON.stringify(await this.server()(JSON.parse(text)));
    if (this.wire === 'repeats') {
      return understood(200, JSON.stringify(await this.server()(JSON.parse(text))), request.request);
    }
    if (this.wire === 'loses-the-answer') throw new WireError('answer lost');
    if (this.wire === 'cuts-the-answer')
      return understood(200, answer.slice(0, answer.length / 2), request.request);
    return understood(200, answer, request.request);
  }
}
