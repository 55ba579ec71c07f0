import type { Schedule, Step } from './step';

/** A schedule that once broke an invariant, shrunk; it stays, under the name of the fault it found. */
export type Found = Readonly<{ name: string; schedule: Schedule }>;

const found = (name: string, steps: Step[], seed = 1): Found => ({
  name,
  schedule: { seed, locks: 'web', clocks: [0, 0, 0, 0, 0], steps }
});

export const FOUND: readonly Found[] = [
  found('[EP1] a phone whose picture was dropped still brings back what a restore lost', [
    { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 1, set: { note: 'Ấ' } } },
    { kind: 'syncs', phones: [0], fates: [] },
    { kind: 'restores', declared: false },
    { kind: 'drops-picture', phone: 0 }
  ]),
  found('[CO1] what came in under an own value that waits is not overwritten unseen', [
    { kind: 'poisons', phone: 0, poison: 'newer-schema', of: 18 },
    { kind: 'syncs', phones: [0], fates: [] },
    { kind: 'taps', phone: 1, tab: 0, touch: { does: 'answers', person: 2, set: { insurance: 'unclear' } } },
    { kind: 'syncs', phones: [1], fates: [] },
    { kind: 'syncs', phones: [0], fates: [] },
    { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 2, set: { insurance: 'yes' } } }
  ]),
  found('[CO1] what came in while an exchange was under way is not overwritten unseen', [
    { kind: 'taps', phone: 1, tab: 0, touch: { does: 'answers', person: 0, set: { insurance: 'no' } } },
    { kind: 'syncs', phones: [1], fates: [] },
    {
      kind: 'syncs',
      phones: [0],
      fates: [],
      meanwhile: [
        { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 0, set: { insurance: 'yes' } } }
      ]
    },
    { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 0, set: { insurance: 'unclear' } } }
  ]),
  found('[OB2][EP1] after a restore older own work does not overwrite newer', [
    { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 0, set: { training: 'none' } } },
    { kind: 'syncs', phones: [0], fates: [] },
    { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 0, set: { training: 'college' } } },
    { kind: 'restores', declared: false }
  ]),
  found('[OB2][EP1] after a restore own work comes in its order, whatever is still on its way', [
    {
      kind: 'taps',
      phone: 1,
      tab: 0,
      touch: { does: 'answers', person: 0, set: { activity: 'unemployed' } }
    },
    { kind: 'syncs', phones: [1], fates: ['late'] },
    { kind: 'taps', phone: 1, tab: 0, touch: { does: 'takes-back', back: 0 } },
    { kind: 'syncs', phones: [1], fates: [] },
    { kind: 'restores', declared: false },
    { kind: 'taps', phone: 1, tab: 0, touch: { does: 'answers', person: 0, set: { activity: 'unemployed' } } }
  ])
];
