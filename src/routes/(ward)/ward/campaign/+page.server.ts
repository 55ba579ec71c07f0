import { redirect } from '@sveltejs/kit';
import { dayOf } from '$lib/domain/calendar';
import { officerOf, readerOf, textIn } from '$lib/server/http/desk';
import { copyToNextYear, takeDraftAway } from '$lib/server/plan/plan-desk';
import { readCampaigns } from '$lib/server/queries/campaigns';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  const campaigns = await readCampaigns(locals.services.db);
  return {
    today: dayOf(locals.services.now()),
    campaigns: campaigns.map(({ campaign, state, savedAt }) => ({
      ...{ id: campaign.id, year: campaign.year, shortTitle: campaign.shortTitle, state, savedAt },
      decision: campaign.scale.decision
    }))
  };
};

export const actions: Actions = {
  async copy({ locals, request }) {
    const account = officerOf(locals);
    const id = textIn(await request.formData(), 'campaign');
    const made = await copyToNextYear(locals.services, account, id);
    if (made) redirect(303, `/ward/campaign/${made}`);
  },
  async remove({ locals, request }) {
    const account = officerOf(locals);
    await takeDraftAway(locals.services, account, textIn(await request.formData(), 'campaign'));
    return { said: 'removed' } as const;
  }
};
