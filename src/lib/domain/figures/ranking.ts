import type { Campaign } from '../plan/campaign';
import { shareForPoints } from './formula';
import { compare, type Fraction } from './fraction';
import type { GroupId } from '../ids';
import type { RuleName } from '../plan/rules';
import type { Standings } from './standings';
import { type GroupScore, scoreGroup } from './score';
import type { Figures, GroupFigures } from './group-figures';
import { denominatorOf } from './tally';
import { isLessBetter } from './target';
import { breakTie } from './ties';

/** A group's place in the ranking (thứ hạng); no rank where there is nothing to rank by: no household yet, or không phát sinh. */
export type Standing = Readonly<{
  group: GroupId;
  rank: number | null;
  /** Points, or the share of one rule: exact, and what decides before any tie is broken. */
  value: Fraction | null;
  figures: GroupFigures;
  /** Whether enough households were reviewed to stand in the official ranking (độ phủ; domain 2.3). */
  isComplete: boolean;
}>;

/** Equal ones share a rank, "1, 1, 3"; inside a tie the groups' own order, not their names (domain 2.3). */
export function rankGroups(
  campaign: Campaign,
  all: readonly GroupFigures[],
  by: 'total' | RuleName
): Standing[] {
  const order = new Map(campaign.groups.map((group) => [group.id, group.order]));
  const ranking = by === 'total' ? byPoints(campaign) : byShare(campaign, by);
  const places = all
    .map(ranking.place)
    .sort((a, b) => (order.get(a.figures.group) ?? Infinity) - (order.get(b.figures.group) ?? Infinity) || 0)
    .sort(ranking.compare);

  const standings: Standing[] = [];
  for (const [place, one] of places.entries()) {
    const before = standings.at(-1);
    const isTied = before && ranking.compare(places[place - 1]!, one) === 0;
    standings.push({
      group: one.figures.group,
      figures: one.figures,
      value: one.value,
      rank: one.value && (isTied ? before.rank : place + 1),
      isComplete: isComplete(campaign, one.figures)
    });
  }
  return standings;
}

/** Whether what the ward says of the ranking is still "tạm tính": nobody has approved the scale. */
export const isProvisional = ({ scale }: Campaign): boolean => scale.decision === null;

/** The official ranking: who is not reviewed far enough has no place in it, and stands below without a rank. */
export function rankOfficially(campaign: Campaign, all: readonly GroupFigures[]): Standing[] {
  const complete = rankGroups(
    campaign,
    all.filter((figures) => isComplete(campaign, figures)),
    'total'
  );
  const others = all.filter((figures) => !isComplete(campaign, figures));
  return [...complete, ...rankGroups(campaign, others, 'total').map((one) => ({ ...one, rank: null }))];
}

/** Whether enough households were reviewed to stand beside complete groups (độ phủ; domain 2.3). */
export function isComplete(
  { scale }: Campaign,
  { coverage: [reviewed, open] }: Pick<GroupFigures, 'coverage'>
): boolean {
  const { part, of } = scale.leastCoverage;
  return open > 0 && reviewed * of >= part * open;
}

/** Without any the ward knows nothing of the group yet: neither first nor last, and nothing "does not arise". */
export const hasHouseholds = ({ coverage: [, open] }: Pick<GroupFigures, 'coverage'>): boolean => open > 0;

type Place = Readonly<{ figures: GroupFigures; value: Fraction | null; score: GroupScore | null }>;

/** How groups are compared; who has no value comes last, and is tied with nobody that has one. */
type Order = Readonly<{
  place: (figures: GroupFigures) => Place;
  compare: (a: Place, b: Place) => number;
}>;

const byPoints = (campaign: Campaign): Order => ({
  place(figures) {
    const score = scoreGroup(campaign, figures);
    return { figures, value: hasHouseholds(figures) ? score.total : null, score };
  },
  compare: ({ score: a, ...one }, { score: b, ...other }) =>
    descending(one.value, other.value) ||
    (a && b && one.value
      ? breakTie(campaign, { figures: one.figures, score: a }, { figures: other.figures, score: b })
      : 0)
});

function byShare(campaign: Campaign, rule: RuleName): Order {
  const indicator = campaign.indicators.find((one) => one.rule === rule);
  const isDown = indicator !== undefined && isLessBetter(indicator);
  return {
    place(figures) {
      const tally = figures.tallies[rule];
      const isRanked = tally && denominatorOf(tally) > 0 && !EVENTS.includes(rule);
      return { figures, score: null, value: isRanked ? shareForPoints(indicator, tally) : null };
    },
    compare: ({ value: a }, { value: b }) => (isDown && a && b ? compare(a, b) : descending(a, b))
  };
}

/** Events are counted and never ranked by: in a group chance is larger than any difference (domain 1.2). */
const EVENTS: readonly RuleName[] = ['births', 'deaths'];

function descending(a: Fraction | null, b: Fraction | null): number {
  if (a && b) return compare(b, a);
  return Number(a === null) - Number(b === null);
}

/** The same standings with one group's own figures laid in: "tính cả mục chưa gửi" (PH3). What the ward gave it stays. */
export function replaceOwn(standings: Standings, group: GroupId, { coverage, tallies }: Figures): Standings {
  const isThere = standings.groups.some((figures) => figures.group === group);
  const groups = standings.groups.map((figures) =>
    figures.group === group ? { ...figures, coverage, tallies } : figures
  );
  return { ...standings, groups: isThere ? groups : [...groups, { group, coverage, tallies }] };
}
