import type { GroupId } from '../ids';
import type { Standing } from './ranking';
import { denominatorOf } from './tally';
import type { GroupFigures } from './group-figures';

/** Where a group stood and stands (lên, xuống); null where it had or has no rank. */
export type Movement = Readonly<{ before: number | null; now: number | null; places: number | null }>;

/** Places gained since an earlier ranking; negative where lost. */
export function movementSince(
  now: readonly Standing[],
  before: readonly Pick<Standing, 'group' | 'rank'>[]
): Map<GroupId, Movement> {
  const ranks = new Map(before.map(({ group, rank }) => [group, rank]));
  return new Map(
    now.map(({ group, rank }) => {
      const earlier = ranks.get(group) ?? null;
      const places = rank === null || earlier === null ? null : earlier - rank;
      return [group, { before: earlier, now: rank, places }];
    })
  );
}

/** A day on which somebody came into a denominator or left it: "97,1 → 96,8 vì thêm 3 hộ" (nhật ký mẫu số). */
export type JournalLine = Readonly<{
  day: string;
  rule: string;
  before: Readonly<{ counted: number; of: number }>;
  after: Readonly<{ counted: number; of: number }>;
  /** How many came in, or left. */
  added: number;
  /** How many more are "không tính" than before: leavers and those never there. */
  outside: number;
}>;

/** From the figures of two or more days, the oldest first; only days on which a denominator changed. */
export function denominatorJournal(
  days: readonly Readonly<{ day: string; figures: Pick<GroupFigures, 'tallies'> }>[]
): JournalLine[] {
  return days.slice(1).flatMap(({ day, figures }, place) => {
    const earlier = days[place]!.figures.tallies;
    return Object.entries(figures.tallies).flatMap(([rule, tally]): JournalLine[] => {
      const last = earlier[rule];
      if (!last || denominatorOf(last) === denominatorOf(tally)) return [];
      const before = { counted: last[0], of: denominatorOf(last) };
      const after = { counted: tally[0], of: denominatorOf(tally) };
      return [{ day, rule, before, after, added: after.of - before.of, outside: tally[3] - last[3] }];
    });
  });
}
