import type { Chance } from './chance';
import type { Fate, ServerFault, StorageFault } from './step';

/** What may go wrong. Each run switches about half of it on: faults that always come together hide each other. */
export const FAULTS = [
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
  'full-inbox',
  'server-kills',
  'server-faults',
  'meanwhile',
  'at-once',
  'tabs',
  'worker',
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
  'unreadable',
  'old-apps',
  'second-copies',
  'commands',
  'forgeries',
  'poisons',
  'closings',
  'hand-over',
  'blocks',
  'moves',
  'merges'
] as const;
export type Fault = (typeof FAULTS)[number];

/** Whether a fault is switched on in this run. */
export type Has = (fault: Fault) => boolean;

/** What becomes of a request. */
export function drawFate(chance: Chance, has: Has): Fate {
  const on = (fault: Fate & Fault, weight: number) => ({ [fault]: has(fault) ? weight : 0 });
  return chance.weighted<Fate>({
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

export function drawStorageFault(
  chance: Chance,
  has: Has,
  most: number,
  tapping: boolean
): StorageFault | undefined {
  const hows = [
    ...(has('kills') ? (['killed'] as const) : []),
    ...(has('connections') ? (['lost-before', 'lost-after'] as const) : []),
    ...(has(tapping ? 'full-phone' : 'full-inbox') ? (['full'] as const) : [])
  ];
  if (hows.length === 0) return;
  return { how: chance.pick(hows), after: chance.below(most) };
}

export function drawServerFault(chance: Chance, has: Has): ServerFault | undefined {
  const hows = [
    ...(has('server-kills') ? (['killed'] as const) : []),
    ...(has('server-faults') ? (['full', 'locked', 'odd'] as const) : [])
  ];
  if (hows.length === 0) return;
  return { how: chance.pick(hows), after: chance.below(24) };
}
