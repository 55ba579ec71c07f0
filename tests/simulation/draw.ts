import { Chance } from './chance';
import { drawFate, drawServerFault, drawStorageFault, type Fault, FAULTS } from './draw-faults';
import { drawTouch } from './draw-touch';
import { FORGERIES, POISONS, type Schedule, type Step } from './step';

const HOUR = 3_600_000;

/** The schedule of a seed. */
export function draw(seed: number): Schedule {
  return new Drawing(seed).schedule();
}

class Drawing {
  readonly #seed: number;
  readonly #chance: Chance;
  readonly #on: ReadonlySet<Fault>;
  readonly #phones: number[];

  constructor(seed: number) {
    this.#seed = seed;
    this.#chance = new Chance(seed);
    this.#on = new Set(FAULTS.filter(() => this.#chance.happens(0.5)));
    this.#phones = [0, 1];
    if (this.#has('second-phone')) this.#phones.push(2);
    if (this.#has('other-group')) this.#phones.push(3);
    if (this.#has('officer')) this.#phones.push(4);
  }

  #has = (fault: Fault): boolean => this.#on.has(fault);

  schedule(): Schedule {
    const length = this.#length();
    return {
      seed: this.#seed,
      locks: this.#chance.happens(0.5) ? 'web' : 'lease',
      clocks: [0, 1, 2, 3, 4].map(() => (this.#has('clocks') ? this.#offset() : 0)),
      old: this.#has('old-apps') ? this.#phones.filter(() => this.#chance.happens(0.5)) : [],
      steps: Array.from({ length }, () => this.#step())
    };
  }

  /** Most runs are short: many small worlds find more than a few large ones. */
  #length(): number {
    const [from, to] = { short: [4, 14], middle: [14, 40], long: [40, 80], longest: [80, 160] }[
      this.#chance.weighted({ short: 35, middle: 45, long: 16, longest: 4 })
    ] as [number, number];
    return from + this.#chance.below(to - from);
  }

  #step(): Step {
    const if_ = (fault: Fault, weight: number) => (this.#has(fault) ? weight : 0);
    const chance = this.#chance;
    const phone = chance.pick(this.#phones);
    const kind = chance.weighted({
      taps: 50,
      syncs: 32,
      restarts: 2,
      arrives: if_('late', 3),
      time: 3,
      clock: if_('clocks', 1),
      'server-clock': if_('server-clock', 0.7),
      'backs-up': this.#has('restores') || this.#has('declared-restores') ? 2 : 0.5,
      restores: if_('restores', 1) + if_('declared-restores', 1),
      copies: if_('roll-backs', 1),
      'rolls-back': if_('roll-backs', 0.8),
      evicts: if_('evictions', 0.7),
      'drops-picture': if_('dropped-pictures', 1),
      damages: if_('unreadable', 1),
      updates: if_('old-apps', 0.7),
      'saves-copy': if_('second-copies', 1.5),
      'takes-in': if_('second-copies', 1.5),
      forges: if_('forgeries', 3),
      poisons: if_('poisons', 2),
      'hands-over': if_('hand-over', 0.4),
      blocks: if_('blocks', 1),
      moves: if_('moves', 0.7),
      merges: if_('merges', 1),
      unmerges: if_('merges', 0.6)
    });
    switch (kind) {
      case 'taps':
        return this.#tap(phone);
      case 'syncs':
        return this.#sync(phone);
      case 'time':
        return { kind, ms: chance.below(this.#has('days') && chance.happens(0.3) ? 60 * HOUR : HOUR) };
      case 'clock':
        return { kind, phone, ms: this.#offset() };
      case 'server-clock':
        return {
          kind,
          ms: Math.round((chance.next() - 0.5) * 2 * (chance.happens(0.2) ? 30 * HOUR : 60_000))
        };
      case 'backs-up':
        return { kind, ...(this.#has('commands') && chance.happens(0.5) && { command: true }) };
      case 'restores':
        return {
          kind,
          ...(this.#has('commands') && chance.happens(0.5) && { command: true }),
          declared:
            chance.next() * (if_('restores', 1) + if_('declared-restores', 1)) < if_('declared-restores', 1)
        };
      case 'forges':
        return { kind, phone, forgery: chance.pick(FORGERIES), of: chance.below(50) };
      case 'poisons':
        return { kind, phone, poison: chance.pick(POISONS), of: chance.below(50) };
      case 'moves':
        return { kind, of: chance.below(20), to: chance.below(3) };
      case 'damages':
        return { kind, phone, of: chance.below(20) };
      case 'takes-in':
      case 'unmerges':
        return { kind, of: chance.below(20) };
      case 'merges': {
        const type = chance.happens(0.6) ? 'person' : 'household';
        return { kind, type, goes: chance.below(20), stays: chance.below(20) };
      }
      case 'arrives':
      case 'hands-over':
        return { kind };
      default:
        return { kind, phone };
    }
  }

  #tap(phone: number): Step {
    const fault = this.#chance.happens(0.06)
      ? drawStorageFault(this.#chance, this.#has, 12, true)
      : undefined;
    const tab = this.#has('tabs') && this.#chance.happens(0.3) ? 1 : 0;
    return {
      kind: 'taps',
      phone,
      tab,
      touch: drawTouch(this.#chance, this.#has('closings')),
      ...(fault && { fault })
    };
  }

  #sync(phone: number): Step {
    const chance = this.#chance;
    const phones = [phone];
    if (this.#has('tabs') && chance.happens(0.2)) phones.push(phone);
    if (this.#has('worker') && chance.happens(0.2)) phones.push(phone);
    if (this.#has('at-once') && chance.happens(0.2)) phones.push(chance.pick(this.#phones));
    const fault = chance.happens(0.2) ? drawStorageFault(this.#chance, this.#has, 40, false) : undefined;
    const server = chance.happens(0.12) ? drawServerFault(chance, this.#has) : undefined;
    const meanwhile = this.#has('meanwhile') && chance.happens(0.25) ? this.#meanwhile(phones) : undefined;
    return {
      kind: 'syncs',
      phones,
      fates: Array.from({ length: chance.pick([1, 1, 2, 3]) }, () => drawFate(chance, this.#has)),
      ...(fault && { fault }),
      ...(server && { server }),
      ...(meanwhile && { meanwhile })
    };
  }

  /** Taps, other people's exchanges, the ward going away: whatever does not wait for this exchange itself. */
  #meanwhile(under: readonly number[]): Step[] {
    return Array.from({ length: 1 + this.#chance.below(2) }, () => this.#step()).flatMap((step): Step[] => {
      if (step.kind === 'taps' || step.kind === 'time') return [step];
      const isFree = step.kind === 'syncs' && !step.phones.some((phone) => under.includes(phone));
      return isFree ? [{ ...step, meanwhile: undefined }] : [];
    });
  }

  /** 70 % within a minute, 20 % up to an hour, 5 % a day, 5 % years. */
  #offset(): number {
    const most = this.#chance.weighted({ 60_000: 70, 3_600_000: 20, 86_400_000: 5, 150_000_000_000: 5 });
    return Math.round((this.#chance.next() - 0.5) * 2 * Number(most));
  }
}
