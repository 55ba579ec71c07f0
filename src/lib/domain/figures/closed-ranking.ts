import type { RuleName } from '../plan/rules';
import type { ClosedPeriod } from './closed-period';
import type { GroupFigures } from './group-figures';
import { rankGroups, type Standing } from './ranking';

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
