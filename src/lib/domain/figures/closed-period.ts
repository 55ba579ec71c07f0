import * as z from 'zod/mini';
import { Campaign } from '../plan/campaign';
import { GroupFigures } from './group-figures';
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
