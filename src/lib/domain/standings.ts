import * as z from 'zod/mini';
import { GroupId } from './ids';
import { Tally } from './tally';

/** What one group has, by rule; from it both ends compute shares, points and ranks with the same functions. */
export const GroupFigures = z.object({
  group: GroupId,
  /** Độ phủ: households reviewed in the campaign, and all households. */
  coverage: z.tuple([z.int(), z.int()]),
  tallies: z.record(z.string(), Tally)
});
export type GroupFigures = Readonly<z.infer<typeof GroupFigures>>;

/** The figures of all groups (bảng xếp hạng). It travels as counts, never as percentages or ranks. */
export const Standings = z.object({
  /** Changes whenever anything in it does. */
  version: z.string(),
  /** "Tính đến": server time in milliseconds. */
  asOf: z.number(),
  groups: z.array(GroupFigures)
});
export type Standings = Readonly<z.infer<typeof Standings>>;
