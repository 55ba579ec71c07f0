import { error } from '@sveltejs/kit';
import { readerOf } from '$lib/server/http/desk';
import { readPlanDates } from '$lib/server/urging/plan-dates';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  const found = await readPlanDates(locals.services);
  if (!found) error(503, 'Chưa mở sổ của phường.');
  return found;
};
