import { dayOf } from '$lib/domain/calendar';
import { officerOf, readerOf, textIn } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { listReaders, makeReader, revokeReader } from '$lib/server/accounts/readers';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  return { readers: await listReaders(locals.services), today: dayOf(locals.services.now()) };
};

export const actions: Actions = {
  async make({ locals, request }) {
    const account = officerOf(locals);
    const form = new FormReader(await request.formData());
    const name = form.required('name', 120);
    if (!form.isGood) return form.refusal();
    return { said: 'made', name, token: await makeReader(locals.services, account, name) } as const;
  },
  async revoke({ locals, request }) {
    const account = officerOf(locals);
    await revokeReader(locals.services, account, textIn(await request.formData(), 'reader'));
    return { said: 'revoked' } as const;
  }
};
