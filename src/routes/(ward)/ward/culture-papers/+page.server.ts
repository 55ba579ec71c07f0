import { error } from '@sveltejs/kit';
import { dayOf } from '$lib/domain/calendar';
import { cultureDeadlines } from '$lib/domain/papers/culture-papers';
import { readCulture } from '$lib/server/groups/culture-desk';
import { readerOf } from '$lib/server/http/desk';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  const culture = await readCulture(locals.services);
  if (!culture) error(503, 'Chưa mở sổ của phường.');
  const { campaign, groups } = culture;
  return {
    ...{ year: campaign.year, rules: campaign.culture, today: dayOf(locals.services.now()) },
    deadlines: campaign.culture ? cultureDeadlines(campaign.culture) : [],
    groups: groups.map(({ group, meeting, states }) => ({
      ...{ group, heldOn: meeting?.heldOn ?? null, publishedOn: meeting?.publishedOn ?? null },
      ...{ proposed: states.proposed ?? 0, recognised: states.recognised ?? 0 }
    }))
  };
};
