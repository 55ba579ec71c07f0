import { error, redirect } from '@sveltejs/kit';
import { sortingFrom } from '$lib/domain/figures/overview';
import { readerOf } from '$lib/server/http/desk';
import { leave } from '$lib/server/http/entrance';
import { superviseWard } from '$lib/server/groups/supervision';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { account } = readerOf(locals);
  const sorting = sortingFrom(url.searchParams.get('by'));
  const supervision = await superviseWard(locals.services, sorting, account);
  if (!supervision) error(503, 'Chưa mở sổ của phường.');
  return { ...supervision, sorting };
};

export const actions: Actions = {
  async signOut(event) {
    await leave({ ...event.locals, event });
    redirect(303, '/sign-in');
  }
};
