import { dayOf } from '$lib/domain/calendar';
import { toNumber } from '$lib/domain/figures/fraction';
import { planRows } from '$lib/domain/figures/plan-rows';
import { addFigures } from '$lib/domain/figures/tally';
import { campaignInUse, readerOf } from '$lib/server/http/desk';
import { figures } from '$lib/server/ranking/ranking';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  const campaign = await campaignInUse(locals);
  const { groups, typed = [] } = await figures(locals.services);
  return {
    ...{ shortTitle: campaign.shortTitle, groups: campaign.groups, asOf: locals.services.now() },
    today: dayOf(locals.services.now()),
    coverage: addFigures(groups).coverage,
    rows: planRows(campaign, groups, typed).map(({ official, ...row }) => ({
      ...row,
      official: official && {
        typed: official.typed,
        meaning: official.meaning,
        ofPlan: official.ofPlan && toNumber(official.ofPlan),
        ofBefore: official.ofBefore && toNumber(official.ofBefore),
        ofTarget: official.ofTarget && toNumber(official.ofTarget)
      }
    }))
  };
};
