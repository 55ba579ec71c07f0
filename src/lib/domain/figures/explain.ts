import type { Campaign } from '../plan/campaign';
import type { GroupId } from '../ids';
import type { RuleName } from '../plan/rules';
import { type Fraction, subtract } from './fraction';
import { type GroupScore, scoreGroup } from './score';
import { rankGroups, type Standing } from './ranking';
import { denominatorOf } from './tally';
import type { GroupFigures, Tally } from './group-figures';
import { isLessBetter } from './target';

/** One thing to do, alone enough to pass the next better group: "thêm 4 thẻ BHYT là vượt tổ …". */
export type Step = Readonly<{
  indicator: string;
  rule: RuleName;
  more: number;
  /** Of them, those who are only to be asked. */
  asked: number;
}>;

/** Why a group stands where it stands, and what the next place needs. */
export type Explanation = Readonly<{
  standing: Standing;
  score: GroupScore;
  /** The next better group; nothing at the top. */
  above: Standing | undefined;
  /** What is missing to it, in points or in share. */
  gap: Fraction | null;
  /** The shortest first; empty where no single indicator is enough. */
  steps: readonly Step[];
}>;

/** All from the same counts and functions that rank: what it promises is what a new count would say. */
export function explainPlace(
  campaign: Campaign,
  all: readonly GroupFigures[],
  group: GroupId,
  by: 'total' | RuleName = 'total'
): Explanation | undefined {
  const standings = rankGroups(campaign, all, by);
  const standing = standings.find((one) => one.group === group);
  if (!standing) return;
  const { rank } = standing;
  const above = rank === null ? undefined : standings.findLast((one) => one.rank !== null && one.rank < rank);
  const gap = above?.value && standing.value ? subtract(above.value, standing.value) : null;
  const score = scoreGroup(campaign, standing.figures);
  const steps = above ? stepsPast(campaign, standing.figures, above.figures, by) : [];
  return { standing, score, above, gap, steps };
}

function stepsPast(
  campaign: Campaign,
  own: GroupFigures,
  above: GroupFigures,
  by: 'total' | RuleName
): Step[] {
  const scored = new Set(campaign.scale.items.flatMap(({ indicators }) => indicators));
  const steps = campaign.indicators.flatMap((indicator): Step[] => {
    const rule = indicator.rule as RuleName | null;
    const tally = rule === null ? undefined : own.tallies[rule];
    if (!rule || !tally || (by === 'total' ? !scored.has(indicator.code) : by !== rule)) return [];
    const isPast = (more: number): boolean => {
      const bettered = {
        ...own,
        tallies: { ...own.tallies, [rule]: better(tally, more, isLessBetter(indicator)) }
      };
      const [first, second] = rankGroups(campaign, [bettered, above], by);
      return first!.group === own.group && first!.rank !== second!.rank;
    };
    const more = least(denominatorOf(tally), isPast);
    return more === undefined
      ? []
      : [{ indicator: indicator.code, rule, more, asked: Math.min(more, tally[2]) }];
  });
  return steps.sort((a, b) => a.more - b.more);
}

/** So many more on the right side: first those who are only to be asked. */
function better([counted, missing, unknown, outside]: Tally, more: number, isDown: boolean): Tally {
  const asked = Math.min(more, unknown);
  const won = more - asked;
  return isDown
    ? [Math.max(0, counted - won), missing + asked + Math.min(won, counted), unknown - asked, outside]
    : [counted + asked + Math.min(won, missing), Math.max(0, missing - won), unknown - asked, outside];
}

/** The least that is enough, found by halving: more never stands worse. */
function least(most: number, isEnough: (more: number) => boolean): number | undefined {
  if (most === 0 || !isEnough(most)) return;
  let [low, high] = [1, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
