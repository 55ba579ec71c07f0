import { dayOf } from '$lib/domain/calendar';
import { wardPhone } from '$lib/server/contact';
import { officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { readAccounts } from '$lib/server/queries/account-list';
import { readGroupsByOrder } from '$lib/server/queries/ward';
import { makeSheets } from '$lib/server/sign-in-sheets';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  const { db, now } = locals.services;
  const accounts = await readAccounts(db, now());
  return {
    ...{ today: dayOf(now()), groups: await readGroupsByOrder(db), phone: wardPhone(process.env.WARD_PHONE) },
    accounts: accounts.filter(({ disabledAt }) => disabledAt === null)
  };
};

export const actions: Actions = {
  async print({ locals, request, url }) {
    const officer = officerOf(locals);
    const form = new FormReader(await request.formData());
    const accounts = form.all('account').slice(0, 200);
    if (accounts.length === 0) form.refuse('account', 'required');
    if (!form.isGood) return form.refusal();
    return { sheets: await makeSheets(locals.services, officer, accounts, url.origin) };
  }
};
