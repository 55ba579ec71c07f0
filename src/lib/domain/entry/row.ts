import * as z from 'zod/mini';
import { GroupId, HouseholdId } from '../ids';

/** What a field may hold. A date is text, "2026-11-30"; an unknown code is kept as it came (EN4). */
export const FieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type FieldValue = z.infer<typeof FieldValue>;

/** A value and the number of the entry that set it. */
export const Field = z.tuple([FieldValue, z.int()]);
export type Field = z.infer<typeof Field>;

/** The types of row this version knows; one that it does not know is kept and left alone (EN4). */
export type RowType =
  | 'household'
  | 'person'
  | 'assessment'
  | 'visit'
  | 'difference'
  | 'meeting'
  | 'sign-off'
  | 'review'
  | 'message'
  | 'message-seen'
  | 'nomination'
  | 'nomination-review'
  | 'exemplar';

/** The confirmed state of one thing, as the server said it. */
export const Row = z.object({
  type: z.string(),
  id: z.string(),
  /** What is about a whole group names the group here: it has no household. */
  household: HouseholdId,
  group: GroupId,
  /** The number of the last entry that changed anything here; the cursor counts it. */
  seq: z.int(),
  fields: z.record(z.string(), Field)
});
export type Row = Readonly<z.infer<typeof Row>>;
