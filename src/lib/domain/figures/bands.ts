import type { Campaign } from '../plan/campaign';
import type { Scale } from '../plan/scale';
import { compare, type Fraction, fractionOf } from './fraction';
import { measureOf, type Scored } from './measure';
import { isSurelyMissed } from './target';

/** A class of the scale (xếp loại). */
export type Band = Scale['bands'][number];

/** Gates that the ward said were hit, and those whose indicator can no longer be reached whatever is still to be asked. */
export function gatesHit(campaign: Campaign, figures: Scored): string[] {
  return campaign.scale.gates
    .filter(({ code, indicator }) => {
      if (figures.marks?.some((mark) => mark.kind === 'gate' && mark.code === code)) return true;
      const measure = indicator === null ? undefined : measureOf(indicator, campaign, figures);
      return measure !== undefined && isSurelyMissed(measure.indicator, measure.tally);
    })
    .map(({ code }) => code);
}

/** The class that the points give, no better than the gates allow; null is "không xếp loại". */
export function bandFor(scale: Scale, total: Fraction, hit: readonly string[]): Band | null {
  const bands = [...scale.bands].sort((a, b) => b.from - a.from);
  const earned = place(bands.findIndex(({ from }) => compare(total, fractionOf(from)) >= 0));
  const allowed = scale.gates
    .filter(({ code }) => hit.includes(code))
    .map(({ band }) => place(bands.findIndex(({ code }) => code === band)));
  return bands[Math.max(earned, ...allowed)] ?? null;
}

/** What is not found stands below all bands. */
const place = (index: number): number => (index < 0 ? Infinity : index);
