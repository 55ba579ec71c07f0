import { error } from '@sveltejs/kit';
import { dayOf } from '$lib/domain/calendar';
import { AWARD_DECISIONS } from '$lib/domain/papers/award-choice';
import { officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { chooseAward, keepAwardRules, readAwardRules, readCandidates } from '$lib/server/papers/awards';
import { readPaperPeriods, readSnapshot } from '$lib/server/papers/making';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  readerOf(locals);
  const { periods, chosen, snapshot } = await chosenOf(locals, url);
  const group = url.searchParams.get('group') ?? '';
  return {
    ...{ periods, chosen, year: snapshot.campaign.year, bands: snapshot.campaign.scale.bands },
    ...{ groups: snapshot.campaign.groups.map(({ id, name }) => ({ id, name })), group },
    rules: await readAwardRules(locals.services),
    today: dayOf(locals.services.now()),
    candidates: await readCandidates(locals.services, snapshot, group)
  };
};

export const actions: Actions = {
  async choose({ locals, request, url }) {
    const account = officerOf(locals);
    const { snapshot } = await chosenOf(locals, url);
    const form = new FormReader(await request.formData());
    const subject = form.required('subject', 60);
    const decision = form.oneOf('decision', AWARD_DECISIONS);
    const reason = form.required('reason', 300);
    if (!form.isGood) return form.refusal();
    await chooseAward(locals.services, account, snapshot.campaign.id, subject, { decision, reason });
    return { said: 'chosen' } as const;
  },
  async rules({ locals, request }) {
    const account = officerOf(locals);
    const form = new FormReader(await request.formData());
    const whole = (name: string, least: number, most: number) => Math.round(form.number(name, least, most));
    const share = (name: string) => ({ part: whole(name, 0, 100), of: 100 });
    const rules = {
      collective: {
        bands: form.all('bands'),
        withoutGates: form.text('withoutGates') !== '',
        ranked: form.text('ranked') !== '',
        quota: share('collectiveQuota')
      },
      household: {
        years: whole('years', 1, 20),
        quota: share('householdQuota'),
        mostAGroup: whole('mostAGroup', 0, 500)
      },
      person: {
        upToRank: whole('upToRank', 1, 100),
        reportsKept: form.text('reportsKept') !== '',
        quota: share('personQuota')
      },
      restYears: whole('restYears', 0, 10)
    };
    if (!form.isGood) return form.refusal();
    await keepAwardRules(locals.services, account, rules);
    return { said: 'kept' } as const;
  }
};

async function chosenOf({ services }: App.Locals, url: URL) {
  const periods = await readPaperPeriods(services);
  const chosen = periods.find(({ id }) => id === url.searchParams.get('period')) ?? periods[0];
  const snapshot = chosen && (await readSnapshot(services, chosen.id));
  if (!chosen || !snapshot) error(404, 'Đợt thi đua này chưa có kỳ báo cáo.');
  return { periods, chosen, snapshot };
}
