import * as z from 'zod/mini';
import type { Campaign } from '../plan/campaign';
import { compare, type Fraction, fraction } from './fraction';
import type { GroupId } from '../ids';
import type { RuleName } from '../plan/indicator';
import { TypedFigure } from './typed';
import { scoreGroup } from './score';
import { denominatorOf, type Figures, GroupFigures } from './tally';

/** The figures of all groups (bảng xếp hạng). It travels as counts, never as percentages or ranks. */
export const Standings = z.object({
  /** Changes whenever anything in it does. */
  version: z.string(),
  /** "Tính đến": server time in milliseconds. */
  asOf: z.number(),
  groups: z.array(GroupFigures),
  /** Typed by the ward: what only an office knows, and the official figures beside the groups' own. */
  typed: z.optional(z.array(TypedFigure))
});
export type Standings = Readonly<z.infer<typeof Standings>>;

/** A group's place in the ranking (thứ hạng); no rank where there is nothing to rank by (không phát sinh). */
export type Standing = Readonly<{
  group: GroupId;
  rank: number | null;
  /** Points, or the share of one rule: exact, and what alone decides. */
  value: Fraction | null;
  figures: GroupFigures;
}>;

/** Equal values share a rank, "1, 1, 3"; inside a tie the groups' own order, not their names (domain 2.3). */
export function rankGroups(
  campaign: Campaign,
  all: readonly GroupFigures[],
  by: 'total' | RuleName
): Standing[] {
  const order = new Map(campaign.groups.map((group) => [group.id, group.order]));
  const valued = all
    .map((figures) => ({ group: figures.group, figures, value: valueBy(by, campaign, figures) }))
    .sort((a, b) => (order.get(a.group) ?? Infinity) - (order.get(b.group) ?? Infinity) || 0)
    .sort((a, b) => descending(a.value, b.value));

  const standings: Standing[] = [];
  for (const [place, { group, figures, value }] of valued.entries()) {
    const before = standings.at(-1);
    const tied = before && value && descending(before.value, value) === 0;
    standings.push({ group, figures, value, rank: value && (tied ? before.rank : place + 1) });
  }
  return standings;
}

function valueBy(by: 'total' | RuleName, campaign: Campaign, figures: GroupFigures): Fraction | null {
  if (by === 'total') return scoreGroup(campaign, figures).total;
  const tally = figures.tallies[by];
  return tally && denominatorOf(tally) > 0 ? fraction(tally[0], denominatorOf(tally)) : null;
}

function descending(a: Fraction | null, b: Fraction | null): number {
  if (a && b) return compare(b, a);
  return Number(a === null) - Number(b === null);
}

/** The same standings with one group's own figures laid in: "tính cả mục chưa gửi" (PH3). */
export function replaceOwn(standings: Standings, group: GroupId, { coverage, tallies }: Figures): Standings {
  const own: GroupFigures = { group, coverage, tallies };
  const isThere = standings.groups.some((figures) => figures.group === group);
  const groups = standings.groups.map((figures) => (figures.group === group ? own : figures));
  return { ...standings, groups: isThere ? groups : [...groups, own] };
}
