import type { AwardRules } from '$lib/domain/papers/award-rules';

/**
 * A suggestion, as usual in a ward (domain 2.4: 20–30 % of the groups; NĐ 122/2018: 15 % of the families with three years in
 * a row); the ward's council decides, and changes it on its page.
 */
export const awardRules: AwardRules = {
  collective: {
    bands: ['excellent', 'good'],
    withoutGates: true,
    ranked: true,
    quota: { part: 30, of: 100 }
  },
  household: { years: 3, quota: { part: 15, of: 100 }, mostAGroup: 3 },
  person: { upToRank: 7, reportsKept: true, quota: { part: 30, of: 100 } },
  restYears: 1
};
