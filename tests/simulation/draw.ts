import { Chance } from './chance';
import {
  type Fate,
  FORGERIES,
  POISONS,
  type Schedule,
  type ServerFault,
  type Step,
  type StorageFault,
  type Touch
} from './step';

/** What may go wrong. Each run switches about half of it on: faults that always come together hide each other. */
const FAULTS = [
  'lost',
  'late',
  'answer-lost',
  'twice',
  'cut-request',
  'cut-answer',
  'foreign',
  'damaged',
  'old-answer',
  'busy',
  'kills',
  'connections',
  'full-phone',
  'server-kills',
  'server-faults',
  'meanwhile',
  'at-once',
  'tabs',
  'second-phone',
  'other-group',
  'officer',
  'clocks',
  'server-clock',
  'days',
  'restores',
  'declared-restores',
  'roll-backs',
  'evictions',
  'dropped-pictures',
  'forgeries',
  'poisons',
  'closings',
  'hand-over'
] as const;
type Fault = (typeof FAULTS)[number];

const VALUES: Readonly<Record<string, readonly string[]>> = {
  insurance: ['yes', 'no', 'unclear'],
  activity: ['employed', 'unemployed', 'inactive'],
  training: ['none', 'college'],
  note: ['a', 'b', 'Ẫ', 'Ấ', '’"\\u{1F469}', 'đ\u0301']
};

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
    const length = 15 + this.#chance.below(this.#chance.happens(0.1) ? 150 : 55);
    return {
      seed: this.#seed,
      locks: this.#chance.happens(0.5) ? 'web' : 'lease',
      clocks: [0, 1, 2, 3, 4].map(() => (this.#has('clocks') ? this.#offset() : 0)),
      steps: Array.from({ length }, () => this.#step())
    };
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
      forges: if_('forgeries', 3),
      poisons: if_('poisons', 2),
      'hands-over': if_('hand-over', 0.4)
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
      case 'restores':
        return {
          kind,
          declared:
            chance.next() * (if_('restores', 1) + if_('declared-restores', 1)) < if_('declared-restores', 1)
        };
      case 'forges':
        return { kind, phone, forgery: chance.pick(FORGERIES), of: chance.below(50) };
      case 'poisons':
        return { kind, phone, poison: chance.pick(POISONS), of: chance.below(50) };
      case 'arrives':
      case 'backs-up':
      case 'hands-over':
        return { kind };
      default:
        return { kind, phone };
    }
  }

  #tap(phone: number): Step {
    const fault = this.#chance.happens(0.06) ? this.#storageFault(12, true) : undefined;
    const tab = this.#has('tabs') && this.#chance.happens(0.3) ? 1 : 0;
    return { kind: 'taps', phone, tab, touch: this.#touch(), ...(fault && { fault }) };
  }

  #touch(): Touch {
    const chance = this.#chance;
    const closing = this.#has('closings') ? 1 : 0;
    const does = chance.weighted({
      answers: 60,
      'adds-person': 4,
      'adds-household': 2,
      visits: 5,
      assesses: 4,
      'takes-back': 5,
      resolves: 5,
      closes: closing * 3,
      'closes-household': closing,
      reopens: closing * 3
    });
    const [person, household] = [chance.below(4), chance.below(3)];
    switch (does) {
      case 'answers':
        return { does, person, set: this.#answers() };
      case 'assesses':
        return { does, household, state: chance.pick(['expected', 'not-expected', 'published']) };
      case 'takes-back':
        return { does, back: chance.below(3) };
      case 'resolves':
        return { does, difference: chance.below(4), keeps: chance.happens(0.5) };
      case 'closes':
      case 'reopens':
        return { does, person };
      case 'adds-household':
        return { does };
      default:
        return { does, household };
    }
  }

  #answers(): Record<string, string> {
    const fields = Object.keys(VALUES);
    const set: Record<string, string> = {};
    const count = this.#chance.happens(0.7) ? 1 : 1 + this.#chance.below(fields.length);
    for (let made = 0; made < count; made += 1) {
      const field = this.#chance.pick(fields);
      set[field] = this.#chance.pick(VALUES[field]!);
    }
    return set;
  }

  #sync(phone: number): Step {
    const chance = this.#chance;
    const phones = [phone];
    if (this.#has('tabs') && chance.happens(0.2)) phones.push(phone);
    if (this.#has('at-once') && chance.happens(0.2)) phones.push(chance.pick(this.#phones));
    const fault = chance.happens(0.2) ? this.#storageFault(40, false) : undefined;
    const server = chance.happens(0.12) ? this.#serverFault() : undefined;
    const meanwhile = this.#has('meanwhile') && chance.happens(0.25) ? this.#meanwhile(phones) : undefined;
    return {
      kind: 'syncs',
      phones,
      fates: Array.from({ length: chance.pick([1, 1, 2, 3]) }, () => this.#fate()),
      ...(fault && { fault }),
      ...(server && { server }),
      ...(meanwhile && { meanwhile })
    };
  }

  #fate(): Fate {
    const on = (fault: Fate & Fault, weight: number) => ({ [fault]: this.#has(fault) ? weight : 0 });
    return this.#chance.weighted<Fate>({
      good: 50,
      ...on('lost', 6),
      ...on('late', 6),
      ...on('answer-lost', 10),
      ...on('twice', 5),
      ...on('cut-request', 3),
      ...on('cut-answer', 4),
      ...on('foreign', 4),
      ...on('damaged', 4),
      ...on('old-answer', 3),
      ...on('busy', 3)
    } as Record<Fate, number>);
  }

  /** Taps, other people's exchanges, the ward going away: whatever does not wait for this exchange itself. */
  #meanwhile(under: readonly number[]): Step[] {
    return Array.from({ length: 1 + this.#chance.below(2) }, () => this.#step()).flatMap((step): Step[] => {
      if (step.kind === 'taps' || step.kind === 'time') return [step];
      const isFree = step.kind === 'syncs' && !step.phones.some((phone) => under.includes(phone));
      return isFree ? [{ ...step, meanwhile: undefined }] : [];
    });
  }

  #storageFault(most: number, tapping: boolean): StorageFault | undefined {
    const hows = [
      ...(this.#has('kills') ? (['killed'] as const) : []),
      ...(this.#has('connections') ? (['lost-before', 'lost-after'] as const) : []),
      ...(this.#has('full-phone') && tapping ? (['full'] as const) : [])
    ];
    if (hows.length === 0) return;
    return { how: this.#chance.pick(hows), after: this.#chance.below(most) };
  }

  #serverFault(): ServerFault | undefined {
    const hows = [
      ...(this.#has('server-kills') ? (['killed'] as const) : []),
      ...(this.#has('server-faults') ? (['full', 'locked', 'odd'] as const) : [])
    ];
    if (hows.length === 0) return;
    return { how: this.#chance.pick(hows), after: this.#chance.below(24) };
  }

  /** 70 % within a minute, 20 % up to an hour, 5 % a day, 5 % years. */
  #offset(): number {
    const most = this.#chance.weighted({ 60_000: 70, 3_600_000: 20, 86_400_000: 5, 150_000_000_000: 5 });
    return Math.round((this.#chance.next() - 0.5) * 2 * Number(most));
  }
}
