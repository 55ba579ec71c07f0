import { declareGone, superviseDevices } from '$lib/server/device-supervision';
import { officerOf, readerOf, textIn } from '$lib/server/http/desk';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  readerOf(locals);
  return superviseDevices(locals.services);
};

export const actions: Actions = {
  async gone({ locals, request }) {
    const officer = officerOf(locals);
    const form = await request.formData();
    const [account, device] = [textIn(form, 'account'), textIn(form, 'device')];
    return { gone: await declareGone(locals.services, officer, { account, device }) };
  }
};
