import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countIn, type DeviceBook, joined, missingOf, type Range, without } from '$lib/domain/delivery/loss';

const aBook = (changed: Partial<DeviceBook> = {}): DeviceBook => ({
  newest: [10, 'ten'],
  received: [[1, 6]],
  holds: [[7, 10]],
  named: [],
  writtenOff: [],
  ...changed
});

describe('what was made and never came', () => {
  it.each<[string, Partial<DeviceBook>, { unsent: number; lost: number }]>([
    ['all that is not here is on the phone', {}, { unsent: 4, lost: 0 }],
    [
      'a phone that never counted has lost nothing',
      { newest: null, received: [], holds: [] },
      { unsent: 0, lost: 0 }
    ],
    ['a hole between what came and what is held', { holds: [[9, 10]] }, { unsent: 2, lost: 2 }],
    ['an empty phone', { holds: [] }, { unsent: 0, lost: 4 }],
    ['what is held and here is no longer unsent', { holds: [[3, 10]] }, { unsent: 4, lost: 0 }],
    ['what is held above the newest was made since', { holds: [[7, 12]] }, { unsent: 4, lost: 0 }],
    ['a name whose count is still held may come', { named: [[8, 'eight']] }, { unsent: 4, lost: 0 }],
    ['a name whose count another entry took is lost', { named: [[5, 'other five']] }, { unsent: 4, lost: 1 }],
    [
      'the newest by two names: the older one is lost',
      { named: [[10, 'other ten']] },
      { unsent: 4, lost: 1 }
    ],
    ['the newest by its own name is on its way', { named: [[10, 'ten']] }, { unsent: 4, lost: 0 }],
    ['what was held when the storage went back', { writtenOff: [[11, 13, 'x']] }, { unsent: 4, lost: 3 }],
    [
      'the same counted once, by its name or by its count',
      { writtenOff: [[5, 6, 'x']], named: [[6, 'x']] },
      { unsent: 4, lost: 2 }
    ]
  ])('[EP3] %s', (_what, changed, missing) => {
    expect(missingOf(aBook(changed))).toEqual(missing);
  });

  const counts = fc.uniqueArray(fc.integer({ min: 1, max: 40 }));
  const ranges = (numbers: readonly number[]): Range[] => joined([], numbers);

  it('[EP3] a phone that keeps everything until it has come has lost nothing, whatever the order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), counts, (newest, arrived) => {
        const received = arrived.filter((n) => n <= newest);
        const holds = Array.from({ length: newest }, (_, at) => at + 1).filter((n) => !received.includes(n));
        const book = aBook({ newest: [newest, 'n'], received: ranges(received), holds: ranges(holds) });
        expect(missingOf(book)).toEqual({ unsent: holds.length, lost: 0 });
      })
    );
  });

  it('[EP4] made = received + unsent + lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), counts, counts, (newest, received, holds) => {
        const book = aBook({ newest: [newest, 'n'], received: ranges(received), holds: ranges(holds) });
        const { unsent, lost } = missingOf(book);
        expect(received.filter((n) => n <= newest).length + unsent + lost).toBe(newest);
      })
    );
  });

  it('ranges hold exactly the counts that were put in', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const left = without(ranges(one), ranges(other));
        const expected = one.filter((n) => !other.includes(n)).sort((a, b) => a - b);
        const found = left.flatMap(([from, to]) =>
          Array.from({ length: to - from + 1 }, (_, at) => from + at)
        );
        expect(found).toEqual(expected);
        expect(countIn(left)).toBe(expected.length);
      })
    );
  });
});
