import type { GroupId } from '../ids';
import type { GroupFigures } from './group-figures';

/** What moved in one group between two looks: households seen, numerators by rule, a report signed (từ lần xem trước). */
export type GroupChange = Readonly<{
  group: GroupId;
  reviewed: number;
  counted: Readonly<Record<string, number>>;
  isSigned: boolean;
}>;

type Seen = Pick<GroupFigures, 'group' | 'coverage' | 'tallies' | 'signedAt'>;

/** Only groups in which something moved, those with the most households seen first. */
export function changesSince(before: readonly Seen[], now: readonly Seen[]): GroupChange[] {
  const earlier = new Map(before.map((one) => [one.group, one]));
  return now
    .flatMap((one): GroupChange[] => {
      const old = earlier.get(one.group);
      if (!old) return [];
      const counted = Object.fromEntries(
        Object.entries(one.tallies).flatMap(([rule, [now]]) => {
          const more = now - (old.tallies[rule]?.[0] ?? now);
          return more === 0 ? [] : [[rule, more] as const];
        })
      );
      const reviewed = one.coverage[0] - old.coverage[0];
      const isSigned = (one.signedAt ?? 0) > (old.signedAt ?? 0);
      const hasMoved = reviewed !== 0 || isSigned || Object.keys(counted).length > 0;
      return hasMoved ? [{ group: one.group, reviewed, counted, isSigned }] : [];
    })
    .sort((a, b) => b.reviewed - a.reviewed);
}
