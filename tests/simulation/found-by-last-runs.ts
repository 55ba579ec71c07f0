import { found, type Found } from './story';

/** Found among the last ten thousands before a hundred thousand. */
export const FOUND_BY_LAST_RUNS: readonly Found[] = [
  found(
    '[EN1][EP4] what came damaged, and whole when another had taken its name, is counted once',
    [
      {
        kind: 'taps',
        phone: 2,
        tab: 1,
        touch: { does: 'answers', person: 3, set: { activity: 'inactive' } }
      },
      { kind: 'syncs', phones: [2], fates: ['damaged'] },
      { kind: 'forges', phone: 0, forgery: 'reused-id', of: 47 }
    ],
    20013140
  ),
  found(
    '[EN1][EP3] what came damaged under a name that another had taken is not listed as lost',
    [
      {
        kind: 'taps',
        phone: 3,
        tab: 0,
        touch: { does: 'answers', person: 0, set: { insurance: 'unclear', activity: 'inactive' } }
      },
      { kind: 'syncs', phones: [3], fates: [] },
      {
        kind: 'taps',
        phone: 0,
        tab: 0,
        touch: { does: 'answers', person: 0, set: { insurance: 'unclear' } }
      },
      {
        kind: 'taps',
        phone: 0,
        tab: 0,
        touch: { does: 'answers', person: 0, set: { training: 'none', activity: 'inactive' } }
      },
      { kind: 'taps', phone: 3, tab: 0, touch: { does: 'adds-household' } },
      {
        kind: 'taps',
        phone: 4,
        tab: 0,
        touch: { does: 'answers', person: 3, set: { activity: 'employed' } }
      },
      { kind: 'taps', phone: 3, tab: 0, touch: { does: 'takes-back', back: 1 } },
      { kind: 'forges', phone: 3, forgery: 'reused-id', of: 39 },
      { kind: 'syncs', phones: [3], fates: ['damaged'] },
      { kind: 'evicts', phone: 3 }
    ],
    20047110
  ),
  found(
    '[EP1][SV5] a phone that has dropped its picture still proves that the ward was set back',
    [
      { kind: 'taps', phone: 1, tab: 1, touch: { does: 'adds-person', household: 1 } },
      { kind: 'taps', phone: 2, tab: 0, touch: { does: 'adds-person', household: 1 } },
      { kind: 'syncs', phones: [2], fates: [] },
      { kind: 'syncs', phones: [1], fates: [] },
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'answers', person: 0, set: { training: 'none' } } },
      { kind: 'drops-picture', phone: 1 },
      { kind: 'restores', declared: false }
    ],
    20019611
  ),
  found(
    '[PH1][SV6] what a ward that was set back says into the holding box takes no own value from the screen',
    [
      { kind: 'backs-up' },
      {
        kind: 'syncs',
        phones: [1],
        fates: ['good', 'good'],
        meanwhile: [
          {
            kind: 'taps',
            phone: 1,
            tab: 0,
            touch: { does: 'answers', person: 2, set: { insurance: 'unclear' } }
          }
        ]
      },
      {
        kind: 'syncs',
        phones: [1],
        fates: ['good', 'good', 'good'],
        meanwhile: [
          { kind: 'syncs', phones: [3], fates: ['good'] },
          { kind: 'syncs', phones: [3], fates: ['good'], fault: { how: 'lost-after', after: 0 } }
        ]
      },
      { kind: 'blocks', phone: 3 },
      { kind: 'taps', phone: 3, tab: 0, touch: { does: 'visits', household: 2 } },
      { kind: 'restores', declared: false },
      { kind: 'saves-copy', phone: 3 },
      { kind: 'takes-in', of: 2 },
      { kind: 'syncs', phones: [3], fates: [] }
    ],
    20022309
  ),
  found(
    '[SV7][EX8] a phone whose right has ended forgets its group when it next calls',
    [{ kind: 'syncs', phones: [1], fates: [] }, { kind: 'hands-over' }],
    20020056
  ),
  found(
    '[EP3][EX8] an entry that was sent nowhere and cannot be read any more is listed as lost',
    [
      {
        kind: 'taps',
        phone: 1,
        tab: 0,
        touch: { does: 'answers', person: 0, set: { activity: 'inactive' } }
      },
      { kind: 'damages', phone: 1, of: 6 }
    ],
    20012797
  ),
  found(
    '[PH1][SV6] who was added by what is held is not on show, nor what was recorded of them meanwhile',
    [
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'adds-person', household: 1 } },
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'adds-person', household: 2 } },
      { kind: 'forges', phone: 3, forgery: 'closes-by-change', of: 46 },
      { kind: 'blocks', phone: 2 },
      { kind: 'taps', phone: 2, tab: 0, touch: { does: 'adds-person', household: 1 } },
      {
        kind: 'syncs',
        phones: [2],
        fates: ['good', 'cut-request'],
        meanwhile: [
          { kind: 'taps', phone: 2, tab: 0, touch: { does: 'answers', person: 3, set: { training: 'none' } } }
        ]
      }
    ],
    20028894
  ),
  found(
    '[PH1][EP1] what is about somebody whom a second restore took from the ward is owed, and not on show',
    [
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'adds-household' } },
      { kind: 'syncs', phones: [1], fates: [] },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'restores', declared: true },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 2, set: { training: 'college' } } },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'restores', declared: true },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'visits', household: 0 } },
      { kind: 'syncs', phones: [0], fates: ['good', 'cut-answer'] },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'takes-back', back: 0 } }
    ],
    20034329
  ),
  found(
    '[EN3] an app of two years ago records nothing about somebody who has just left its picture',
    [
      { kind: 'taps', phone: 1, tab: 1, touch: { does: 'answers', person: 0, set: { training: 'college' } } },
      { kind: 'taps', phone: 2, tab: 0, touch: { does: 'closes-household', household: 2 } },
      { kind: 'poisons', phone: 0, poison: 'wrong-value', of: 6 },
      { kind: 'syncs', phones: [2], fates: [] },
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'adds-person', household: 0 } },
      { kind: 'syncs', phones: [1], fates: [] },
      { kind: 'taps', phone: 1, tab: 1, touch: { does: 'answers', person: 3, set: { training: 'none' } } }
    ],
    20021798,
    { old: [0, 1, 2] }
  ),
  found(
    '[SV2][EP1] a ward that was set back and has grown to the same history again is the same',
    [
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'answers', person: 0, set: { insurance: 'yes' } } },
      { kind: 'syncs', phones: [1], fates: [] },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'restores', declared: false },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'assesses', household: 1, state: 'published' } },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'assesses', household: 1, state: 'expected' } },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'backs-up', command: true },
      { kind: 'syncs', phones: [1], fates: ['good', 'answer-lost'] },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'restores', command: true, declared: false },
      { kind: 'syncs', phones: [1], fates: [] }
    ],
    40024419
  ),
  found(
    '[CO1][CO4] what is taken back of somebody who was merged meanwhile is taken back there, and proposed no more',
    [
      { kind: 'taps', phone: 1, tab: 1, touch: { does: 'answers', person: 2, set: { insurance: 'yes' } } },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'adds-household' } },
      { kind: 'taps', phone: 0, tab: 1, touch: { does: 'answers', person: 2, set: { insurance: 'no' } } },
      { kind: 'syncs', phones: [1], fates: [] },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'takes-back', back: 0 } },
      { kind: 'merges', type: 'person', goes: 18, stays: 12 }
    ],
    50002098
  )
];
