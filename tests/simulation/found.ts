import { FOUND_BY_LAST_RUNS } from './found-by-last-runs';
import { FOUND_BY_LONG_RUNS } from './found-by-long-runs';
import { FOUND_BY_RUNS } from './found-by-runs';
import { FOUND_BY_THOUGHT } from './found-by-thought';
import { found, type Found } from './story';

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
  ]),
  found(
    '[CO2][SV6] what was held and is taken in later does not pass over a newer own value',
    [
      { kind: 'blocks', phone: 2 },
      {
        kind: 'taps',
        phone: 2,
        tab: 0,
        touch: { does: 'answers', person: 2, set: { activity: 'inactive' } }
      },
      { kind: 'syncs', phones: [2], fates: [] },
      {
        kind: 'syncs',
        phones: [3],
        fates: [],
        fault: { how: 'lost-before', after: 22 },
        meanwhile: [{ kind: 'taps', phone: 2, tab: 0, touch: { does: 'adds-person', household: 0 } }]
      },
      { kind: 'taps', phone: 2, tab: 0, touch: { does: 'answers', person: 3, set: { activity: 'employed' } } }
    ],
    90
  ),
  found(
    '[CO2][EP1] what was damaged on the way and comes again does not pass over a newer own value',
    [
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 3, set: { training: 'college' } } },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'taps', phone: 0, tab: 1, touch: { does: 'answers', person: 3, set: { training: 'none' } } },
      { kind: 'restores', declared: true },
      { kind: 'syncs', phones: [0], fates: ['damaged', 'damaged'] }
    ],
    20053
  ),
  found(
    '[EP1] receipts beyond the place of a phone bind the ward too: what a restore lost comes again',
    [
      { kind: 'blocks', phone: 0 },
      { kind: 'poisons', phone: 0, poison: 'unknown-kind', of: 40 },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'drops-picture', phone: 0 },
      { kind: 'hands-over' },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'restores', declared: true }
    ],
    20203
  ),
  found(
    '[CO1] a taking back that only withdrew a proposal has seen nothing',
    [
      {
        kind: 'taps',
        phone: 1,
        tab: 1,
        touch: { does: 'answers', person: 0, set: { note: 'b', activity: 'inactive', insurance: 'yes' } }
      },
      {
        kind: 'taps',
        phone: 0,
        tab: 0,
        touch: { does: 'answers', person: 0, set: { note: '’"\\u{1F469}' } }
      },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 3, set: { note: 'a' } } },
      {
        kind: 'taps',
        phone: 0,
        tab: 0,
        touch: { does: 'answers', person: 3, set: { activity: 'inactive' } }
      },
      { kind: 'taps', phone: 0, tab: 1, touch: { does: 'takes-back', back: 2 } },
      {
        kind: 'taps',
        phone: 0,
        tab: 0,
        touch: { does: 'answers', person: 0, set: { note: '’"\\u{1F469}' } }
      },
      { kind: 'syncs', phones: [1], fates: [] }
    ],
    20203
  ),
  found(
    "[EP1] a restore between a reset's push and its snapshot is noticed",
    [
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 1, set: { note: 'b' } } },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'drops-picture', phone: 0 },
      { kind: 'syncs', phones: [0], fates: ['good', 'lost', 'good'] },
      { kind: 'hands-over' },
      { kind: 'restores', declared: true }
    ],
    1000426
  ),
  ...FOUND_BY_RUNS,
  ...FOUND_BY_LONG_RUNS,
  ...FOUND_BY_LAST_RUNS,
  ...FOUND_BY_THOUGHT
];
