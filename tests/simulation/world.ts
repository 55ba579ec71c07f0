import { dayOf } from '$lib/domain/calendar';
import type { EntryId } from '$lib/domain/ids';
import { must } from './broken';
import { Chance } from './chance';
import { act } from './hands';
import { forge, poison } from './forger';
import { happensTo } from './happenings';
import { Network } from './network';
import { SimulatedPhone } from './phone';
import { emptyStorages } from './phone-storage';
import { PHONES, phonesIn, type Schedule, type Step } from './step';
import { type SavedEntry, Shown } from './shown';
import { SimulatedWard } from './ward';

/** Everything of one run, and what the test alone knows: what was said to be saved. */
export class World {
  readonly chance: Chance;
  readonly saved = new Map<EntryId, SavedEntry>();
  readonly shown = new Shown();
  readonly #earlier = new Map<number, { answer?: string }>();
  restores = 0;
  hasMoved = false;
  haveNewRights = false;
  /** Sealed files that lie with somebody. */
  readonly files: string[] = [];

  private constructor(
    readonly schedule: Schedule,
    readonly ward: SimulatedWard,
    readonly network: Network,
    readonly phones: readonly SimulatedPhone[]
  ) {
    this.chance = new Chance(schedule.seed ^ 0xc0ffee);
  }

  static async begins(schedule: Schedule): Promise<World> {
    emptyStorages();
    const ward = await SimulatedWard.opened(schedule.seed);
    const chance = new Chance(schedule.seed ^ 0xca11);
    const around = {
      now: () => ward.now,
      chance,
      clocks: schedule.clocks,
      locks: schedule.locks,
      old: schedule.old
    };
    const used = phonesIn(schedule.steps);
    const phones = PHONES.map((_, number) => new SimulatedPhone(number, ward.actors[number]!, around));
    const world = new World(
      schedule,
      ward,
      new Network(chance),
      phones.filter(({ number }) => used.has(number))
    );
    for (const phone of world.phones) await world.syncs([phone.number]);
    return world;
  }

  phone = (number: number): SimulatedPhone => this.phones.find((phone) => phone.number === number)!;

  async take(step: Step): Promise<void> {
    this.ward.now += 1_000;
    switch (step.kind) {
      case 'taps':
        return this.#tap(step);
      case 'syncs':
        return this.#exchange(step);
      case 'arrives':
        return this.network.arrives();
      case 'time':
      case 'server-clock':
        this.ward.now += step.ms;
        return;
      case 'backs-up':
        return this.ward.backsUp(step.command);
      case 'restores':
        this.restores += 1;
        this.shown.wardWasSetBack();
        return this.ward.restores(step.declared, step.command);
      case 'hands-over':
        this.shown.nevermind(1);
        this.haveNewRights = true;
        return this.ward.office.handsOver(this.ward.actors[1]!);
      case 'blocks': {
        const { account } = this.phone(step.phone).actor;
        if (!this.ward.blocked.delete(account)) this.ward.blocked.add(account);
        return;
      }
      case 'moves':
        this.#placesAnew();
        return this.ward.office.moves(step);
      case 'merges':
        this.#placesAnew();
        return this.ward.office.merges(step);
      case 'unmerges':
        this.#placesAnew();
        return this.ward.office.unmerges(step.of);
      case 'takes-in': {
        const file = this.files[step.of % this.files.length];
        return file === undefined ? undefined : this.ward.office.takesIn(file);
      }
      case 'forges':
        return forge(this, step);
      case 'poisons':
        return poison(this, step);
      default:
        return happensTo(this, this.phone(step.phone), step);
    }
  }

  /** With the best of luck. */
  async syncs(phones: readonly number[]): Promise<void> {
    await this.#exchange({ kind: 'syncs', phones: [...phones], fates: [] });
  }

  ask = (phone: SimulatedPhone) => (text: string, fault?: Parameters<SimulatedWard['answers']>[2]) =>
    this.ward.answers(phone.actor, text, fault);

  async ends(): Promise<void> {
    for (const phone of this.phones) await phone.closes();
    await this.ward.ends();
  }

  /** Rows go where they were not. */
  #placesAnew(): void {
    this.hasMoved = true;
    this.phones.forEach(({ number }) => this.shown.nevermind(number));
  }

  async #tap({ phone: number, tab, touch, fault }: Extract<Step, { kind: 'taps' }>): Promise<void> {
    const phone = this.phone(number);
    const page = await phone.page(tab);
    const before = fault && (await phone.counts()).n;
    phone.breaks(fault);
    const recorded = await act(page, phone.actor, touch, this.chance);
    // Said before it is on the disk, it would meet its fault only now.
    if (fault) for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    phone.breaks(undefined);
    if (phone.isDead) await phone.restarts();
    if (before !== undefined) {
      const { n } = await phone.counts();
      must('I2', n - before <= 1, () => `one tap of phone ${number} made ${n - before} entries`);
    }
    if (recorded?.kind === 'saved') this.saves(phone, recorded.entry);
    await this.shown.stillStands(phone, dayOf(this.ward.now));
  }

  saves(phone: SimulatedPhone, entry: SavedEntry['entry']): void {
    this.saved.set(entry.id, { entry, phone: phone.number });
    this.shown.saves(phone, entry);
  }

  async #exchange({
    phones,
    fates,
    fault,
    server,
    meanwhile
  }: Extract<Step, { kind: 'syncs' }>): Promise<void> {
    const opened: { number: number; tab: number }[] = [];
    for (const number of phones) {
      const tab = opened.filter((other) => other.number === number).length;
      await this.phone(number).page(tab);
      opened.push({ number, tab });
    }
    const trips = opened.map(async ({ number, tab }, at) => {
      const phone = this.phone(number);
      const page = await phone.page(tab);
      const trip = {
        fates: [...fates],
        server: at === 0 ? server : undefined,
        meanwhile: at === 0 && meanwhile ? () => this.#all(meanwhile) : undefined
      };
      if (!this.#earlier.has(number)) this.#earlier.set(number, {});
      if (tab === 0) phone.post = this.network.post(this.ask(phone), trip, this.#earlier.get(number)!);
      if (at === 0) phone.breaks(fault);
      await page.syncs();
    });
    await Promise.all(trips);
    for (const number of new Set(phones)) {
      const phone = this.phone(number);
      phone.breaks(undefined);
      if (phone.isDead) await phone.restarts();
      await this.shown.stillStands(phone, dayOf(this.ward.now));
    }
  }

  async #all(steps: readonly Step[]): Promise<void> {
    for (const step of steps) await this.take(step);
  }
}
