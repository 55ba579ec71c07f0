import * as z from 'zod/mini';
import { Portion } from '../plan/portion';

/** How awards are proposed (tiêu chí đề nghị khen thưởng): data of the ward, never a formula in code. */
export const AwardRules = z.object({
  collective: z.object({
    /** Codes of the scale's bands from which a group may be proposed. */
    bands: z.array(z.string()),
    /** No gate may be hit (điều kiện khống chế). */
    withoutGates: z.boolean(),
    /** Only groups that are reviewed far enough to be ranked. */
    ranked: z.boolean(),
    /** At most this part of all groups. */
    quota: Portion
  }),
  household: z.object({
    /** Gia đình văn hóa so many years in a row, this one included. */
    years: z.int(),
    /** At most this part of those that qualify, in each group. */
    quota: Portion,
    mostAGroup: z.int()
  }),
  person: z.object({
    /** The leaders of groups that hold a place so high; each achievement is awarded once. */
    upToRank: z.int(),
    /** All reports of the campaign signed in time. */
    reportsKept: z.boolean(),
    quota: Portion
  }),
  /** Whoever was awarded in so many years before is not proposed again for the same. */
  restYears: z.int()
});
export type AwardRules = Readonly<z.infer<typeof AwardRules>>;
