import { error } from '@sveltejs/kit';
import { addDays, dayOf, isDay } from '$lib/domain/calendar';
import type { GroupId } from '$lib/domain/ids';
import { assign, rename, setDisabled, unassign } from '$lib/server/accounts/accounts-desk';
import { officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { readAccounts } from '$lib/server/queries/account-list';
import { readActs } from '$lib/server/queries/audit';
import { readGroupsByOrder } from '$lib/server/queries/ward';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const reader = readerOf(locals);
  const { db, now } = locals.services;
  const asOf = now();
  const account = await found(locals, params.account);
  const acts = await readActs(db, account.login, 50);
  return {
    ...{ account, asOf, today: dayOf(asOf), groups: await readGroupsByOrder(db) },
    isOwn: reader.account === account.id,
    acts: acts.map(({ number, at, act, name }) => ({ number, at, act, by: name ?? '' }))
  };
};

export const actions: Actions = {
  async rename({ locals, params, request }) {
    const officer = officerOf(locals);
    const form = new FormReader(await request.formData());
    const name = form.required('name', 80);
    if (!form.isGood) return form.refusal();
    await rename(locals.services, officer, (await found(locals, params.account)).id, name);
    return { said: 'renamed' as const };
  },
  async assign({ locals, params, request }) {
    const officer = officerOf(locals);
    const form = new FormReader(await request.formData());
    const known = (await readGroupsByOrder(locals.services.db)).map(({ id }) => id);
    const group = form.oneOf('group', known) as GroupId;
    const from = form.day('from');
    const to = form.text('to') === '' ? null : form.day('to');
    if (to !== null && isDay(to) && to < from) form.refuse('to', 'out-of-range');
    if (!form.isGood) return form.refusal();
    const { id } = await found(locals, params.account);
    await assign(locals.services, officer, id, { group, from, to });
    return { said: 'assigned' as const };
  },
  async unassign({ locals, params, request }) {
    const officer = officerOf(locals);
    const form = new FormReader(await request.formData());
    const group = form.required('group');
    const { id } = await found(locals, params.account);
    // Yesterday is the last day: from now on it is not theirs.
    const lastDay = addDays(dayOf(locals.services.now()), -1);
    await unassign(locals.services, officer, id, group, lastDay);
    return { said: 'unassigned' as const };
  },
  async disable({ locals, params }) {
    return switched(locals, params.account, true);
  },
  async enable({ locals, params }) {
    return switched(locals, params.account, false);
  }
};

async function switched(locals: App.Locals, account: string, isDisabled: boolean) {
  const officer = officerOf(locals);
  const { id } = await found(locals, account);
  const problem = await setDisabled(locals.services, officer, id, isDisabled);
  return {
    said: problem === 'self' ? ('self' as const) : isDisabled ? ('disabled' as const) : ('enabled' as const)
  };
}

async function found({ services }: App.Locals, account: string) {
  const listed = (await readAccounts(services.db, services.now())).find(
    ({ id }) => id === (account as string)
  );
  if (!listed) error(404, 'Không có tài khoản này.');
  return listed;
}
