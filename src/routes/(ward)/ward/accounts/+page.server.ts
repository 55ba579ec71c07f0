import { redirect } from '@sveltejs/kit';
import { Role } from '$lib/domain/actor';
import { dayOf } from '$lib/domain/calendar';
import type { GroupId } from '$lib/domain/ids';
import { createAccount, createLeaders, groupsWithoutLeader } from '$lib/server/accounts/accounts-desk';
import { wardPhone } from '$lib/server/groups/contact';
import { officerOf, readerOf, wholeIn } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { readAccounts } from '$lib/server/queries/account-list';
import { readGroupsByOrder } from '$lib/server/queries/ward';
import { makeSheets } from '$lib/server/accounts/sign-in-sheets';
import type { Actions, PageServerLoad } from './$types';

/** More sheets than a ward has people. */
const MOST_SHEETS = 200;

export const load: PageServerLoad = async ({ locals, url }) => {
  readerOf(locals);
  const { db, now } = locals.services;
  const asOf = now();
  const accounts = await readAccounts(db, asOf);
  return {
    ...{ asOf, today: dayOf(asOf), accounts, groups: await readGroupsByOrder(db) },
    ...{ isPrinting: url.searchParams.has('sheets'), phone: wardPhone(process.env.WARD_PHONE) },
    withoutLeader: (await groupsWithoutLeader(locals.services, accounts)).length,
    created: wholeIn(url.searchParams, 'created')
  };
};

export const actions: Actions = {
  async create({ locals, request }) {
    const officer = officerOf(locals);
    const form = new FormReader(await request.formData());
    const [login, name] = [form.required('login', 60).toLowerCase(), form.required('name', 80)];
    if (login !== '' && !/^[a-z0-9._-]{3,60}$/.test(login)) form.refuse('login', 'not-text');
    const role = form.oneOf('role', Role.options);
    const groups = await groupsIn(form, locals, role === 'leader' || role === 'deputy');
    if (!form.isGood) return form.refusal();
    const from = dayOf(locals.services.now());
    const created = await createAccount(locals.services, officer, { login, name, role, groups, from });
    if (!created) form.refuse('login', 'out-of-range');
    if (!created) return { ...form.returned(), isTaken: true };
    redirect(303, `/ward/accounts/${created}`);
  },
  async leaders({ locals }) {
    const officer = officerOf(locals);
    const created = await createLeaders(locals.services, officer);
    redirect(303, `/ward/accounts?created=${created}`);
  },
  async print({ locals, request, url }) {
    const officer = officerOf(locals);
    const form = new FormReader(await request.formData());
    const accounts = form.all('account').slice(0, MOST_SHEETS);
    if (accounts.length === 0) form.refuse('account', 'required');
    if (!form.isGood) return form.refusal();
    return { sheets: await makeSheets(locals.services, officer, accounts, url.origin) };
  }
};

async function groupsIn(form: FormReader, { services }: App.Locals, isNeeded: boolean): Promise<GroupId[]> {
  if (!isNeeded) return [];
  const known = (await readGroupsByOrder(services.db)).map(({ id }) => id);
  const group = form.oneOf('group', known);
  return [group as GroupId];
}
