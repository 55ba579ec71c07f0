import { found, type Found } from './story';

/** Found by runs of thousands: what only comes together seldom. */
export const FOUND_BY_RUNS: readonly Found[] = [
  found(
    '[EP4] an entry whose name was taken is counted on both lines alike',
    [
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'answers', person: 1, set: { note: 'đ́' } } },
      { kind: 'forges', phone: 0, forgery: 'reused-id', of: 5 }
    ],
    64
  ),
  found(
    '[EP4] the day of a phone is counted alike when the clock of the ward was set back',
    [
      { kind: 'taps', phone: 4, tab: 0, touch: { does: 'answers', person: 1, set: { training: 'none' } } },
      { kind: 'syncs', phones: [4], fates: [] },
      { kind: 'server-clock', ms: -33886 },
      { kind: 'taps', phone: 4, tab: 0, touch: { does: 'closes', person: 3 } },
      { kind: 'syncs', phones: [4], fates: [] }
    ],
    83
  ),
  found(
    '[EP4] a ward set back by a day counts that day alone',
    [
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'adds-person', household: 0 } },
      { kind: 'syncs', phones: [1], fates: [] },
      { kind: 'server-clock', ms: -94424802 }
    ],
    483
  ),
  found(
    '[SV7] one unreadable record does not keep what left the groups of a phone',
    [
      {
        kind: 'taps',
        phone: 2,
        tab: 0,
        touch: { does: 'answers', person: 3, set: { activity: 'unemployed' } }
      },
      { kind: 'moves', of: 18, to: 1 },
      { kind: 'damages', phone: 2, of: 5 }
    ],
    468
  ),
  found(
    '[SV7][CO4] people who go back by an unmerge leave the phone they had come to',
    [
      { kind: 'merges', type: 'household', goes: 6, stays: 5 },
      { kind: 'syncs', phones: [3], fates: [] },
      { kind: 'unmerges', of: 5 }
    ],
    515
  ),
  found(
    '[CO1][CO4] what stands under the other name of a merged household is not overwritten unseen',
    [
      { kind: 'merges', type: 'household', goes: 2, stays: 9 },
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'assesses', household: 2, state: 'expected' } },
      {
        kind: 'taps',
        phone: 4,
        tab: 0,
        touch: { does: 'answers', person: 0, set: { insurance: 'unclear', activity: 'employed' } }
      },
      { kind: 'taps', phone: 4, tab: 0, touch: { does: 'assesses', household: 2, state: 'published' } }
    ],
    403
  ),
  found(
    '[OB3] one unreadable record does not hold back the receipts of the others',
    [
      { kind: 'taps', phone: 3, tab: 1, touch: { does: 'visits', household: 0 } },
      { kind: 'blocks', phone: 3 },
      { kind: 'taps', phone: 3, tab: 0, touch: { does: 'assesses', household: 2, state: 'not-expected' } },
      { kind: 'syncs', phones: [3], fates: [] },
      { kind: 'damages', phone: 3, of: 19 }
    ],
    2438
  ),
  found(
    '[EP1][SV6] a delivery into the holding box does not hide that the ward was set back',
    [
      { kind: 'taps', phone: 3, tab: 0, touch: { does: 'answers', person: 3, set: { note: 'b' } } },
      { kind: 'blocks', phone: 3 },
      { kind: 'backs-up' },
      { kind: 'syncs', phones: [3], fates: [] },
      { kind: 'hands-over' },
      { kind: 'restores', command: true, declared: false },
      {
        kind: 'taps',
        phone: 3,
        tab: 0,
        touch: { does: 'answers', person: 0, set: { activity: 'inactive' } }
      },
      { kind: 'syncs', phones: [3], fates: [] }
    ],
    20006592
  ),
  found(
    '[EP3][EN1] what another gave under the same name is not what was lost',
    [
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'answers', person: 2, set: { note: 'Ấ' } } },
      { kind: 'forges', phone: 0, forgery: 'reused-id', of: 27 },
      { kind: 'damages', phone: 1, of: 17 }
    ],
    20006608
  )
];
