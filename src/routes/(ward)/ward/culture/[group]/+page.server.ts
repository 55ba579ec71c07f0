import { addDays, dayOf } from '$lib/domain/calendar';
import type { HouseholdId } from '$lib/domain/ids';
import { readCultureOf, recogniseAtDesk } from '$lib/server/groups/culture-desk';
import { groupInUse, officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const actor = readerOf(locals);
  const { group, campaign } = await groupInUse(locals, params.group);
  const culture = await readCultureOf(locals.services, actor, group, campaign.year);
  return {
    ...{ group, year: campaign.year, rules: campaign.culture },
    ...culture,
    today: dayOf(locals.services.now())
  };
};

export const actions: Actions = {
  async recognise({ locals, params, request }) {
    const account = officerOf(locals);
    const { group, campaign } = await groupInUse(locals, params.group);
    const form = new FormReader(await request.formData());
    const decision = form.required('decision', 80);
    const decidedOn = form.day('decidedOn');
    if (decidedOn > addDays(dayOf(locals.services.now()), 1)) form.refuse('decidedOn', 'impossible-date');
    const households = form.all('household') as HouseholdId[];
    if (households.length === 0) form.refuse('household', 'required');
    if (!form.isGood) return form.refusal();
    const about = { group: group.id, year: campaign.year, households };
    return {
      said: 'recognised',
      count: await recogniseAtDesk(locals.services, account, about, { decision, decidedOn })
    };
  }
};
