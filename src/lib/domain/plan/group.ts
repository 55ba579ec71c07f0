import * as z from 'zod/mini';
import { GroupId } from '../ids';

/** A residential group (tổ dân phố): named by words or numbers, renamed, merged; never keyed by its number. */
export const Group = z.object({
  id: GroupId,
  name: z.string(),
  oldNames: z.array(z.string()),
  order: z.int(),
  validFrom: z.string(),
  validTo: z.nullable(z.string())
});
export type Group = Readonly<z.infer<typeof Group>>;
