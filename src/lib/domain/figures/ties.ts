import type { Campaign } from '../plan/campaign';
import { compare, type Fraction } from './fraction';
import { shareForPoints } from './formula';
import { measureOf, type Scored } from './measure';
import type { GroupScore } from './score';
import { denominatorOf } from './tally';
import { isLessBetter } from './target';

/** What two groups with equal points are told apart by. */
export type Contender = Readonly<{ figures: Scored; score: GroupScore }>;

/** Below zero where the first stands better: by the scale's rules for ties, in their order; zero where all are equal. */
export function breakTie(campaign: Campaign, a: Contender, b: Contender): number {
  for (const tie of campaign.scale.ties) {
    const order = byTie(tie, campaign, a, b);
    if (order !== 0) return order;
  }
  return 0;
}

function byTie(tie: string, campaign: Campaign, a: Contender, b: Contender): number {
  if (tie.startsWith('share:')) return byShare(tie.slice('share:'.length), campaign, a, b);
  switch (tie) {
    case 'gates':
      return a.score.gates.length - b.score.gates.length;
    case 'deductions':
      return compare(a.score.deduction, b.score.deduction);
    case 'signed':
      return ascending(a.figures.signedAt ?? null, b.figures.signedAt ?? null);
    case 'vote':
      return ascending(voteOf(a), voteOf(b));
    default:
      return 0;
  }
}

function byShare(code: string, campaign: Campaign, a: Contender, b: Contender): number {
  const [one, other] = [a, b].map(({ figures }) => shareOf(code, campaign, figures));
  if (!one || !other) return Number(!one) - Number(!other);
  return compare(other, one);
}

/** So that more is better: where less is, its opposite. */
function shareOf(code: string, campaign: Campaign, figures: Scored): Fraction | undefined {
  const measure = measureOf(code, campaign, figures);
  if (!measure || denominatorOf(measure.tally) === 0) return;
  const share = shareForPoints(measure.indicator, measure.tally);
  return isLessBetter(measure.indicator) ? { num: -share.num, den: share.den } : share;
}

const voteOf = ({ figures }: Contender): number | null =>
  figures.marks?.find(({ kind }) => kind === 'vote')?.points ?? null;

/** The smaller first; what is not there comes last. */
function ascending(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Math.sign(a - b);
}
