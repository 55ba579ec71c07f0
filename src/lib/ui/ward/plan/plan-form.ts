import { showDecimal } from '$lib/domain/figures/decimal';
import type { Target } from '$lib/domain/plan/indicator';
import type { Portion } from '$lib/domain/plan/portion';
import type { Formula } from '$lib/domain/plan/scale';

/** Exactly the percentage that an exact share stands for: 968/1000 is "96,8". */
export const percentOf = ({ part, of }: Portion): string =>
  showDecimal(String(Number(((part * 100) / of).toFixed(4))));

/** What is typed for a target; "tất cả" has no number. */
export function typedTarget(target: Target): string {
  if (target.kind === 'share') return percentOf(target);
  if (target.kind === 'figure') return showDecimal(target.value);
  return target.kind === 'count' ? String(target.value) : '';
}

/** "98 = 20; 95 = 15": from 98 % twenty points, from 95 % fifteen. */
export const stepsOf = (formula: Formula): string =>
  formula.kind === 'steps'
    ? formula.steps
        .map(({ share, points }) => `${percentOf(share)} = ${showDecimal(String(points))}`)
        .join('; ')
    : '';
