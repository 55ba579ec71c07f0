import * as z from 'zod/mini';
import { GroupFigures } from './group-figures';
import { TypedFigure } from './typed';

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
