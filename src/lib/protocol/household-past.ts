import * as z from 'zod/mini';
import { HouseholdId } from '$lib/domain/ids';

/** Who gave each value of a household that stands now; asked for when somebody looks (ai ghi, lúc nào). */
export const PastRequest = z.strictObject({ household: HouseholdId });
export type PastRequest = z.infer<typeof PastRequest>;

export const HouseholdPast = z.object({
  values: z.array(
    z.object({
      type: z.string(),
      id: z.string(),
      field: z.string(),
      by: z.nullable(z.string()),
      /** From whose paper an officer copied it. */
      onBehalfOf: z.optional(z.string()),
      at: z.number()
    })
  )
});
export type HouseholdPast = Readonly<z.infer<typeof HouseholdPast>>;
