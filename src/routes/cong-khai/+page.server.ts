import { error } from '@sveltejs/kit';
import { dayOf } from '$lib/domain/calendar';
import { readPublicPage } from '$lib/server/figures/public-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const page = await readPublicPage(locals.services);
  if (!page) error(404, 'Không có trang này.');
  return { ...page, today: dayOf(locals.services.now()) };
};
