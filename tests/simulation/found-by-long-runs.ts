import { found, type Found } from './story';

/** Found by runs of tens of thousands. */
export const FOUND_BY_LONG_RUNS: readonly Found[] = [
  found(
    '[SV7][CO4] a second value given to somebody who goes back by an unmerge goes with them',
    [
      { kind: 'taps', phone: 0, tab: 1, touch: { does: 'answers', person: 1, set: { training: 'college' } } },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'taps', phone: 4, tab: 0, touch: { does: 'answers', person: 1, set: { training: 'none' } } },
      { kind: 'merges', type: 'household', goes: 0, stays: 11 },
      {
        kind: 'taps',
        phone: 3,
        tab: 1,
        touch: { does: 'answers', person: 3, set: { activity: 'unemployed', note: '’"\\u{1F469}' } }
      },
      { kind: 'syncs', phones: [4], fates: [] },
      { kind: 'unmerges', of: 13 }
    ],
    5102851
  ),
  found(
    "[CO1][CO4] the second value of a merge takes the place of nobody's proposal",
    [
      {
        kind: 'taps',
        phone: 1,
        tab: 0,
        touch: { does: 'answers', person: 3, set: { note: 'Ấ', training: 'college' } }
      },
      { kind: 'syncs', phones: [1], fates: [] },
      {
        kind: 'taps',
        phone: 4,
        tab: 0,
        touch: {
          does: 'answers',
          person: 0,
          set: { note: 'đ́', activity: 'unemployed', insurance: 'no', training: 'college' }
        }
      },
      { kind: 'taps', phone: 4, tab: 1, touch: { does: 'answers', person: 2, set: { note: 'Ẫ' } } },
      { kind: 'merges', type: 'person', goes: 2, stays: 11 },
      { kind: 'syncs', phones: [1], fates: [] },
      { kind: 'syncs', phones: [4], fates: [] },
      { kind: 'merges', type: 'person', goes: 12, stays: 14 }
    ],
    5101488
  ),
  found(
    '[SV7][CO4] who came by one merge and left by the next leaves a phone that knew neither',
    [
      { kind: 'merges', type: 'household', goes: 15, stays: 7 },
      { kind: 'merges', type: 'household', goes: 1, stays: 8 },
      { kind: 'syncs', phones: [0], fates: [] }
    ],
    6001592
  ),
  found(
    '[EP1] a second restore of the same copy that nobody declares begins an epoch too',
    [
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 1, set: { note: 'b' } } },
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'answers', person: 3, set: { insurance: 'yes' } } },
      {
        kind: 'taps',
        phone: 1,
        tab: 0,
        touch: { does: 'answers', person: 2, set: { training: 'none', activity: 'unemployed', note: 'Ấ' } }
      },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'syncs', phones: [1], fates: [] },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'adds-person', household: 1 } },
      {
        kind: 'taps',
        phone: 0,
        tab: 0,
        touch: { does: 'answers', person: 3, set: { activity: 'employed' } }
      },
      {
        kind: 'taps',
        phone: 1,
        tab: 0,
        touch: { does: 'answers', person: 2, set: { activity: 'inactive' } }
      },
      { kind: 'restores', command: true, declared: false },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'syncs', phones: [1], fates: [] },
      { kind: 'restores', command: true, declared: false }
    ],
    6001086
  ),
  found(
    '[EP3] a record of the sent book that cannot be read, and that a restore lost, is listed as lost',
    [
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'assesses', household: 1, state: 'published' } },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'restores', command: true, declared: true },
      { kind: 'damages', phone: 0, of: 8 }
    ],
    8000147
  ),
  found(
    '[CO1] taking back what is kept apart gives no value',
    [
      { kind: 'blocks', phone: 1 },
      {
        kind: 'taps',
        phone: 1,
        tab: 1,
        touch: { does: 'answers', person: 0, set: { insurance: 'no', activity: 'unemployed' } }
      },
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'closes-household', household: 0 } },
      { kind: 'syncs', phones: [1], fates: [] },
      { kind: 'restores', command: true, declared: true },
      {
        kind: 'taps',
        phone: 1,
        tab: 1,
        touch: { does: 'answers', person: 0, set: { insurance: 'unclear' } }
      },
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'takes-back', back: 0 } }
    ],
    6001695
  ),
  found(
    '[PH1] a full phone with a record that cannot be read still shows the others',
    [
      { kind: 'taps', phone: 2, tab: 1, touch: { does: 'answers', person: 3, set: { insurance: 'no' } } },
      { kind: 'damages', phone: 2, of: 0 },
      {
        kind: 'taps',
        phone: 2,
        tab: 1,
        touch: { does: 'assesses', household: 0, state: 'expected' },
        fault: { how: 'full', after: 7 }
      }
    ],
    20000373
  ),
  found(
    "[CO1][SV6] taking back what was the person's own value already takes it back",
    [
      { kind: 'blocks', phone: 0 },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'adds-person', household: 0 } },
      {
        kind: 'taps',
        phone: 0,
        tab: 0,
        touch: {
          does: 'answers',
          person: 2,
          set: { insurance: 'unclear', note: '’"\\u{1F469}', activity: 'employed' }
        }
      },
      { kind: 'syncs', phones: [0], fates: [] },
      {
        kind: 'taps',
        phone: 0,
        tab: 0,
        touch: { does: 'answers', person: 1, set: { note: '’"\\u{1F469}' } }
      },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'takes-back', back: 0 } },
      { kind: 'syncs', phones: [0], fates: [] }
    ],
    20002736
  ),
  found(
    '[EP3] requests that come late take nothing back that a phone has said since',
    [
      { kind: 'syncs', phones: [0], fates: ['late'] },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 1, set: { training: 'college' } } },
      { kind: 'syncs', phones: [0], fates: ['late'] },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 3, set: { note: 'Ấ' } } },
      { kind: 'damages', phone: 0, of: 0 },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 0, set: { training: 'college' } } }
    ],
    20002804
  )
];
