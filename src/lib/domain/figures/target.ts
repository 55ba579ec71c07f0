import type { Direction, Indicator, Target } from '../plan/indicator';
import { denominatorOf } from './tally';
import type { Tally } from './group-figures';

type Judged = Readonly<Pick<Indicator, 'direction' | 'target'>>;

/** Where those counted are the ones too many: hộ cận nghèo, hộ nghèo. */
export const isLessBetter = ({ direction, target }: Judged): boolean =>
  direction === 'down' || (target.kind === 'count' && direction === 'equal' && target.value === 0);

/**
 * Whether a target is reached (đạt), and how many are lacking ("còn thiếu N"), on integers and before any rounding
 * (domain 1.2). Nothing to count is "không phát sinh": neither 0 % nor 100 %. What no group is judged by is 'not-judged'.
 * Where less is better, who was not asked may be one too many: not asking never reaches a target (decision 002).
 */
export function judgeTarget(
  { direction, target }: Judged,
  tally: Tally
): { reached: boolean; lacking: number } | 'not-arising' | 'not-judged' {
  if (direction === 'informational' || target.kind === 'figure') return 'not-judged';
  const [counted, , unknown] = tally;
  const of = denominatorOf(tally);
  if (of === 0) return 'not-arising';

  const against = isLessBetter({ direction, target }) ? counted + unknown : counted;
  const lacking = lackingFor(target, direction, against, of);
  return { reached: lacking === 0, lacking };
}

/** Where higher is better: how many more must be counted. Where lower is better: how many too many are. */
function lackingFor(
  target: Exclude<Target, { kind: 'figure' }>,
  direction: Direction,
  counted: number,
  of: number
): number {
  if (target.kind === 'all') return of - counted;
  if (target.kind === 'count') {
    return direction === 'up' ? Math.max(0, target.value - counted) : Math.abs(target.value - counted);
  }
  if (direction === 'down') return Math.max(0, counted - quotient(target.part * of, target.of));
  const needed = quotient(target.part * of + target.of - 1, target.of);
  return direction === 'up' ? Math.max(0, needed - counted) : Math.abs(needed - counted);
}

/** Of those lacking: who is known to stand on the wrong side (còn thiếu, vượt), and who only waits for an answer (chưa rõ). */
export const splitLacking = (lacking: number, unknown: number): { sure: number; unasked: number } => ({
  sure: Math.max(0, lacking - unknown),
  unasked: Math.min(lacking, unknown)
});

/** Whether it is missed even if everybody who is still to be asked gives the best answer. */
export function isSurelyMissed(judged: Judged, [counted, missing, unknown, outside]: Tally): boolean {
  const best: Tally = isLessBetter(judged)
    ? [counted, missing + unknown, 0, outside]
    : [counted + unknown, missing, 0, outside];
  const found = judgeTarget(judged, best);
  return typeof found !== 'string' && !found.reached;
}

/** Whole division of integers; exact where the quotient of floats might not be. */
const quotient = (dividend: number, divisor: number): number => (dividend - (dividend % divisor)) / divisor;

/**
 * Decimals to show a percentage with: one, two within 0,1 of the target, and more where rounding would show the target
 * as reached or missed when it is not ("98,00 %" for 97,997 %).
 */
export function shareDigits(target: Target, counted: number, of: number): number {
  const [part, whole] = target.kind === 'share' ? [target.part, target.of] : [1, 1];
  if (of === 0 || target.kind === 'figure') return 1;
  const distance = counted * whole - part * of;
  if (distance === 0) return 1;
  for (let digits = Math.abs(distance) * 1000 <= of * whole ? 2 : 1; digits < MOST_DIGITS; digits += 1) {
    const unit = 10 ** digits;
    const shown = Math.round(((counted * 100) / of) * unit);
    if (Math.sign(shown * whole - part * 100 * unit) === Math.sign(distance)) return digits;
  }
  return MOST_DIGITS;
}

const MOST_DIGITS = 5;
