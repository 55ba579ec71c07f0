import { chooseValue, openDifferences } from '$lib/server/deciding/choosing';
import { namesReaderOf, officerOf, textIn } from '$lib/server/http/desk';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  namesReaderOf(locals);
  return { differences: await openDifferences(locals.services), asOf: locals.services.now() };
};

export const actions: Actions = {
  async choose({ locals, request }) {
    const officer = officerOf(locals);
    const form = await request.formData();
    const side = textIn(form, 'side') === 'current' ? 'current' : 'proposed';
    const receipt = await chooseValue(locals.services, officer, textIn(form, 'difference'), side);
    return { chosen: receipt?.status === 'applied' };
  }
};
