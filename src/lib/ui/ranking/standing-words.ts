import type { Campaign } from '$lib/domain/plan/campaign';
import { toNumber } from '$lib/domain/figures/fraction';
import type { RuleName } from '$lib/domain/plan/rules';
import type { Standing } from '$lib/domain/figures/ranking';
import { denominatorOf } from '$lib/domain/figures/tally';
import type { Figures } from '$lib/domain/figures/group-figures';
import { shareDigits } from '$lib/domain/figures/target';
import { isShownAsCounts } from '$lib/domain/figures/small-numbers';
import { showCount, showPoints, showShare } from '../format';

/** What a place is given for: points in total, the share of one rule. */
export function showStandingValue(
  campaign: Campaign,
  { value, figures }: Standing,
  by: 'total' | RuleName
): string {
  if (!value) return '–';
  return by === 'total'
    ? showPoints(toNumber(value), campaign.scale.digits)
    : showOneShare(campaign, figures, by);
}

/** "97,1 %", or "3/4" where a percentage misleads. */
export function showOneShare(campaign: Campaign, figures: Figures, by: RuleName): string {
  const tally = figures.tallies[by];
  const indicator = campaign.indicators.find(({ rule }) => rule === by);
  if (!tally || !indicator) return '–';
  const of = denominatorOf(tally);
  if (isShownAsCounts(of)) return `${showCount(tally[0])}/${showCount(of)}`;
  return showShare(tally[0], of, shareDigits(indicator.target, tally[0], of));
}

/** "303/312 · rà soát 271/312 hộ". */
export function showBasis({ coverage, tallies }: Figures, by: 'total' | RuleName): string {
  const reviewed = `rà soát ${showCount(coverage[0])}/${showCount(coverage[1])} hộ`;
  const tally = by === 'total' ? undefined : tallies[by];
  return tally ? `${showCount(tally[0])}/${showCount(denominatorOf(tally))} · ${reviewed}` : reviewed;
}
