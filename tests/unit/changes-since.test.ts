import { describe, expect, it } from 'vitest';
import { changesSince } from '$lib/domain/figures/changes-since';
import type { GroupFigures } from '$lib/domain/figures/group-figures';
import type { GroupId } from '$lib/domain/ids';

const of = (
  group: string,
  reviewed: number,
  insured: number,
  signedAt: number | null = null
): GroupFigures => ({
  ...{ group: group as GroupId, coverage: [reviewed, 100], signedAt },
  tallies: { insurance: [insured, 100 - insured, 0, 0] }
});

describe('what changed since somebody looked', () => {
  it('is told of the groups in which something moved, the most walked first', () => {
    const before = [of('a', 10, 90), of('b', 10, 90), of('c', 10, 90)];
    const now = [of('a', 10, 92), of('b', 35, 89), of('c', 10, 90)];
    expect(changesSince(before, now)).toEqual([
      { group: 'b', reviewed: 25, counted: { insurance: -1 }, isSigned: false },
      { group: 'a', reviewed: 0, counted: { insurance: 2 }, isSigned: false }
    ]);
  });

  it('a signature is news, also where no figure moved', () => {
    expect(changesSince([of('a', 10, 90)], [of('a', 10, 90, 5)])).toMatchObject([{ isSigned: true }]);
    expect(changesSince([of('a', 10, 90, 5)], [of('a', 10, 90, 5)])).toEqual([]);
  });

  it('a group or a rule that was not there before is not taken for work', () => {
    expect(changesSince([], [of('a', 10, 90)])).toEqual([]);
    const without = { ...of('a', 10, 90), tallies: {} };
    expect(changesSince([without], [of('a', 10, 90)])).toEqual([]);
  });
});
