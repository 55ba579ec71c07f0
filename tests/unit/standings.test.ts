import { describe, expect, it } from 'vitest';
import { compare, fraction, fractionOf, toNumber } from '$lib/domain/figures/fraction';
import { scoreGroup } from '$lib/domain/figures/score';
import { rankGroups, replaceOwn } from '$lib/domain/figures/ranking';
import type { GroupFigures, Tally } from '$lib/domain/figures/group-figures';
import { aCampaign, someFigures } from '../support/factories';

const campaign = aCampaign();
const [first, second, third, fourth] = campaign.groups.map(({ id }) => id);
const FULL: Tally = [100, 0, 0, 0];
const NONE: Tally = [0, 0, 0, 12];

const itemsOf = (figures: GroupFigures) =>
  Object.fromEntries(scoreGroup(campaign, figures).items.map((scored) => [scored.code, scored]));

describe('points', () => {
  it('are max · share/target, exact, and never more than the maximum', () => {
    const items = itemsOf(
      someFigures(first!, FULL, { insurance: [49, 51, 0, 0], 'culture-expected': [98, 2, 0, 0] })
    );
    expect(items.insurance!.points).toEqual(fraction(10));
    expect(items.culture!.points).toEqual(fraction(20));
    expect(items.employment!.points).toEqual(fraction(10));
    expect(items.insurance!.basis).toMatchObject([
      { indicator: '10', rule: 'insurance', counted: 49, of: 100, lacking: 49, points: fraction(10) }
    ]);
  });

  it('one third of the target is one third of the points, not 0,33', () => {
    expect(itemsOf(someFigures(first!, FULL, { training: [1, 3, 0, 0] })).training!.points).toEqual(
      fraction(5, 3)
    );
  });

  it('full marks on all that is collected is the whole scale', () => {
    const { total, most } = scoreGroup(campaign, someFigures(first!, FULL));
    expect([total, most]).toEqual([fraction(100), 100]);
  });

  it('what does not arise, and what is not collected, is taken out and the rest rescaled, and marked', () => {
    const figures = someFigures(first!, FULL, { employment: NONE, insurance: [49, 51, 0, 0] });
    const items = itemsOf(figures);
    expect([items.employment!.state, items.sport!.state, items.reporting!.state]).toEqual([
      'not-arising',
      'not-collected',
      'not-collected'
    ]);
    // 20 + 10 + 5 points of 20 + 20 + 5, on a scale of 100.
    expect(scoreGroup(campaign, figures).total).toEqual(fraction(35 * 100, 45));
  });

  it('a group of which nothing arises has no total', () => {
    expect(scoreGroup(campaign, someFigures(first!, NONE)).total).toBeNull();
  });

  it('a group without a household in the book has no place and no points, and is tied with nobody', () => {
    const empty: GroupFigures = {
      ...someFigures(second!, NONE),
      coverage: [0, 0],
      values: { reporting: [0, 2] }
    };
    const standings = rankGroups(campaign, [empty, someFigures(first!, FULL)], 'total');
    expect(standings.map(({ group, rank, value }) => [group, rank, value === null])).toEqual([
      [first, 1, false],
      [second, null, true]
    ]);
  });

  it('a maximum with decimals is kept as it is written', () => {
    expect(fractionOf(2.5)).toEqual(fraction(5, 2));
    expect(fractionOf(0.1)).toEqual(fraction(1, 10));
    expect(toNumber(fraction(-3, -4))).toBe(0.75);
  });
});

describe('an item whose target is not "higher is better"', () => {
  const scored = (code: string, tally: Tally) => {
    const indicators = campaign.indicators.map((indicator) =>
      indicator.code === code ? { ...indicator, rule: 'poverty' } : indicator
    );
    const figures = { ...someFigures(first!, NONE), tallies: { poverty: tally } };
    return scoreGroup({ ...campaign, indicators }, figures).items.find(
      ({ code: item }) => item === 'poverty'
    )!.points;
  };

  it('0,6 % near-poor: all of it below, less above, nothing at twice', () => {
    expect(scored('7b', [3, 497, 0, 0])).toEqual(fraction(10));
    expect(scored('7b', [9, 991, 0, 0])).toEqual(fraction(5));
    expect(scored('7b', [12, 988, 0, 0])).toEqual(fraction(0));
    expect(scored('7b', [400, 600, 0, 0])).toEqual(fraction(0));
  });

  it('no poor household: all or nothing', () => {
    expect(scored('7a', [0, 480, 0, 0])).toEqual(fraction(10));
    expect(scored('7a', [1, 479, 0, 0])).toEqual(fraction(0));
  });
});

describe('the ranking', () => {
  const orderOf = ({ group }: GroupFigures) => campaign.groups.find(({ id }) => id === group)?.order;
  const ranked = (by: Parameters<typeof rankGroups>[2], ...all: GroupFigures[]) =>
    rankGroups(campaign, all, by).map(({ group, rank }) => [
      campaign.groups.find(({ id }) => id === group)?.order,
      rank
    ]);

  it('equal shares share a rank, "1, 1, 3", in the groups’ own order', () => {
    const [a, b, c] = [
      someFigures(third!, [1, 2, 0, 0]),
      someFigures(first!, [2, 4, 0, 0]),
      someFigures(second!, [3, 7, 0, 0])
    ];
    expect(ranked('insurance', c, a, b)).toEqual([
      [1, 1],
      [3, 1],
      [2, 3]
    ]);
  });

  it('shares that a float would part, or join, are told apart by the integers', () => {
    const a = someFigures(first!, [333_333_333, 666_666_667, 0, 0]);
    const b = someFigures(second!, [333_333_334, 666_666_668, 0, 0]);
    expect(ranked('insurance', a, b)).toEqual([
      [2, 1],
      [1, 2]
    ]);
    expect(compare(fraction(1, 3), fraction(33, 99))).toBe(0);
  });

  it('who has nothing to count stands at the end without a rank', () => {
    const all = [
      someFigures(first!, NONE),
      someFigures(second!, [0, 9, 0, 0]),
      someFigures(third!, [1, 8, 0, 0])
    ];
    expect(ranked('insurance', ...all)).toEqual([
      [3, 1],
      [2, 2],
      [1, null]
    ]);
    expect(ranked('total', ...all)).toEqual([
      [3, 1],
      [2, 2],
      [1, null]
    ]);
  });

  it('two without anything are not tied with anybody', () => {
    expect(ranked('insurance', someFigures(second!, NONE), someFigures(first!, NONE))).toEqual([
      [1, null],
      [2, null]
    ]);
  });

  it('three tied in total are "2, 2, 2" and the next is fifth', () => {
    const tied: Tally = [90, 10, 0, 0];
    const all = [
      someFigures(first!, tied),
      someFigures(second!, [9, 1, 0, 0]),
      someFigures(third!, [180, 20, 0, 3])
    ];
    const winner = someFigures(fourth!, FULL);
    const last = someFigures(campaign.groups[4]!.id, [1, 9, 0, 0]);
    expect(ranked('total', last, ...all, winner)).toEqual([
      [4, 1],
      [1, 2],
      [2, 2],
      [3, 2],
      [5, 5]
    ]);
  });

  it('beyond the target there is nothing to gain in total, but still in the share', () => {
    const all = [someFigures(first!, FULL, { insurance: [98, 2, 0, 0] }), someFigures(second!, FULL)];
    const untied = { ...campaign, scale: { ...campaign.scale, ties: [] } };
    expect(ranked('total', ...all).map(([, rank]) => rank)).toEqual([1, 2]);
    expect(rankGroups(untied, all, 'total').map(({ figures, rank }) => [orderOf(figures), rank])).toEqual([
      [1, 1],
      [2, 1]
    ]);
    expect(ranked('insurance', ...all)).toEqual([
      [2, 1],
      [1, 2]
    ]);
  });
});

describe('tính cả mục chưa gửi', () => {
  const standings = {
    version: 'v',
    asOf: 1,
    groups: [someFigures(first!, [1, 1, 0, 0]), someFigures(second!, [2, 1, 0, 0])]
  };

  it('lays the own figures over the ward’s and moves the rank', () => {
    const own = { coverage: [3, 3] as [number, number], tallies: { insurance: [3, 0, 0, 0] as Tally } };
    const laid = replaceOwn(standings, first!, own);
    expect(rankGroups(campaign, laid.groups, 'insurance')[0]).toMatchObject({ group: first, rank: 1 });
    expect(laid.groups).toHaveLength(2);
    expect(standings.groups[0]!.tallies.insurance).toEqual([1, 1, 0, 0]);
  });

  it('adds a group that the ward has no figures of yet', () => {
    expect(replaceOwn(standings, third!, someFigures(third!, FULL)).groups).toHaveLength(3);
  });
});
