import { error } from '@sveltejs/kit';
import type { HouseholdId } from '$lib/domain/ids';
import { householdsToChoose } from '$lib/server/groups/households-desk';
import { officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { readPeriod, reviewAtDesk } from '$lib/server/periods/periods';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  readerOf(locals);
  const { own, period, campaign, today } = await groupOf(locals, params);
  const households = await householdsToChoose(locals.services, own.group.id);
  const { indicators } = campaign;
  return { own, period, indicators, today, households };
};

export const actions: Actions = {
  async approve({ locals, params }) {
    const account = officerOf(locals);
    const { own, period } = await groupOf(locals, params);
    if (own.kind !== 'signed' && own.kind !== 'returned') return { said: 'changed' } as const;
    const about = { group: own.group.id, signOff: own.signOff!.id, period: period.id };
    await reviewAtDesk(locals.services, account, { ...about, verdict: 'approved', reason: null });
    return { said: 'approved' } as const;
  },
  async giveBack({ locals, params, request }) {
    const account = officerOf(locals);
    const { own, period } = await groupOf(locals, params);
    const form = new FormReader(await request.formData());
    const reason = form.required('reason', 500);
    const named = form.text('household');
    const households = named === '' ? [] : await householdsToChoose(locals.services, own.group.id);
    if (named !== '' && !households.some(({ id }) => id === named)) form.refuse('household', 'unknown-code');
    if (!form.isGood) return form.refusal();
    if (!own.signOff) return { said: 'changed' } as const;
    const about = { group: own.group.id, signOff: own.signOff.id, period: period.id };
    const household = named === '' ? undefined : (named as HouseholdId);
    await reviewAtDesk(locals.services, account, { ...about, verdict: 'returned', reason, household });
    return { said: household ? 'household-returned' : 'returned' } as const;
  }
};

async function groupOf({ services }: App.Locals, params: { period: string; group: string }) {
  const desk = await readPeriod(services, params.period);
  const own = desk?.groups.find(({ group }) => group.id === params.group);
  if (!desk || !own) error(404, 'Không có kỳ báo cáo này.');
  return { ...desk, own };
}
