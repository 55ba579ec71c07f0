import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainPlace } from '$lib/domain/figures/explain';
import { compare } from '$lib/domain/figures/fraction';
import { scoreGroup } from '$lib/domain/figures/score';
import { rankGroups } from '$lib/domain/figures/ranking';
import type { GroupFigures, Mark, Tally } from '$lib/domain/figures/group-figures';
import { isLessBetter } from '$lib/domain/figures/target';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { RuleName } from '$lib/domain/plan/rules';
import type { Scale } from '$lib/domain/plan/scale';
import { aCampaign } from '../support/factories';

const plan = aCampaign();
const ids = plan.groups.map(({ id }) => id);
const scored = plan.scale.items
  .flatMap(({ indicators }) => indicators)
  .flatMap((code) => plan.indicators.find((one) => one.code === code && one.rule) ?? []);

const anyTally: fc.Arbitrary<Tally> = fc.tuple(fc.nat(40), fc.nat(12), fc.nat(6), fc.nat(5));
const anyMark: fc.Arbitrary<Mark> = fc.record({
  kind: fc.constantFrom('gate', 'bonus', 'deduction', 'vote'),
  code: fc.constantFrom('complaint', 'dishonest', 'other'),
  points: fc.integer({ min: 1, max: 4 }),
  reason: fc.constant('vì')
});
const anyGroup = (place: number): fc.Arbitrary<GroupFigures> =>
  fc
    .record({
      tallies: fc.array(anyTally, { minLength: scored.length, maxLength: scored.length }),
      marks: fc.array(anyMark, { maxLength: 2 }),
      signedAt: fc.option(fc.nat(3))
    })
    .map(({ tallies, ...rest }) => ({
      ...{ group: ids[place]!, coverage: [1, 1] as [number, number], ...rest },
      tallies: Object.fromEntries(scored.map(({ rule }, index) => [rule!, tallies[index]!]))
    }));
const anyWard = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => anyGroup(place))));

const steps = [
  { share: { part: 1, of: 2 }, points: 1 },
  { share: { part: 9, of: 10 }, points: 2.5 },
  { share: { part: 98, of: 100 }, points: 5 }
];
const anyPlan: fc.Arbitrary<Campaign> = fc
  .record({
    formula: fc.constantFrom<Scale['items'][number]['formula']>(
      { kind: 'proportional', excess: null },
      { kind: 'proportional', excess: { part: 1, of: 10 } },
      { kind: 'all-or-nothing' },
      { kind: 'steps', steps }
    ),
    ties: fc.shuffledSubarray([...plan.scale.ties]),
    mayExceed: fc.boolean()
  })
  .map(({ formula, ties, mayExceed }) => {
    const items = plan.scale.items.map((line, place) => (place % 2 ? { ...line, formula } : line));
    return { ...plan, scale: { ...plan.scale, items, ties, mayExceed } };
  });

describe('for any scale and any figures', () => {
  it('more on the right side never lowers the points', () => {
    fc.assert(
      fc.property(
        anyPlan,
        anyGroup(0),
        fc.constantFrom(...scored),
        fc.nat(40),
        (campaign, own, indicator, more) => {
          const [counted, missing, unknown, outside] = own.tallies[indicator.rule!]!;
          const won = Math.min(more, isLessBetter(indicator) ? counted : missing);
          const after: Tally = isLessBetter(indicator)
            ? [counted - won, missing + won, unknown, outside]
            : [counted + won, missing - won, unknown, outside];
          const better = { ...own, tallies: { ...own.tallies, [indicator.rule!]: after } };
          const [before, then] = [own, better].map((figures) => scoreGroup(campaign, figures).total);
          expect(Boolean(before)).toBe(Boolean(then));
          if (before && then) expect(compare(then, before)).toBeGreaterThanOrEqual(0);
        }
      ),
      { numRuns: 300 }
    );
  });

  it('the order in which groups come does not matter', () => {
    fc.assert(
      fc.property(anyPlan, anyWard, (campaign, all) => {
        const places = (figures: readonly GroupFigures[]) =>
          rankGroups(campaign, figures, 'total').map(({ group, rank }) => [group, rank]);
        expect(places([...all].reverse())).toEqual(places(all));
      })
    );
  });

  it('a tie is a tie: the same figures have the same rank, and a rank is one more than those better', () => {
    fc.assert(
      fc.property(anyPlan, anyWard, (campaign, all) => {
        const twin = { ...all[0]!, group: ids[22]! };
        const standings = rankGroups(campaign, [...all, twin], 'total');
        const rankOf = (group: string) => standings.find((one) => one.group === group)!.rank;
        expect(rankOf(twin.group)).toBe(rankOf(all[0]!.group));
        for (const [place, { rank }] of standings.entries()) {
          if (rank === null) continue;
          expect(standings.filter((one) => one.rank !== null && one.rank < rank)).toHaveLength(rank - 1);
          expect(rank).toBeLessThanOrEqual(place + 1);
        }
      })
    );
  });

  it('what an explanation promises is what a new count gives, and one less is not enough', () => {
    fc.assert(
      fc.property(
        anyPlan,
        anyWard,
        fc.nat(5),
        fc.constantFrom<('total' | RuleName)[]>('total', 'insurance', 'answer:7b'),
        (campaign, all, which, by) => {
          const own = all[which % all.length]!;
          const explained = explainPlace(campaign, all, own.group, by)!;
          for (const { rule, more } of explained.steps) {
            const indicator = campaign.indicators.find((one) => one.rule === rule)!;
            expect(passes(campaign, own, explained.above!.figures, indicator, more, by)).toBe(true);
            if (more > 1)
              expect(passes(campaign, own, explained.above!.figures, indicator, more - 1, by)).toBe(false);
          }
        }
      ),
      { numRuns: 150 }
    );
  });
});

/** Told by hand: first those not asked give the good answer, then those on the wrong side change. */
function passes(
  campaign: Campaign,
  own: GroupFigures,
  above: GroupFigures,
  indicator: Campaign['indicators'][number],
  more: number,
  by: 'total' | RuleName
): boolean {
  const tally = [...own.tallies[indicator.rule!]!] as Tally;
  const [good, bad] = isLessBetter(indicator) ? ([1, 0] as const) : ([0, 1] as const);
  for (let done = 0; done < more; done += 1) {
    const from = tally[2] > 0 ? 2 : bad;
    if (tally[from] === 0) break;
    tally[from] -= 1;
    tally[good] += 1;
  }
  const bettered = { ...own, tallies: { ...own.tallies, [indicator.rule!]: tally } };
  const [one, other] = rankGroups(campaign, [bettered, above], by);
  return one!.group === own.group && one!.rank !== other!.rank;
}
