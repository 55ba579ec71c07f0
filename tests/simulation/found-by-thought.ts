import { found, type Found } from './story';

/** Made by hand, for what runs meet seldom: a fault seen in the code, or a deliberate bug that no seed finds. */
export const FOUND_BY_THOUGHT: readonly Found[] = [
  found('[CO4] two merges in a row undone bring everybody home', [
    { kind: 'taps', phone: 0, tab: 0, touch: { does: 'visits', household: 0 } },
    { kind: 'syncs', phones: [0], fates: [] },
    { kind: 'merges', type: 'household', goes: 0, stays: 1 },
    { kind: 'merges', type: 'household', goes: 1, stays: 2 },
    { kind: 'unmerges', of: 0 },
    { kind: 'unmerges', of: 0 }
  ]),
  found(
    '[EP1][CO1] what is recorded while the picture is being replaced overwrites nothing unseen',
    [
      { kind: 'taps', phone: 4, tab: 0, touch: { does: 'answers', person: 1, set: { training: 'college' } } },
      { kind: 'taps', phone: 4, tab: 0, touch: { does: 'answers', person: 1, set: { training: 'none' } } },
      { kind: 'taps', phone: 4, tab: 0, touch: { does: 'answers', person: 1, set: { training: 'college' } } },
      { kind: 'syncs', phones: [4], fates: [] },
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'answers', person: 0, set: { note: 'a' } } },
      { kind: 'syncs', phones: [1], fates: [] },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'restores', declared: true },
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'answers', person: 0, set: { note: 'b' } } },
      { kind: 'syncs', phones: [1], fates: [] },
      { kind: 'syncs', phones: [0], fates: ['good', 'lost'] },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 0, set: { note: 'Ẫ' } } }
    ],
    1
  ),
  found(
    '[EP1][SV5] after a restore work waits for what another phone has yet to bring back',
    [
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'adds-household' } },
      { kind: 'syncs', phones: [1], fates: [] },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 0, set: { note: 'a' } } },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 1, set: { note: 'a' } } },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 2, set: { note: 'a' } } },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 3, set: { note: 'a' } } },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'answers', person: 4, set: { note: 'a' } } },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'visits', household: 2 } },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'visits', household: 0 } },
      { kind: 'taps', phone: 0, tab: 0, touch: { does: 'visits', household: 1 } },
      { kind: 'syncs', phones: [0], fates: [] },
      { kind: 'restores', declared: false },
      { kind: 'syncs', phones: [0], fates: [] }
    ],
    1
  ),
  found(
    '[SV5][SV6] what builds on held work waits until an officer has decided',
    [
      { kind: 'blocks', phone: 1 },
      { kind: 'taps', phone: 1, tab: 0, touch: { does: 'adds-person', household: 0 } },
      {
        kind: 'syncs',
        phones: [1],
        fates: [],
        meanwhile: [
          { kind: 'taps', phone: 1, tab: 0, touch: { does: 'answers', person: 0, set: { note: 'a' } } },
          { kind: 'taps', phone: 1, tab: 0, touch: { does: 'answers', person: 1, set: { note: 'a' } } },
          { kind: 'taps', phone: 1, tab: 0, touch: { does: 'answers', person: 2, set: { note: 'a' } } },
          { kind: 'taps', phone: 1, tab: 0, touch: { does: 'answers', person: 3, set: { note: 'a' } } },
          { kind: 'taps', phone: 1, tab: 0, touch: { does: 'answers', person: 4, set: { note: 'a' } } },
          { kind: 'blocks', phone: 1 }
        ]
      },
      { kind: 'syncs', phones: [1], fates: [] }
    ],
    2
  )
];
