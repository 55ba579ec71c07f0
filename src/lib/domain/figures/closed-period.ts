import * as z from 'zod/mini';
import { Campaign } from '../plan/campaign';
import type { RuleName } from '../plan/indicator';
import { rankGroups, type Standing } from './standings';
import { GroupFigures } from './tally';
import { TypedFigure } from './typed';

/** A correction after closing (điều chỉnh): beside the snapshot, never in it. */
export const Amendment = z.object({
  at: z.number(),
  by: z.string(),
  reason: z.string(),
  groups: z.array(GroupFigures)
});

/** A closed period (kỳ đã chốt): its figures, and the plan by which they were judged, as they were. Immutable. */
export const ClosedPeriod = z.object({
  period: z.uuid(),
  name: z.string(),
  asOf: z.string(),
  closedAt: z.number(),
  closedBy: z.string(),
  /** Indicators, targets and scale of that day; its groups too, which may be renamed later. */
  campaign: Campaign,
  groups: z.array(GroupFigures),
  typed: z.array(TypedFigure),
  amendments: z.array(Amendment)
});
export type ClosedPeriod = Readonly<z.infer<typeof ClosedPeriod>>;

/** The figures of a closed period with its corrections laid over, the later over the earlier. */
export function figuresOfClosed({ groups, amendments }: ClosedPeriod): GroupFigures[] {
  const amended = new Map(
    amendments.flatMap((amendment) => amendment.groups.map((one) => [one.group, one] as const))
  );
  const added = [...amended.values()].filter(({ group }) => groups.every((one) => one.group !== group));
  return [...groups.map((one) => amended.get(one.group) ?? one), ...added];
}

/** The ranking of a closed period, by the scale that was used then, whatever has changed since. */
export const rankClosed = (closed: ClosedPeriod, by: 'total' | RuleName): Standing[] =>
  rankGroups(closed.campaign, figuresOfClosed(closed), by);
