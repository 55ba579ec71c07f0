import { officerOf, readerOf } from '$lib/server/http/desk';
import { openPublicPage, shutPublicPage } from '$lib/server/figures/public-page';
import { readPublicSince } from '$lib/server/queries/ward';
import { dayOf } from '$lib/domain/calendar';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  return { since: await readPublicSince(locals.services.db), today: dayOf(locals.services.now()) };
};

export const actions: Actions = {
  async open({ locals }) {
    await openPublicPage(locals.services, officerOf(locals));
  },
  async shut({ locals }) {
    await shutPublicPage(locals.services, officerOf(locals));
  }
};
