import * as z from 'zod/mini';
import { GroupId } from '../ids';

/** How many of each class, in the order of CLASSES: counted, missing, unknown, outside. */
export const Tally = z.tuple([z.int(), z.int(), z.int(), z.int()]);
export type Tally = z.infer<typeof Tally>;

/** What the ward said of a group beside its figures: a gate hit, points given or taken, places in a vote; with its reason. */
export const Mark = z.object({
  kind: z.enum(['gate', 'bonus', 'deduction', 'vote']),
  code: z.string(),
  /** Positive; of a vote the place, 1 first. */
  points: z.number(),
  reason: z.string()
});
export type Mark = Readonly<z.infer<typeof Mark>>;

/** What one group has, by rule; from it both ends compute shares, points and ranks with the same functions. */
export const GroupFigures = z.object({
  group: GroupId,
  /** Độ phủ: households reviewed in the campaign, and all that live here. */
  coverage: z.tuple([z.int(), z.int()]),
  tallies: z.record(z.string(), Tally),
  /** One value a group, by indicator: [1, 1] is reached; REPORTING: signed in time, of those due. */
  values: z.optional(z.record(z.string(), z.tuple([z.int(), z.int()]))),
  marks: z.optional(z.array(Mark)),
  /** When the last sign-off came that was not returned: milliseconds. */
  signedAt: z.optional(z.nullable(z.number()))
});
export type GroupFigures = Readonly<z.infer<typeof GroupFigures>>;

/** What is counted over any set of households: a group, an alley, the ward. */
export type Figures = Pick<GroupFigures, 'coverage' | 'tallies'>;
