import * as z from 'zod/mini';

/** A reporting period (kỳ báo cáo) of the campaign: signed off by each group, checked by the ward, then closed. */
export const Period = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Ngày chốt số liệu. */
  asOf: z.string(),
  opensOn: z.string(),
  /** "trước ngày": the last good moment is the end of the day before, in Viet Nam. */
  dueBefore: z.string()
});
export type Period = Readonly<z.infer<typeof Period>>;
