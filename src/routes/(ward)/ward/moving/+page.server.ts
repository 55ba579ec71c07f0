import { namesReaderOf, officerOf, textIn } from '$lib/server/http/desk';
import type { GroupId } from '$lib/domain/ids';
import { moveAtDesk, recentMoves, searchHouseholds } from '$lib/server/deciding/moving';
import type { Actions, PageServerLoad } from './$types';

const ON_A_PAGE = 30;

export const load: PageServerLoad = async ({ locals }) => {
  namesReaderOf(locals);
  return { moves: await recentMoves(locals.services, ON_A_PAGE) };
};

export const actions: Actions = {
  /** A form and not an address: names belong in no log. */
  async search({ locals, request }) {
    namesReaderOf(locals);
    const query = textIn(await request.formData(), 'query').slice(0, 100);
    return { kind: 'found', query, ...(await searchHouseholds(locals.services, query, ON_A_PAGE)) } as const;
  },
  async back({ locals, request }) {
    const officer = officerOf(locals);
    const form = await request.formData();
    const group = textIn(form, 'group') as GroupId;
    const receipt = await moveAtDesk(locals.services, officer, textIn(form, 'household'), group);
    return { kind: 'back', done: receipt?.status === 'applied' } as const;
  }
};
