import { describe, expect, it } from 'vitest';
import { figuresOfClosed, rankClosed } from '$lib/domain/figures/closed-ranking';
import type { ClosedPeriod } from '$lib/domain/figures/closed-period';
import { fraction } from '$lib/domain/figures/fraction';
import { scoreGroup } from '$lib/domain/figures/score';
import { isProvisional, rankGroups, rankOfficially } from '$lib/domain/figures/ranking';
import type { GroupFigures, Mark, Tally } from '$lib/domain/figures/group-figures';
import { isSurelyMissed } from '$lib/domain/figures/target';
import type { Campaign } from '$lib/domain/plan/campaign';
import { REPORTING } from '$lib/domain/plan/rules';
import type { Scale, ScaleItem } from '$lib/domain/plan/scale';
import { aCampaign, someFigures } from '../support/factories';

const plan = aCampaign();
const [first, second, third] = plan.groups.map(({ id }) => id);
const withScale = (changed: Partial<Scale>): Campaign => ({ ...plan, scale: { ...plan.scale, ...changed } });
const FULL: Tally = [100, 0, 0, 0];

const mark = (kind: Mark['kind'], code: string, points = 1): Mark => ({ kind, code, points, reason: 'vì' });
const full = (changed: Partial<GroupFigures> = {}, group = first!): GroupFigures => ({
  ...someFigures(group, FULL),
  ...changed
});

/** Points of one item that has one indicator. */
function pointsOf(code: string, formula: ScaleItem['formula'], tally: Tally, most = 10) {
  const { rule } = plan.indicators.find((one) => one.code === code)!;
  const items = [{ code: 'x', name: 'x', indicators: [code], most, formula }];
  const figures = { ...someFigures(first!, [0, 0, 0, 0]), tallies: { [rule!]: tally } };
  return scoreGroup(withScale({ items }), figures).items[0]!.points;
}

describe('formulas', () => {
  const proportional = { kind: 'proportional', excess: null } as const;

  it.each<[string, string, Tally, ReturnType<typeof fraction>]>([
    ['half of 98 %', '10', [49, 51, 0, 0], fraction(5)],
    ['beyond the target is no more', '10', [100, 0, 0, 0], fraction(10)],
    ['not asked is not there', '10', [49, 0, 51, 0], fraction(5)],
    ['near-poor at the target', '7b', [6, 994, 0, 0], fraction(10)],
    ['half as many again', '7b', [9, 991, 0, 0], fraction(5)],
    ['nobody was asked', '7b', [0, 0, 1000, 0], fraction(0)]
  ])('proportional: %s', (_, code, tally, points) =>
    expect(pointsOf(code, proportional, tally)).toEqual(points)
  );

  it('the excess that leaves nothing is data', () => {
    const excess = { kind: 'proportional', excess: { part: 3, of: 1000 } } as const;
    expect(pointsOf('7b', excess, [9, 991, 0, 0])).toEqual(fraction(0));
    expect(pointsOf('7b', excess, [7, 993, 0, 0])).toEqual(fraction(20, 3));
  });

  it('all or nothing', () => {
    expect(pointsOf('10', { kind: 'all-or-nothing' }, [97, 3, 0, 0])).toEqual(fraction(0));
    expect(pointsOf('10', { kind: 'all-or-nothing' }, [98, 2, 0, 0])).toEqual(fraction(10));
  });

  it('steps: the best that is reached, on the border too, in whatever order they are written', () => {
    const steps = {
      kind: 'steps',
      steps: [
        { share: { part: 95, of: 100 }, points: 6 },
        { share: { part: 98, of: 100 }, points: 10 },
        { share: { part: 90, of: 100 }, points: 2.5 }
      ]
    } as const;
    const at = (counted: number) =>
      pointsOf('10', { ...steps, steps: [...steps.steps] }, [counted, 100 - counted, 0, 0]);
    expect([at(98), at(97), at(95), at(94), at(89)]).toEqual([
      fraction(10),
      fraction(6),
      fraction(6),
      fraction(5, 2),
      fraction(0)
    ]);
  });

  it('steps where less is better: the best that is not exceeded', () => {
    const steps = [
      { share: { part: 6, of: 1000 }, points: 10 },
      { share: { part: 12, of: 1000 }, points: 4 }
    ];
    const at = (near: number) => pointsOf('7b', { kind: 'steps', steps }, [near, 1000 - near, 0, 0]);
    expect([at(6), at(7), at(12), at(13)]).toEqual([fraction(10), fraction(4), fraction(4), fraction(0)]);
  });

  it('reports: signed in time, of those due; none due yet is not collected', () => {
    const reporting = (values: GroupFigures['values']) =>
      scoreGroup(plan, full({ values })).items.find(({ code }) => code === 'reporting')!;
    expect(reporting({ [REPORTING]: [1, 2] }).points).toEqual(fraction(5));
    expect(reporting({ [REPORTING]: [0, 0] }).state).toBe('not-arising');
    expect(reporting(undefined).state).toBe('not-collected');
  });
});

describe('what the ward gives and takes', () => {
  const total = (scale: Partial<Scale>, ...marks: Mark[]) =>
    scoreGroup(withScale(scale), full({ marks })).total;

  it('bonus and deduction each have their most', () => {
    expect(total({}, mark('bonus', 'a', 2), mark('bonus', 'b', 1.5))).toEqual(fraction(207, 2));
    expect(total({}, mark('bonus', 'a', 4), mark('bonus', 'b', 4))).toEqual(fraction(105));
    expect(total({}, mark('deduction', 'a', 4), mark('deduction', 'b', 4))).toEqual(fraction(95));
  });

  it('whether a total may pass the maximum is data: 97 + 10 = 107 is legal', () => {
    expect(total({ mayExceed: false }, mark('bonus', 'a', 3))).toEqual(fraction(100));
    expect(total({ mayExceed: false }, mark('bonus', 'a', 3), mark('deduction', 'b', 4))).toEqual(
      fraction(99)
    );
  });

  it('nobody has less than nothing, nor points where nothing arises', () => {
    const none = someFigures(first!, [0, 9, 0, 0]);
    expect(scoreGroup(plan, { ...none, marks: [mark('deduction', 'a', 5)] }).total).toEqual(fraction(0));
    expect(
      scoreGroup(plan, { ...someFigures(first!, [0, 0, 0, 1]), marks: [mark('bonus', 'a')] }).total
    ).toBeNull();
  });
});

describe('classes and what holds them down', () => {
  const bandOf = (figures: GroupFigures, scale: Partial<Scale> = {}) =>
    scoreGroup(withScale(scale), figures).band?.code ?? null;
  const at = (points: number) => full({ marks: [mark('deduction', 'x', 100 - points)] });
  const free = { deductionMost: 100 };

  it.each([
    [90, 'excellent'],
    [89.999, 'good'],
    [80, 'good'],
    [65, 'fair'],
    [64.5, 'average'],
    [50, 'average'],
    [49.999, null]
  ])('%s points is %s', (points, band) => expect(bandOf(at(points), free)).toBe(band));

  it('one poor household: no better than "Tốt"; who has yet to be asked is not one', () => {
    const tallies = (poor: Tally) => ({ ...full().tallies, 'answer:7a': poor });
    const scale = { items: plan.scale.items.filter(({ code }) => code !== 'poverty') };
    expect(bandOf(full({ tallies: tallies([1, 479, 0, 0]) }), scale)).toBe('good');
    expect(bandOf(full({ tallies: tallies([0, 470, 10, 0]) }), scale)).toBe('excellent');
  });

  it('not Tổ dân phố văn hóa, a late report, a case at law, dishonest figures', () => {
    expect(bandOf(full({ values: { '13b': [0, 1] } }))).toBe('good');
    expect(bandOf(full({ values: { '13b': [1, 1] } }))).toBe('excellent');
    const late = scoreGroup(plan, full({ values: { [REPORTING]: [1, 2] } }));
    expect([late.gates, late.band?.code]).toEqual([['late'], 'good']);
    expect(bandOf(full({ marks: [mark('gate', 'serious-case')] }))).toBe('fair');
    expect(bandOf(full({ marks: [mark('gate', 'serious-case'), mark('gate', 'dishonest')] }))).toBe(null);
  });

  it('a gate never lifts', () => {
    expect(bandOf({ ...at(66), marks: [...at(66).marks!, mark('gate', 'disciplined')] }, free)).toBe('fair');
    expect(bandOf({ ...at(55), marks: [...at(55).marks!, mark('gate', 'disciplined')] }, free)).toBe(
      'average'
    );
  });

  it('surely missed only where no answer could still reach it', () => {
    const ninety = { direction: 'up', target: { kind: 'share', part: 9, of: 10 } } as const;
    expect(isSurelyMissed(ninety, [80, 10, 10, 0])).toBe(false);
    expect(isSurelyMissed(ninety, [80, 11, 9, 0])).toBe(true);
  });
});

describe('ties', () => {
  const ranks = (scale: Partial<Scale>, ...all: GroupFigures[]) =>
    rankGroups(withScale(scale), all, 'total').map(({ group, rank }) => [
      plan.groups.find(({ id }) => id === group)!.order,
      rank
    ]);
  const tallies = (insurance: Tally, culture: Tally = FULL) => ({
    ...full().tallies,
    insurance,
    'culture-expected': culture
  });

  it('without rules they stay tied: "1, 1, 3"', () => {
    const low = full({ tallies: tallies([1, 99, 0, 0]) }, third);
    expect(ranks({ ties: [] }, low, full(), full({ tallies: tallies([98, 2, 0, 0]) }, second))).toEqual([
      [1, 1],
      [2, 1],
      [3, 3]
    ]);
  });

  it('the larger share of cards, although both have all the points', () => {
    const more = full({ tallies: tallies([99, 1, 0, 0]) }, second);
    expect(ranks({ ties: ['share:10'] }, full({ tallies: tallies([98, 2, 0, 0]) }), more)).toEqual([
      [2, 1],
      [1, 2]
    ]);
  });

  it('in the order of the rules: culture before cards', () => {
    const one = full({ tallies: tallies([100, 0, 0, 0], [98, 2, 0, 0]) });
    const other = full({ tallies: tallies([98, 2, 0, 0], [99, 1, 0, 0]) }, second);
    expect(ranks({ ties: ['share:13a', 'share:10'] }, one, other)[0]).toEqual([2, 1]);
    expect(ranks({ ties: ['share:10', 'share:13a'] }, one, other)[0]).toEqual([1, 1]);
  });

  it.each<[string, Partial<GroupFigures>, Partial<GroupFigures>]>([
    ['gates', { marks: [mark('gate', 'complaint')] }, {}],
    ['deductions', { marks: [mark('deduction', 'a', 1), mark('bonus', 'b', 1)] }, {}],
    ['signed', { signedAt: 20 }, { signedAt: 10 }],
    ['signed', { signedAt: null }, { signedAt: 10 }],
    ['vote', { marks: [mark('vote', 'council', 2)] }, { marks: [mark('vote', 'council', 1)] }],
    ['vote', {}, { marks: [mark('vote', 'council', 3)] }]
  ])('by %s', (tie, worse, better) => {
    expect(ranks({ ties: [tie] }, full(worse), full(better, second))).toEqual([
      [2, 1],
      [1, 2]
    ]);
    expect(ranks({ ties: [tie] }, full(worse), full(worse, second)).map(([, rank]) => rank)).toEqual([1, 1]);
  });
});

describe('by one indicator', () => {
  it('fewer near-poor stands better, and not asking is no way up', () => {
    const poor = (group: string, tally: Tally) =>
      ({ ...someFigures(group as never, FULL), tallies: { 'answer:7b': tally } }) as GroupFigures;
    const all = [poor(first!, [0, 400, 80, 0]), poor(second!, [5, 475, 0, 0]), poor(third!, [2, 478, 0, 0])];
    expect(rankGroups(plan, all, 'answer:7b').map(({ group, rank }) => [group, rank])).toEqual([
      [third, 1],
      [second, 2],
      [first, 3]
    ]);
  });

  it('nobody is ranked by births and deaths', () => {
    const all = [{ ...full(), tallies: { births: [9, 0, 0, 9] as Tally } }];
    expect(rankGroups(plan, all, 'births')[0]!.rank).toBeNull();
  });
});

describe('official', () => {
  const covered = (group: string, reviewed: number, insurance: Tally) =>
    ({ ...full({}, group as never), coverage: [reviewed, 100], tallies: { insurance } }) as GroupFigures;

  it('who is not reviewed far enough has no place in it, and takes nobody’s', () => {
    const all = [
      covered(first!, 94, FULL),
      covered(second!, 95, [50, 50, 0, 0]),
      covered(third!, 100, [9, 91, 0, 0])
    ];
    expect(rankGroups(plan, all, 'total').map(({ rank, isComplete }) => [rank, isComplete])).toEqual([
      [1, false],
      [2, true],
      [3, true]
    ]);
    expect(rankOfficially(plan, all).map(({ group, rank }) => [group, rank])).toEqual([
      [second, 1],
      [third, 2],
      [first, null]
    ]);
  });

  it('"tạm tính" until a decision stands there', () => {
    expect(isProvisional(plan)).toBe(true);
    expect(isProvisional(withScale({ decision: '12/QĐ-UBND' }))).toBe(false);
  });
});

describe('a closed period', () => {
  const closed: ClosedPeriod = {
    ...{ period: plan.periods[0]!.id, name: 'Kỳ', asOf: '2025-10-31', closedAt: 1, closedBy: 'x', typed: [] },
    campaign: withScale({ ties: [] }),
    groups: [full(), full({ tallies: { insurance: [49, 51, 0, 0] } }, second)],
    amendments: []
  };

  it('is ranked by its own scale, whatever the campaign says today', () => {
    expect(rankClosed(closed, 'total').map(({ group }) => group)).toEqual([first, second]);
    const upside = { ...closed, campaign: withScale({ items: [], ties: [] }) };
    expect(rankClosed(upside, 'total').every(({ rank }) => rank === null)).toBe(true);
  });

  it('corrections lie over it, the later over the earlier; what was closed stays as it was', () => {
    const amend = (at: number, insurance: Tally) => ({
      ...{ at, by: 'x', reason: 'nhầm' },
      groups: [full({ tallies: { insurance } })]
    });
    const amended = { ...closed, amendments: [amend(1, [2, 98, 0, 0]), amend(2, [1, 99, 0, 0])] };
    expect(figuresOfClosed(amended)[0]!.tallies.insurance).toEqual([1, 99, 0, 0]);
    expect(rankClosed(amended, 'total')[0]!.group).toBe(second);
    expect(amended.groups[0]).toEqual(full());
  });
});
