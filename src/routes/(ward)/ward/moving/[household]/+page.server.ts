import { error } from '@sveltejs/kit';
import type { GroupId } from '$lib/domain/ids';
import { namesReaderOf, officerOf, textIn } from '$lib/server/http/desk';
import { moveAtDesk, readMovingPlace } from '$lib/server/deciding/moving';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  namesReaderOf(locals);
  const place = await readMovingPlace(locals.services, params.household);
  if (!place) error(404, 'Không có hộ này trong sổ của phường, hoặc hộ đã gộp vào hộ khác.');
  return { ...place, asOf: locals.services.now() };
};

export const actions: Actions = {
  async move({ locals, params, request }) {
    const officer = officerOf(locals);
    const group = textIn(await request.formData(), 'group');
    if (!group) return { said: 'none' } as const;
    const receipt = await moveAtDesk(locals.services, officer, params.household, group as GroupId);
    return { said: receipt?.status === 'applied' ? 'moved' : 'changed' } as const;
  }
};
