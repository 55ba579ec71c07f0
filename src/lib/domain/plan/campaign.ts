import * as z from 'zod/mini';
import { Group } from './group';
import { CampaignId } from '../ids';
import { CultureRules } from './culture';
import { Indicator } from './indicator';
import { Period } from './period';
import { Question } from './question';
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
  /** Retirement age (tuổi nghỉ hưu) by year and sex, in months: the upper end of the working age (NĐ 135/2020). */
  retirement: z.array(z.object({ year: z.int(), male: z.int(), female: z.int() })),
  /** Rules that the ward may choose; the choice is printed beside the figure (domain 1.5). */
  choices: z.object({
    /** Lower end of the working age (đủ 15 tuổi), in months. */
    workingFrom: z.int(),
    /** Inactive reasons that count as able to work, and so as missing, for 8a. */
    ableToWork: z.array(z.string()),
    /** Residence types that count as living here. */
    residences: z.array(z.string())
  }),
  indicators: z.array(Indicator),
  questions: z._default(z.array(Question), []),
  periods: z._default(z.array(Period), []),
  culture: z._default(z.nullable(CultureRules), null),
  scale: Scale,
  groups: z.array(Group)
});
export type Campaign = Readonly<z.infer<typeof Campaign>>;
