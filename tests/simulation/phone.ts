import { readOwnWork } from '$lib/device/open';
import { sealUnsent } from '$lib/device/second-copy';
import { readCounts } from '$lib/device/work';
import type { Actor } from '$lib/domain/actor';
import type { DeviceId, EntryId } from '$lib/domain/ids';
import type { Post } from '$lib/sync/transport';
import type { Chance } from './chance';
import type { Around } from './around';
import { Page } from './page';
import { copyOf, type Copy, damage, putBack, type Storage, storageOf, throwAway } from './phone-storage';
import type { Schedule, StorageFault } from './step';
import { oneAtATime } from './web-locks';

/** A phone of the field: the real device and sync floors under up to two pages, mortal between any two steps of its storage. */
export class SimulatedPhone {
  readonly actor: Actor;
  readonly #storage: Storage;
  readonly #world: World;
  readonly #prefix: string;
  #pages: Page[] = [];
  #locks: LockManager | undefined;
  #copies: { work: Copy; confirmed: Copy } | undefined;
  /** Own entries that a storage fault took, and of which device, as the test alone can know. */
  readonly taken = new Map<EntryId, DeviceId>();
  hadStorageFault = false;
  /** It counted again what it had counted before: nobody can say any more how much it made. */
  countsAgain = false;
  /** What it was called before all of its storage was cleared; only those whose counts were never set back. */
  readonly earlier: DeviceId[] = [];
  isOld: boolean;
  /** How far its clock is off, milliseconds. */
  offset: number;
  post: Post = async () => {
    throw new Error('no wire');
  };

  constructor(
    readonly number: number,
    actor: Actor,
    world: World
  ) {
    this.actor = actor;
    this.#world = world;
    this.#prefix = `p${number}`;
    this.#storage = storageOf(this.#prefix);
    this.offset = world.clocks[number] ?? 0;
    this.isOld = world.old?.includes(number) ?? false;
  }

  now = (): number => this.#world.now() + this.offset;

  breaks(fault: StorageFault | undefined): void {
    this.#storage.fault = fault && { ...fault };
  }

  get isDead(): boolean {
    return this.#storage.dead;
  }

  /** A page of it; opened where it is not. */
  async page(number = 0): Promise<Page> {
    while (this.#pages.length <= number) {
      const page = new Page(this.#around());
      this.#pages.push(page);
      await page.starts();
    }
    return this.#pages[number]!;
  }

  /** Whatever was in memory is gone. */
  async restarts(): Promise<void> {
    for (const page of this.#pages) await page.closes();
    this.#pages = [];
    this.#locks = undefined;
    this.#storage.dead = false;
    this.#storage.fault = undefined;
    await this.page();
  }

  async closes(): Promise<void> {
    for (const page of this.#pages) await page.closes();
  }

  async held(): Promise<Map<EntryId, DeviceId>> {
    const { outbox, sent } = await readOwnWork((await this.page()).device.work);
    return new Map([...outbox, ...sent.map(({ entry }) => entry)].map(({ id, device }) => [id, device]));
  }

  async counts() {
    return readCounts((await this.page()).device.work, this.#world.chance.newId);
  }

  async copies(): Promise<void> {
    const { work, confirmed } = await this.#names();
    this.#copies = { work: await copyOf(work), confirmed: await copyOf(confirmed) };
  }

  /** Set back to its copy: what was made since is no longer on it. */
  async rollsBack(): Promise<void> {
    const copies = this.#copies;
    if (!copies) return;
    this.countsAgain = true;
    await this.#loses(async ({ work, confirmed }) => {
      await putBack(work, copies.work);
      await putBack(confirmed, copies.confirmed);
    });
  }

  /** The system cleared its storage, all of it. */
  async isCleared(): Promise<void> {
    this.#copies = undefined;
    const { device } = await this.counts();
    if (!this.countsAgain) this.earlier.push(device);
    this.countsAgain = false;
    await this.#loses(async ({ work, confirmed }) => {
      await throwAway(work);
      await throwAway(confirmed);
    });
  }

  /** One record of its own work cannot be read any more (A8). */
  async damages(of: number): Promise<void> {
    const { outbox, sent } = await readOwnWork((await this.page()).device.work);
    const all = [
      ...outbox.map(({ n }) => ({ store: 'entries', n }) as const),
      ...sent.map(({ n }) => ({ store: 'sent', n }) as const)
    ];
    const found = all[of % all.length];
    if (found) await this.#loses(({ work }) => damage(work, found.store, found.n));
  }

  async updates(): Promise<void> {
    this.isOld = false;
    await this.restarts();
  }

  /** Its unsent work as a sealed file (OB6). */
  async savesCopy(): Promise<string | undefined> {
    const { device } = await this.page();
    const copy = await sealUnsent(device, this.actor.account);
    return copy && JSON.stringify(copy);
  }

  /** Only what the server said; may be dropped at any time (OB4). */
  async dropsPicture(): Promise<void> {
    const { confirmed } = await this.#names();
    for (const page of this.#pages) await page.closes();
    await throwAway(confirmed);
    await this.restarts();
  }

  async #loses(how: (names: { work: string; confirmed: string }) => Promise<void>): Promise<void> {
    const before = await this.held();
    const names = await this.#names();
    for (const page of this.#pages) await page.closes();
    this.#pages = [];
    await how(names);
    await this.restarts();
    const after = await this.held();
    for (const [id, device] of before) if (!after.has(id)) this.taken.set(id, device);
    this.hadStorageFault = true;
  }

  #around(): Around {
    const { chance, locks } = this.#world;
    if (locks === 'web') this.#locks ??= oneAtATime();
    return {
      actor: this.actor,
      prefix: this.#prefix,
      now: this.now,
      newId: chance.newId,
      random: chance.next,
      post: (request) => this.post(request),
      locks: this.#locks,
      isOld: () => this.isOld,
      changed: () => this.#pages.forEach((page) => void page.looksAgain().catch(() => undefined))
    };
  }

  async #names() {
    const { account } = this.actor;
    return { work: `${this.#prefix}-work-${account}`, confirmed: `${this.#prefix}-confirmed-${account}` };
  }
}

type World = Readonly<{
  now: () => number;
  chance: Chance;
  clocks: readonly number[];
  old?: readonly number[];
  locks: Schedule['locks'];
}>;
