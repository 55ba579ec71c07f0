import { fail } from '@sveltejs/kit';
import { groupNameFrom, namesTwice } from '$lib/domain/plan/naming';
import { campaignInUse, officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { keepGroupNames } from '$lib/server/plan/group-names';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  const { groups } = await campaignInUse(locals);
  return { groups: groups.map(({ id, name, oldNames }) => ({ id, name, oldNames })) };
};

export const actions: Actions = {
  async save({ locals, request }) {
    const account = officerOf(locals);
    const { groups } = await campaignInUse(locals);
    const form = new FormReader(await request.formData());
    const names = new Map(groups.map(({ id }) => [id, groupNameFrom(form.required(id, 80))]));
    for (const [id, name] of names) if (name === '') form.refuse(id, 'required');
    const twice = form.isGood ? namesTwice([...names.values()]) : [];
    if (!form.isGood || twice.length > 0) return fail(400, { ...form.returned(), twice });
    await keepGroupNames(locals.services, account, names);
    return { said: 'kept' } as const;
  }
};
