import { finishAbsorbing } from '$lib/device/absorb';
import { ConfirmedRows, epochOnShow, type Place, readPlace } from '$lib/device/confirmed';
import { type Device, openDevice, readOwnWork } from '$lib/device/open';
import { owedActs } from '$lib/device/owed';
import { freeze, type Hand, record, type Recorded } from '$lib/device/record';
import { readCounts, type SentEntry } from '$lib/device/work';
import type { NewChange } from '$lib/domain/entry/compose';
import type { Entry, EntryBody, EntryKind } from '$lib/domain/entry/entry';
import type { EntryId, GroupId } from '$lib/domain/ids';
import { overlay, type OwnAct } from '$lib/domain/entry/overlay';
import { keyOf, type RowKey } from '$lib/domain/entry/reading';
import type { Row } from '$lib/domain/entry/row';
import type { Figures } from '$lib/domain/figures/group-figures';
import { undoing } from '$lib/domain/entry/undo';
import { bodyOf } from '$lib/domain/entry/upcast';
import { type CountedFor, HouseholdFiles } from '$lib/state/household-files';
import { createSyncEngine, type SyncEngine } from '$lib/sync/engine';
import { exchange } from '$lib/sync/exchange';
import { type ExchangeLock, leaseLock, LockedError, webLock } from '$lib/sync/lock';
import type { Around } from './around';
import { freezeAsBefore, recordAsBefore } from './old-app';

export type OwnEntry = { entry: Entry; body: EntryBody; received?: SentEntry };

/** One open page of the app: what `state/phone` does, without a screen. */
export class Page {
  readonly device: Device;
  readonly #around: Around;
  readonly #rows: ConfirmedRows;
  readonly #engine: SyncEngine;
  readonly row: (key: RowKey) => Row | undefined;
  own: OwnEntry[] = [];
  place: Place | undefined;
  readonly #files: HouseholdFiles;
  #running: Promise<unknown> | undefined;
  #inOrder: Promise<unknown> = Promise.resolve();
  /** A look that has not begun yet sees whatever was stored until then. */
  #nextLook: Promise<void> | undefined;
  readonly #bodies = new Map<string, EntryBody>();

  constructor(around: Around) {
    this.#around = around;
    this.device = openDevice(around.actor.account, around.prefix);
    this.#rows = new ConfirmedRows(this.device.confirmed);
    this.#files = new HouseholdFiles(this.#rows, () => this.owed());
    this.row = this.#files.row;
    const { locks, newId, now } = around;
    const lock: ExchangeLock = locks ? webLock(locks, 'exchange') : leaseLock(this.device.work, newId(), now);
    this.#engine = createSyncEngine({
      exchange: () => this.#exchange(lock),
      now,
      random: around.random,
      setTimer: () => undefined,
      clearTimer: () => undefined,
      onState: () => undefined
    });
  }

  async starts(): Promise<void> {
    await readCounts(this.device.work, this.#around.newId);
    await finishAbsorbing(this.device.confirmed, this.device.work);
    await this.looksAgain();
  }

  /** "Gửi ngay"; done when nothing is under way any more. */
  async syncs(): Promise<void> {
    this.#engine.sendNow();
    for (let last: unknown; this.#running !== last;) {
      last = this.#running;
      await this.#running;
      for (let turn = 0; turn < 8; turn += 1) await undefined;
    }
    await this.rests();
  }

  /** Whatever it was asked to do is done. */
  rests(): Promise<void> {
    return this.#inTurn(async () => undefined);
  }

  taps(kind: EntryKind, group: GroupId, changes: NewChange[], resolves?: string): Promise<Recorded> {
    const write = this.#around.isOld() ? recordAsBefore : record;
    return this.#inTurn(async () =>
      this.#shown(await write(this.#hand(group), kind, changes, resolves ? { resolves } : {}))
    );
  }

  takesBack({ entry, body }: OwnEntry): Promise<Recorded> {
    const write = this.#around.isOld() ? freezeAsBefore : freeze;
    return this.#inTurn(async () =>
      this.#shown(
        await write(this.#hand(entry.group), 'cancel', undoing({ ...entry, body }), [entry.id as EntryId])
      )
    );
  }

  looksAgain(): Promise<void> {
    return (this.#nextLook ??= this.#inTurn(async () => {
      this.#nextLook = undefined;
      const [own, place] = await Promise.all([
        readOwnWork(this.device.work),
        readPlace(this.device.confirmed)
      ]);
      const changed = await this.#rows.refresh();
      this.own = [
        ...own.outbox.map((entry) => this.#read(entry)),
        ...own.sent.map((received) => ({ ...this.#read(received.entry), received }))
      ].sort((a, b) => a.entry.n - b.entry.n);
      this.place = place;
      this.#files.update(changed);
    }));
  }

  #read(entry: Entry): OwnEntry {
    let body = this.#bodies.get(entry.id);
    if (!body) this.#bodies.set(entry.id, (body = bodyOf(entry)));
    return { entry, body };
  }

  /** The confirmed rows alone. */
  confirmed = (): Row[] => [...this.#rows.all()];

  /** As the screen has it, each row once. */
  shown(): Row[] {
    const all = new Map([...this.#rows.all()].map((row): [RowKey, Row] => [keyOf(row), row]));
    overlay(this.#rows.get, this.owed()).forEach((row, key) => all.set(key, row));
    return [...all.values()];
  }

  /** The figures of a group as the phone has them, kept up change by change. */
  figures = (counted: CountedFor): Figures => this.#files.figures(counted);

  owed(): OwnAct[] {
    return owedActs(this.own, this.#rows.contained);
  }

  closes(): Promise<void> {
    this.#engine.stop();
    return this.device.close();
  }

  #shown(recorded: Recorded): Recorded {
    if (recorded.kind !== 'saved') return recorded;
    const { entry } = recorded;
    if (!this.own.some((own) => own.entry.id === entry.id)) {
      this.own = [...this.own, this.#read(entry)];
    }
    this.#files.update([]);
    this.#around.changed();
    return recorded;
  }

  #hand(group: GroupId): Hand {
    const { actor, now, newId } = this.#around;
    return {
      work: this.device.work,
      actor,
      group,
      seen: { epoch: epochOnShow(this.place), row: this.row, own: this.owed() },
      clock: { wall: now(), contact: this.place?.contact ?? null },
      newId
    };
  }

  #exchange(lock: ExchangeLock) {
    const { post, now, newId, actor } = this.#around;
    const ends = {
      ...this.device,
      account: actor.account,
      post,
      now,
      newId,
      app: 'simulated',
      storage: async () => ({ persisted: null, freeBytes: null }),
      absorbed: () => this.#around.changed()
    };
    const running = lock(() => exchange(ends)).catch((fault) => {
      if (fault instanceof LockedError) return { pause: 5, spread: 0 };
      throw fault;
    });
    this.#running = running.catch(() => undefined);
    return running;
  }

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.#inOrder.then(step);
    this.#inOrder = turn.catch(() => undefined);
    return turn;
  }
}
