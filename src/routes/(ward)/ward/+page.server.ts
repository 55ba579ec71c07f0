import { error, redirect } from '@sveltejs/kit';
import { worksAtTheWard } from '$lib/domain/actor';
import { type Sorting, SORTINGS } from '$lib/domain/overview';
import { leave } from '$lib/server/http/entrance';
import { superviseWard } from '$lib/server/supervision';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.actor || !worksAtTheWard(locals.actor)) redirect(303, '/sign-in');
  const sorting = SORTINGS.find((known) => known === url.searchParams.get('by')) ?? 'total';
  const supervision = await superviseWard(locals.services, sorting);
  if (!supervision) error(503, 'Chưa mở sổ của phường.');
  return { ...supervision, sorting: sorting satisfies Sorting, name: locals.actor.name };
};

export const actions: Actions = {
  async signOut(event) {
    await leave({ ...event.locals, event });
    redirect(303, '/sign-in');
  }
};
