import { describe, expect, it } from 'vitest';
import { explainPlace } from '$lib/domain/figures/explain';
import { toNumber } from '$lib/domain/figures/fraction';
import { denominatorJournal, movementSince } from '$lib/domain/figures/movement';
import { rankGroups } from '$lib/domain/figures/ranking';
import type { Tally } from '$lib/domain/figures/group-figures';
import { aCampaign, someFigures } from '../support/factories';

const plan = aCampaign();
const [first, second, third] = plan.groups.map(({ id }) => id);
const FULL: Tally = [100, 0, 0, 0];

describe('why a group stands where it stands', () => {
  const cards = (group: typeof first, have: number) =>
    someFigures(group!, FULL, { insurance: [have, 100 - have, 0, 0] });

  it('"thêm 4 thẻ BHYT là vượt tổ …": the least that passes, by points', () => {
    const explained = explainPlace(plan, [cards(first, 93), cards(second, 90)], second!)!;
    expect(explained.above!.group).toBe(first);
    expect(explained.steps).toEqual([{ indicator: '10', rule: 'insurance', more: 4, asked: 0 }]);
    expect(toNumber(explained.gap!)).toBeCloseTo((20 * (3 / 98) * 100) / 55, 8);
  });

  it('a tie is not a pass: as many as the other are one too few', () => {
    const all = [cards(first, 91), cards(second, 90)];
    expect(explainPlace(plan, all, second!, 'insurance')!.steps).toEqual([
      { indicator: '10', rule: 'insurance', more: 2, asked: 0 }
    ]);
  });

  it('the way that is enough, and not the shorter one that is not; none where no single one is enough', () => {
    const low = someFigures(third!, FULL, { insurance: [97, 3, 0, 0], training: [60, 40, 0, 0] });
    const { steps } = explainPlace(plan, [cards(first, 96), low], third!)!;
    expect(steps).toEqual([{ indicator: '8b', rule: 'training', more: 12, asked: 0 }]);
    const far = someFigures(third!, [10, 90, 0, 0]);
    expect(explainPlace(plan, [cards(first, 100), far], third!)!.steps).toEqual([]);
  });

  it('at the top there is nothing to pass, and who has no rank is told none', () => {
    const all = [cards(first, 99), someFigures(second!, [0, 0, 0, 5])];
    expect(explainPlace(plan, all, first!)).toMatchObject({ above: undefined, steps: [] });
    expect(explainPlace(plan, all, second!)).toMatchObject({ above: undefined, gap: null, steps: [] });
    expect(explainPlace(plan, all, third!)).toBeUndefined();
  });

  it('says what each item earned, from which counts', () => {
    const { score } = explainPlace(plan, [cards(first, 49)], first!)!;
    const line = score.items.find(({ code }) => code === 'insurance')!;
    expect(line.basis).toMatchObject([{ indicator: '10', counted: 49, of: 100, lacking: 49 }]);
    expect(toNumber(line.points)).toBe(10);
    expect(score.isRescaled).toBe(true);
  });
});

describe('movement since', () => {
  it('up, down, new, and out of the ranking', () => {
    const at = (...have: number[]) =>
      rankGroups(
        plan,
        have.map((one, place) =>
          someFigures(plan.groups[place]!.id, one < 0 ? [0, 0, 0, 1] : [one, 100 - one, 0, 0])
        ),
        'insurance'
      );
    const moved = movementSince(at(50, 90, 70, 10), at(90, 50, 70, -1));
    expect(plan.groups.slice(0, 4).map(({ id }) => moved.get(id))).toEqual([
      { before: 1, now: 3, places: -2 },
      { before: 3, now: 1, places: 2 },
      { before: 2, now: 2, places: 0 },
      { before: null, now: 4, places: null }
    ]);
  });
});

describe('nhật ký mẫu số', () => {
  it('"97,1 → 96,8 vì thêm 3 hộ": only days on which somebody came or went', () => {
    const day = (name: string, tally: Tally) => ({
      day: name,
      figures: { tallies: { 'culture-expected': tally } }
    });
    const days = [
      day('2025-11-01', [660, 20, 0, 3]),
      day('2025-11-02', [662, 18, 0, 3]),
      day('2025-11-03', [662, 18, 3, 3]),
      day('2025-11-04', [662, 16, 3, 5])
    ];
    expect(denominatorJournal(days)).toEqual([
      {
        ...{ day: '2025-11-03', rule: 'culture-expected', added: 3, outside: 0 },
        ...{ before: { counted: 662, of: 680 }, after: { counted: 662, of: 683 } }
      },
      {
        ...{ day: '2025-11-04', rule: 'culture-expected', added: -2, outside: 2 },
        ...{ before: { counted: 662, of: 683 }, after: { counted: 662, of: 681 } }
      }
    ]);
  });
});
