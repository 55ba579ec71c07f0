import * as z from 'zod/mini';
import { Group } from './group';
import { CampaignId } from './ids';
import { Indicator } from './indicator';
import { Scale } from './scale';

/** An emulation campaign (đợt thi đua): everything that one year's plan or law decides, as data. */
export const Campaign = z.object({
  id: CampaignId,
  year: z.int(),
  title: z.string(),
  shortTitle: z.string(),
  legalBases: z.array(z.string()),
  startsOn: z.string(),
  endsOn: z.string(),
  /** True for the invented ward that is shown and tested with. */
  sample: z.boolean(),
  /** Whose report is due, strictly before which day. */
  reports: z.array(z.object({ from: z.string(), to: z.string(), beforeDay: z.string() })),
  /** Lower and upper ends of the working age by year and sex, in months (NĐ 135/2020). */
  retirement: z.array(z.object({ year: z.int(), male: z.int(), female: z.int() })),
  /** Rules that the ward may choose; the choice is printed beside the figure (domain 1.5). */
  choices: z.object({
    /** Inactive reasons that count as able to work, and so as missing, for 8a. */
    ableToWork: z.array(z.string()),
    /** Residence types that count as living here. */
    residences: z.array(z.string())
  }),
  indicators: z.array(Indicator),
  scale: Scale,
  groups: z.array(Group)
});
export type Campaign = Readonly<z.infer<typeof Campaign>>;
