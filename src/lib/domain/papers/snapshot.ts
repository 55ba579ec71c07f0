import type { Day } from '../calendar';
import type { ClosedPeriod } from '../figures/closed-period';
import { figuresOfClosed } from '../figures/closed-ranking';
import type { GroupFigures } from '../figures/group-figures';
import type { TypedFigure } from '../figures/typed';
import type { Campaign } from '../plan/campaign';
import type { Period } from '../plan/period';

/** The figures that a paper is made from (số liệu của văn bản), with the plan they are judged by. */
export type Snapshot = Readonly<{
  campaign: Campaign;
  period: Pick<Period, 'id' | 'name' | 'asOf'>;
  groups: readonly GroupFigures[];
  typed: readonly TypedFigure[];
  /** Null: the period is open, and what is made from it is a draft. */
  closedAt: number | null;
  /** Reasons of the corrections laid over it. */
  corrections: readonly string[];
}>;

/** Of a closed period, its corrections laid over it. */
export const snapshotOf = (closed: ClosedPeriod): Snapshot => ({
  campaign: closed.campaign,
  period: { id: closed.period, name: closed.name, asOf: closed.asOf },
  groups: figuresOfClosed(closed),
  typed: closed.typed,
  closedAt: closed.closedAt,
  corrections: closed.amendments.map(({ reason }) => reason)
});

/** Of figures that still change, as of today. */
export const openSnapshot = (
  campaign: Campaign,
  { id, name }: Pick<Period, 'id' | 'name'>,
  { groups, typed = [] }: { groups: readonly GroupFigures[]; typed?: readonly TypedFigure[] },
  today: Day
): Snapshot => ({
  ...{ campaign, groups, typed, closedAt: null, corrections: [] },
  period: { id, name, asOf: today }
});
