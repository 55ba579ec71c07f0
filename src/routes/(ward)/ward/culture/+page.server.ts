import { error } from '@sveltejs/kit';
import { dayOf } from '$lib/domain/calendar';
import { readCulture } from '$lib/server/groups/culture-desk';
import { readerOf } from '$lib/server/http/desk';
import { figures } from '$lib/server/ranking/ranking';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  const culture = await readCulture(locals.services);
  if (!culture) error(503, 'Chưa mở sổ của phường.');
  const { groups: standing } = await figures(locals.services);
  const { campaign, groups } = culture;
  return {
    ...{ year: campaign.year, rules: campaign.culture, today: dayOf(locals.services.now()) },
    groups: groups.map((one) => ({
      ...one,
      households: standing.find(({ group }) => group === one.group.id)?.coverage[1] ?? 0
    }))
  };
};
