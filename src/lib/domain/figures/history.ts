import * as z from 'zod/mini';
import { GroupId } from '../ids';
import { GroupFigures } from './group-figures';

/** What one day left behind (số liệu cuối ngày): a group's figures, and how all groups stood in total. */
export const DailyFigures = z.object({
  day: z.string(),
  figures: GroupFigures,
  /** In total, in the order of the history's groups; null where there was nothing to rank by. */
  ranks: z.array(z.nullable(z.int()))
});
export type DailyFigures = Readonly<z.infer<typeof DailyFigures>>;

/** One group's figures day by day, oldest first; a day on which nothing changed may be left out. */
export const History = z.object({
  group: GroupId,
  groups: z.array(GroupId),
  days: z.array(DailyFigures)
});
export type History = Readonly<z.infer<typeof History>>;
