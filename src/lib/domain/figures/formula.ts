import type { Formula, ScaleItem } from '../plan/scale';
import {
  divide,
  type Fraction,
  fraction,
  fractionOf,
  larger,
  ONE,
  smaller,
  subtract,
  ZERO
} from './fraction';
import type { Measure } from './measure';
import { denominatorOf } from './tally';
import type { Tally } from './group-figures';
import { isLessBetter, judgeTarget } from './target';

/** What part of its points an indicator brings, from 0 to 1; exact (cách tính điểm; domain 2.3). */
export function ratioFor({ formula, most }: Pick<ScaleItem, 'formula' | 'most'>, measure: Measure): Fraction {
  const { indicator, tally } = measure;
  const judged = judgeTarget(indicator, tally);
  if (typeof judged === 'string') return ZERO;
  switch (formula.kind) {
    case 'all-or-nothing':
      return judged.reached ? ONE : ZERO;
    case 'steps':
      return ratioBySteps(formula.steps, most, measure);
    case 'proportional':
      return judged.reached ? ONE : proportion(formula.excess, measure);
  }
}

/** The share that points go by: where less is better, who was not asked stands on the wrong side. */
export function shareForPoints(indicator: Measure['indicator'] | undefined, tally: Tally): Fraction {
  const [counted, , unknown] = tally;
  return fraction(indicator && isLessBetter(indicator) ? counted + unknown : counted, denominatorOf(tally));
}

/** ↑ share/target; ↓ less by the excess over the target, nothing from `excess` on. */
function proportion(
  excess: Extract<Formula, { kind: 'proportional' }>['excess'],
  { indicator, tally }: Measure
): Fraction {
  const { direction, target } = indicator;
  if (direction === 'equal' || target.kind === 'count' || target.kind === 'figure') return ZERO;
  const wanted = target.kind === 'all' ? ONE : fraction(target.part, target.of);
  const share = shareForPoints(indicator, tally);
  if (direction === 'up') return divide(share, wanted);
  const most = excess ? fraction(excess.part, excess.of) : wanted;
  return most.num === 0n ? ZERO : larger(ZERO, subtract(ONE, divide(subtract(share, wanted), most)));
}

/** The best of the steps that are reached; where less is better, of those not exceeded. */
function ratioBySteps(
  steps: Extract<Formula, { kind: 'steps' }>['steps'],
  most: number,
  { indicator, tally }: Measure
): Fraction {
  const share = shareForPoints(indicator, tally);
  const best = steps
    .filter((step) => {
      const distance = subtract(share, fraction(step.share.part, step.share.of)).num;
      return isLessBetter(indicator) ? distance <= 0n : distance >= 0n;
    })
    .reduce((points, step) => Math.max(points, step.points), 0);
  return most <= 0 ? ZERO : smaller(ONE, divide(fractionOf(best), fractionOf(most)));
}
