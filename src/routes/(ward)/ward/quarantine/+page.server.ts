import { acceptApart, heldOf, refuseApart, reopenAndAccept } from '$lib/server/deciding/decisions';
import { namesReaderOf, officerOf, textIn, wholeIn } from '$lib/server/http/desk';
import { readApartEntries, readWaitingApart } from '$lib/server/deciding/quarantine';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  namesReaderOf(locals);
  return {
    ...(await readApartEntries(locals.services)),
    waiting: await readWaitingApart(locals.services),
    asOf: locals.services.now()
  };
};

export const actions: Actions = {
  async accept({ locals, request }) {
    const officer = officerOf(locals);
    return acceptApart(locals.services, officer, [wholeIn(await request.formData(), 'number')]);
  },
  async reopen({ locals, request }) {
    const officer = officerOf(locals);
    return reopenAndAccept(locals.services, officer, wholeIn(await request.formData(), 'number'));
  },
  async refuse({ locals, request }) {
    const officer = officerOf(locals);
    return refuseApart(locals.services, officer, [wholeIn(await request.formData(), 'number')]);
  },
  async acceptAll({ locals, request }) {
    const officer = officerOf(locals);
    return acceptApart(locals.services, officer, await boxIn(locals, await request.formData()));
  },
  async refuseAll({ locals, request }) {
    const officer = officerOf(locals);
    return refuseApart(locals.services, officer, await boxIn(locals, await request.formData()));
  }
};

const boxIn = ({ services }: App.Locals, form: FormData): Promise<number[]> =>
  heldOf(services, textIn(form, 'account'), textIn(form, 'device'));
