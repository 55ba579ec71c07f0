import type { Campaign } from '../plan/campaign';
import type { ScaleItem } from '../plan/scale';
import { type Band, bandFor, gatesHit } from './bands';
import { ratioFor } from './formula';
import {
  add,
  divide,
  type Fraction,
  fraction,
  fractionOf,
  multiply,
  smaller,
  subtract,
  ZERO
} from './fraction';
import { type Measure, measureOf, type Scored } from './measure';
import { denominatorOf } from './tally';
import { judgeTarget } from './target';

/** What one indicator brought into an item: counts that anybody can check. */
export type Basis = Readonly<{
  indicator: string;
  /** Null where no household stands behind it: one value a group, reports signed in time. */
  rule: string | null;
  counted: number;
  of: number;
  unknown: number;
  lacking: number;
  /** Its part of the item's points; null where nothing arises. */
  points: Fraction | null;
}>;

/** Points of one line of the scale; not-arising: không phát sinh; not-collected: chưa thu thập. */
export type ItemScore = Readonly<{
  code: string;
  name: string;
  most: number;
  formula: ScaleItem['formula'];
  points: Fraction;
  state: 'points' | 'not-arising' | 'not-collected';
  basis: readonly Basis[];
}>;

/** A group's points (điểm), exact. Total and band are null where nothing could be scored. */
export type GroupScore = Readonly<{
  total: Fraction | null;
  most: number;
  items: readonly ItemScore[];
  /** Of the items alone, rescaled to the whole where some are left out. */
  earned: Fraction | null;
  isRescaled: boolean;
  bonus: Fraction;
  deduction: Fraction;
  /** Codes of gates that hold the class down (điều kiện khống chế). */
  gates: readonly string[];
  band: Band | null;
}>;

/** Items without a figure are left out and the rest rescaled to the same maximum (domain 2.3). */
export function scoreGroup(campaign: Campaign, figures: Scored): GroupScore {
  const { scale } = campaign;
  const items = scale.items.map((line) => scoreItem(line, campaign, figures));
  const most = scale.items.reduce((sum, line) => sum + line.most, 0);
  const scored = items.filter(({ state }) => state === 'points');
  const points = scored.reduce((sum, line) => add(sum, line.points), ZERO);
  const possible = scored.reduce((sum, line) => add(sum, fractionOf(line.most)), ZERO);
  const earned = possible.num === 0n ? null : divide(multiply(points, fractionOf(most)), possible);
  const bonus = granted('bonus', figures, scale.bonusMost);
  const deduction = granted('deduction', figures, scale.deductionMost);
  const total = earned && within(subtract(add(earned, bonus), deduction), most, scale.mayExceed);
  const gates = gatesHit(campaign, figures);
  return {
    ...{ total, most, items, earned, isRescaled: scored.length < items.length },
    ...{ bonus, deduction, gates, band: total && bandFor(scale, total, gates) }
  };
}

/** An item of several indicators takes the mean of those that have figures. */
function scoreItem(line: ScaleItem, campaign: Campaign, figures: Scored): ItemScore {
  const collected = line.indicators.flatMap((code) => {
    const measure = measureOf(code, campaign, figures);
    const judged = measure && judgeTarget(measure.indicator, measure.tally);
    return !measure || !judged || judged === 'not-judged' ? [] : [{ measure, judged }];
  });
  const arising = collected.filter(({ judged }) => judged !== 'not-arising').length;
  const basis = collected.map(({ measure, judged }) =>
    judged === 'not-arising'
      ? basisOf(measure, 0, null)
      : basisOf(measure, judged.lacking, pointsFor(line, measure, arising))
  );
  const points = basis.reduce((sum, part) => (part.points ? add(sum, part.points) : sum), ZERO);
  const state = arising > 0 ? 'points' : collected.length > 0 ? 'not-arising' : 'not-collected';
  const { code, name, most, formula } = line;
  return { code, name, most, formula, points, state, basis };
}

const basisOf = ({ indicator, rule, tally }: Measure, lacking: number, points: Fraction | null): Basis => ({
  ...{ indicator: indicator.code, rule, counted: tally[0], of: denominatorOf(tally), unknown: tally[2] },
  ...{ lacking, points }
});

const pointsFor = (line: ScaleItem, measure: Measure, parts: number): Fraction =>
  multiply(divide(fractionOf(line.most), fraction(parts)), ratioFor(line, measure));

/** What the ward gave or took, up to the most that the scale allows (điểm thưởng, điểm trừ). */
function granted(kind: 'bonus' | 'deduction', { marks = [] }: Scored, most: number): Fraction {
  const all = marks
    .filter((mark) => mark.kind === kind)
    .reduce((sum, { points }) => add(sum, fractionOf(points)), ZERO);
  return smaller(all, fractionOf(most));
}

function within(total: Fraction, most: number, mayExceed: boolean): Fraction {
  if (total.num < 0n) return ZERO;
  return mayExceed ? total : smaller(total, fractionOf(most));
}
