import { ConfirmedRows, epochOnShow, isHalfAbsorbed } from '$lib/device/confirmed';
import type { DraftBook } from '$lib/device/drafts';
import { type Mirror, openMirror, restoreMirrored } from '$lib/device/mirror';
import { type Device, openDevice, readOwnWork } from '$lib/device/open';
import type { Past } from '$lib/device/past';
import type { Hand, Recorded, RecordOptions } from '$lib/device/record';
import { askToPersist } from '$lib/device/storage';
import { readCounts } from '$lib/device/work';
import type { Actor } from '$lib/domain/actor';
import { type Day, dayOf } from '$lib/domain/calendar';
import type { DayCount } from '$lib/domain/delivery/day-count';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { SecondCopy } from '$lib/protocol/second-copy';
import type { NewChange } from '$lib/domain/entry/compose';
import type { Change, EntryKind } from '$lib/domain/entry/entry';
import type { Group } from '$lib/domain/plan/group';
import type { EntryId, GroupId } from '$lib/domain/ids';
import type { Standings } from '$lib/domain/figures/standings';
import { keyOf, type RowKey } from '$lib/domain/entry/reading';
import { askToBeWoken } from '$lib/sync/wake-up';
import { exchangeWhenAsked } from './exchange-when-asked';
import type { World } from '$lib/sync/ends';
import type { Pace } from '$lib/sync/exchange';
import { createSyncEngine, type SyncEngine, type SyncState } from '$lib/sync/engine';
import { installTriggers } from '$lib/sync/triggers';
import { AppUpdate } from './app-update.svelte';
import type { Ledger } from './ledger';
import { type OwnEntry, OwnWorkBook } from './own-work.svelte';
import { Picture } from './picture.svelte';
import { WardNews } from './ward-news.svelte';

export type { Recorded };

/** What the first screen does not need is loaded this much later. Milliseconds. */
export const AFTER_THE_SCREEN = 1_000;

/** The phone, put together: the one place where the screens' half knows everything. */
export class Phone {
  readonly actor: Actor;
  readonly update = new AppUpdate();
  readonly own = new OwnWorkBook();
  readonly picture: Picture;
  readonly #world: World;
  readonly #device: Device;
  readonly #news = new WardNews();
  readonly #rows: ConfirmedRows;
  readonly #mirror: Mirror;
  readonly #engine: SyncEngine;
  #sync: SyncState = $state.raw({ kind: 'idle' });
  #today: Day = $state('');
  #ready = $state(false);
  #inOrder: Promise<unknown> = Promise.resolve();

  constructor(
    actor: Actor,
    world: World & { random: () => number; caches: CacheStorage | undefined; exchange?: () => Promise<Pace> },
    prefix?: string
  ) {
    this.actor = actor;
    this.#world = world;
    this.#device = openDevice(actor.account, prefix);
    this.#rows = new ConfirmedRows(this.#device.confirmed);
    this.#mirror = openMirror(world.caches, this.#device.name);
    this.#today = dayOf(world.now());
    this.picture = new Picture(this.#rows, this.own, () => ({
      campaign: this.campaign,
      today: this.#today,
      group: this.groupId
    }));
    this.#device.changes.listen((topic, elsewhere) => {
      if (elsewhere || topic === 'confirmed') void this.#inTurn(() => this.#reload());
    });
    this.#engine = createSyncEngine({
      exchange: world.exchange ?? exchangeWhenAsked(this.#device, world),
      now: world.now,
      random: world.random,
      setTimer: world.timers.set,
      clearTimer: world.timers.clear,
      onState: (state) => (this.#sync = state)
    });
  }

  get ready(): boolean {
    return this.#ready;
  }
  /** The name of the account's part of this phone. */
  get deviceName(): string {
    return this.#device.name;
  }
  get today(): Day {
    return this.#today;
  }
  get sync(): SyncState {
    return this.#sync;
  }
  get campaign(): Campaign | undefined {
    return this.#news.campaign;
  }
  /** The ward has sent what this version cannot read, and the old is on show (EN4). */
  get hasNewWords(): boolean {
    return this.#news.place?.hasNewWords === true;
  }
  /** The ward has sent all it has of the group: a book that is empty here is empty there too. */
  get hasAll(): boolean {
    const { place } = this.#news;
    return epochOnShow(place) !== null && !place?.head;
  }
  get standings(): Standings | undefined {
    return this.#news.standings;
  }
  get groupId(): GroupId | undefined {
    return this.#news.groups?.[0] ?? this.actor.groups[0];
  }
  readonly group: Group | undefined = $derived(this.campaign?.groups.find(({ id }) => id === this.groupId));
  readonly ledger: Ledger & { lastContact: number | null } = $derived.by(() => ({
    ...this.own.ledger(this.picture.openDifferences, this.#news.place?.lost ?? 0),
    lastContact: this.#news.place?.contact?.server ?? null
  }));
  /** By how many milliseconds this phone's clock is ahead of the ward's; negative: behind (TI1). */
  get clockAhead(): number {
    return this.#news.clockAhead;
  }
  /** The ward's time, as far as this phone's clock can tell; milliseconds. */
  get wardTime(): number {
    return this.#world.now() - this.clockAhead;
  }
  /** The person's entries, newest first. */
  readonly entries: readonly OwnEntry[] = $derived.by(() => [...this.own.entries].reverse());

  newId = <Id extends string>(): Id => this.#world.newId() as Id;

  /** Reads the device, then starts to exchange. Returns the way to stop. */
  async start(page: Window): Promise<() => void> {
    await readCounts(this.#device.work, this.#world.newId);
    await restoreMirrored(this.#device.work, await this.#mirror.read().catch(() => []));
    await this.#finishAbsorbing();
    await this.#inTurn(() => this.#reload());
    this.#ready = true;
    page.setTimeout(() => void this.#pen(), AFTER_THE_SCREEN);
    const repeating = (run: () => void, ms: number) => {
      const timer = page.setInterval(() => {
        this.#today = dayOf(this.wardTime);
        run();
      }, ms);
      return () => page.clearInterval(timer);
    };
    // Who has nothing to look at yet waits for nothing else.
    const begin = (run: () => void) => page.setTimeout(run, this.campaign ? AFTER_THE_SCREEN : 0);
    const stopTriggers = installTriggers(this.#engine, page, page.document, repeating, begin);
    return () => {
      stopTriggers();
      this.#engine.stop();
      void this.#device.close();
    };
  }

  /** Judged at once, frozen, saved, shown, sent: the way of one tap. */
  record(kind: EntryKind, changes: readonly NewChange[], options: RecordOptions = {}): Promise<Recorded> {
    return this.#inTurn(async () => {
      const pen = await this.#pen();
      if (!pen) return NOT_SAVED;
      return this.#show(await pen.record(this.#hand(), kind, changes, options));
    });
  }

  undo(id: EntryId): Promise<Recorded> {
    return this.#inTurn(async () => {
      const own = this.own.entries.find((entry) => entry.id === id);
      if (!own) return { kind: 'unchanged' };
      const pen = await this.#pen();
      if (!pen) return NOT_SAVED;
      const isEcho = (change: Change, field: string) => this.#isEcho(own, keyOf(change), field);
      return this.#show(await pen.takeBack(this.#hand(), { ...own.entry, id, body: own.body }, isEcho));
    });
  }

  /** Received, and what stands in the rows is older: the entry has only confirmed it. */
  #isEcho({ received }: OwnEntry, key: RowKey, field: string): boolean {
    const { history, seq } = this.#rows.contained;
    if (!received || received.history !== history || received.receipt.decided > seq) return false;
    const [, number] = this.#rows.get(key)?.fields[field] ?? [null, 0];
    return number > 0 && number < received.receipt.decided;
  }

  /** When all that was tapped so far is on the phone, or refused. */
  atRest(): Promise<void> {
    return this.#inTurn(async () => undefined);
  }

  sendNow(): void {
    this.#engine.sendNow();
  }

  /** What the ward received from this phone today, as this phone counts it (EP4). */
  async countToday(): Promise<DayCount> {
    const { countDay } = await import('$lib/device/day-count');
    const { sent } = await readOwnWork(this.#device.work);
    return countDay(sent, this.#news.place?.history ?? '', this.#today);
  }

  /** Unsent work as one sealed file (OB6); nothing before the first contact, or where nothing waits. */
  async sealSecondCopy(): Promise<SecondCopy | undefined> {
    const { sealUnsent } = await import('$lib/device/second-copy');
    return sealUnsent(this.#device, this.actor.account);
  }

  /** Closed periods and the group's history; read when somebody looks at them. */
  async readPast(): Promise<Past> {
    const { readPast } = await import('$lib/device/past');
    return readPast(this.#device.confirmed);
  }

  /** A phone killed while it took in an answer; where it cannot be done now, the next exchange does it. */
  async #finishAbsorbing(): Promise<void> {
    const { confirmed, work } = this.#device;
    if (!(await isHalfAbsorbed(confirmed))) return;
    const absorbing = await import('$lib/device/absorb').catch(() => undefined);
    await absorbing?.finishAbsorbing(confirmed, work);
  }

  /** What is half typed (đang gõ dở); for the screens on which one types. */
  async openDrafts(): Promise<DraftBook> {
    const { openDraftBook } = await import('$lib/device/drafts');
    return openDraftBook(this.#device.work, this.#world.now);
  }

  #hand(): Hand {
    return {
      work: this.#device.work,
      // Groups are handed over while a session lives on: the last exchange knows them best.
      actor: { ...this.actor, groups: this.#news.groups ?? this.actor.groups },
      group: this.groupId!,
      seen: {
        epoch: epochOnShow(this.#news.place),
        row: this.picture.row,
        own: this.picture.owed()
      },
      clock: { wall: this.#world.now(), contact: this.#news.place?.contact ?? null },
      newId: this.#world.newId,
      campaign: this.campaign
    };
  }

  /** What judges and freezes a tap: asked for when the first screen stands, and kept on the phone like all of the app. */
  #pen = () => import('$lib/device/record').catch(() => undefined);

  #show = (recorded: Recorded): Recorded => {
    if (recorded.kind !== 'saved') return recorded;
    this.own.add(recorded.entry);
    void this.#mirror.keep(recorded.entry).catch(noMirror);
    this.picture.update([]);
    this.#tellOthers();
    return recorded;
  };

  #tellOthers(): void {
    this.#device.changes.announce('work');
    this.#engine.nudge();
    void askToPersist(this.#world.storage);
    void askToBeWoken(navigator.serviceWorker);
  }

  /** Old values stay on show until all of the new ones are there; then they change together. */
  async #reload(): Promise<void> {
    const { work, confirmed } = this.#device;
    const [own, showNews] = await Promise.all([readOwnWork(work), this.#news.read(confirmed)]);
    const changed = await this.#rows.refresh();
    this.own.take(own);
    void this.#mirror.forget(own.sent.map(({ entry }) => entry.id)).catch(noMirror);
    showNews();
    this.#today = dayOf(this.wardTime);
    this.picture.update(changed);
  }

  /** Taps and news one after the other, so that each sees what the one before it did. */
  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.#inOrder.then(step);
    this.#inOrder = turn.catch(() => undefined);
    return turn;
  }
}

const NOT_SAVED: Recorded = { kind: 'failed', reason: 'storage' };

/** The work itself is saved; its mirror may be missing. */
const noMirror = () => undefined;
