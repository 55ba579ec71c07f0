/** What a hand does to the picture that it sees; numbers are taken modulo what is there. */
export type Touch =
  | { does: 'answers'; person: number; set: Record<string, string> }
  | { does: 'adds-person'; household: number }
  | { does: 'adds-household' }
  | { does: 'visits'; household: number }
  | { does: 'assesses'; household: number; state: string }
  | { does: 'closes'; person: number }
  | { does: 'closes-household'; household: number }
  | { does: 'reopens'; person: number }
  | { does: 'takes-back'; back: number }
  | { does: 'resolves'; difference: number; keeps: boolean };

/** What becomes of one request on its way. */
export type Fate =
  | 'good'
  | 'lost'
  | 'late'
  | 'answer-lost'
  | 'twice'
  | 'cut-request'
  | 'cut-answer'
  | 'foreign'
  | 'damaged'
  | 'old-answer'
  | 'busy';

/** How the storage of a phone fails: after so many of its steps. */
export type StorageFault = { how: 'killed' | 'lost-before' | 'lost-after' | 'full'; after: number };

/** How the server fails: after so many of its statements. */
export type ServerFault = { how: 'killed' | 'full' | 'locked' | 'odd'; after: number };

export const FORGERIES = [
  'another-author',
  'another-group',
  'claimed-group',
  'unknown-field',
  'closes-by-change',
  'unknown-kind',
  'unreadable',
  'reused-id',
  'recognised',
  'added-twice',
  'wrong-sum'
] as const;
export type Forgery = (typeof FORGERIES)[number];

export const POISONS = [
  'unknown-field',
  'wrong-value',
  'unknown-kind',
  'newer-schema',
  'builds-on-nothing'
] as const;
export type Poison = (typeof POISONS)[number];

/** One thing that happens. */
export type Step =
  | { kind: 'taps'; phone: number; tab: number; touch: Touch; fault?: StorageFault }
  | {
      kind: 'syncs';
      /** Their exchanges run at once; the same phone twice: two of its pages. */
      phones: number[];
      fates: Fate[];
      fault?: StorageFault;
      server?: ServerFault;
      /** What happens while the first request is under way. */
      meanwhile?: Step[];
    }
  | { kind: 'arrives' }
  | { kind: 'restarts'; phone: number }
  | { kind: 'time'; ms: number }
  | { kind: 'clock'; phone: number; ms: number }
  | { kind: 'server-clock'; ms: number }
  /** By the real command, or by copying the file. */
  | { kind: 'backs-up'; command?: boolean }
  | { kind: 'restores'; declared: boolean; command?: boolean }
  | { kind: 'copies'; phone: number }
  | { kind: 'rolls-back'; phone: number }
  | { kind: 'evicts'; phone: number }
  | { kind: 'drops-picture'; phone: number }
  /** One record of its own work cannot be read any more. */
  | { kind: 'damages'; phone: number; of: number }
  /** An old app becomes the present one. */
  | { kind: 'updates'; phone: number }
  /** Unsent work as a sealed file, and such a file on the ward's desk, once or again. */
  | { kind: 'saves-copy'; phone: number }
  | { kind: 'takes-in'; of: number }
  | { kind: 'forges'; phone: number; forgery: Forgery; of: number }
  | { kind: 'poisons'; phone: number; poison: Poison; of: number }
  | { kind: 'hands-over' }
  /** An account is blocked, or let in again. */
  | { kind: 'blocks'; phone: number }
  /** The office places a household in another group. */
  | { kind: 'moves'; of: number; to: number }
  /** The office finds that two are one, or that it was wrong about that. */
  | { kind: 'merges'; type: 'person' | 'household'; goes: number; stays: number }
  | { kind: 'unmerges'; of: number };

/** The whole of a run. `seed` makes the ids and the small chances; the steps stand as they are. */
export type Schedule = Readonly<{
  seed: number;
  locks: 'web' | 'lease';
  clocks: number[];
  /** Phones that begin with an app of an older version. */
  old?: number[];
  steps: readonly Step[];
}>;

/** The phones of every run, by number. */
export const PHONES = ['Hoa', 'Lan', "Hoa's second", 'Minh', 'the officer'] as const;

/** The phones that some steps speak of. */
export function phonesIn(steps: readonly Step[]): Set<number> {
  const found = new Set<number>();
  for (const step of steps) {
    if ('phone' in step) found.add(step.phone);
    if ('phones' in step) step.phones.forEach((phone) => found.add(phone));
    if ('meanwhile' in step && step.meanwhile) phonesIn(step.meanwhile).forEach((phone) => found.add(phone));
  }
  return found;
}
