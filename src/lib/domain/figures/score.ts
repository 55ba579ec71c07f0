import type { Campaign } from '../plan/campaign';
import {
  add,
  divide,
  type Fraction,
  fraction,
  fractionOf,
  larger,
  multiply,
  ONE,
  subtract,
  ZERO
} from './fraction';
import type { Indicator } from '../plan/indicator';
import type { ScaleItem } from '../plan/scale';
import { denominatorOf, type Figures, type Tally } from './tally';
import { judgeTarget } from './target';

/** What one indicator brought into an item: counts that anybody can check. */
export type Basis = Readonly<{
  indicator: string;
  rule: string;
  counted: number;
  of: number;
  lacking: number;
}>;

/** Points of one line of the scale; not-arising: không phát sinh; not-collected: chưa thu thập. */
export type ItemScore = Readonly<{
  code: string;
  name: string;
  most: number;
  points: Fraction;
  state: 'points' | 'not-arising' | 'not-collected';
  basis: readonly Basis[];
}>;

/** A group's points (điểm), exact. Null where nothing could be scored. */
export type GroupScore = Readonly<{ total: Fraction | null; most: number; items: readonly ItemScore[] }>;

/** Items without a figure are left out and the total is rescaled to the same maximum (domain 2.3). */
export function scoreGroup(campaign: Campaign, figures: Figures): GroupScore {
  const items = campaign.scale.items.map((line) => scoreItem(line, campaign.indicators, figures));
  const most = campaign.scale.items.reduce((sum, line) => sum + line.most, 0);
  const scored = items.filter(({ state }) => state === 'points');
  const points = scored.reduce((sum, line) => add(sum, line.points), ZERO);
  const possible = scored.reduce((sum, line) => add(sum, fractionOf(line.most)), ZERO);
  const total = possible.num === 0n ? null : divide(multiply(points, fractionOf(most)), possible);
  return { total, most, items };
}

/** An item of several indicators takes the mean of those that have figures. */
function scoreItem(line: ScaleItem, indicators: readonly Indicator[], { tallies }: Figures): ItemScore {
  const { code, name, most } = line;
  const collected = indicators.flatMap((indicator) => {
    const tally = indicator.rule === null ? undefined : tallies[indicator.rule];
    if (!tally || !line.indicators.includes(indicator.code)) return [];
    const judged = judgeTarget(indicator, tally);
    return judged === 'not-judged' ? [] : [{ indicator, tally, judged }];
  });
  const basis = collected.map(({ indicator, tally, judged }) => ({
    indicator: indicator.code,
    rule: indicator.rule!,
    counted: tally[0],
    of: denominatorOf(tally),
    lacking: judged === 'not-arising' ? 0 : judged.lacking
  }));
  const arising = collected.filter(({ judged }) => judged !== 'not-arising');
  if (arising.length === 0) {
    const state = collected.length > 0 ? 'not-arising' : 'not-collected';
    return { code, name, most, points: ZERO, state, basis };
  }
  const sum = arising.reduce((all, { indicator, tally }) => add(all, ratioFor(indicator, tally)), ZERO);
  const points = divide(multiply(fractionOf(most), sum), fraction(arising.length));
  return { code, name, most, points, state: 'points', basis };
}

/** From 0 to 1: ↑ share/target, ↓ less by the excess over the target, = all or nothing (domain 2.3). */
function ratioFor({ direction, target }: Indicator, tally: Tally): Fraction {
  const judged = judgeTarget({ direction, target }, tally);
  if (typeof judged === 'string') return ZERO;
  if (judged.reached) return ONE;
  if (direction === 'equal' || target.kind === 'count' || target.kind === 'figure') return ZERO;

  const share = fraction(tally[0], denominatorOf(tally));
  const wanted = target.kind === 'all' ? ONE : fraction(target.part, target.of);
  if (direction === 'up') return divide(share, wanted);
  return wanted.num === 0n ? ZERO : larger(ZERO, subtract(fraction(2), divide(share, wanted)));
}
