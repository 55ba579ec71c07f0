import { error } from '@sveltejs/kit';
import { JUDGEMENTS, type Judgements } from '$lib/domain/papers/judgements';
import { officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { keepJudgements, readJudgements } from '$lib/server/papers/keeping';
import { currentCampaign } from '$lib/server/ranking/ranking';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  const { year, ...campaign } = await plan(locals);
  return { year, ...(await readJudgements(locals.services, { year, ...campaign })) };
};

export const actions: Actions = {
  async keep({ locals, request }) {
    const account = officerOf(locals);
    const form = new FormReader(await request.formData());
    const words: Judgements = Object.fromEntries(JUDGEMENTS.map(([code]) => [code, form.text(code, 4000)]));
    if (!form.isGood) return form.refusal();
    return { kept: await keepJudgements(locals.services, account, await plan(locals), words) };
  }
};

async function plan({ services }: App.Locals) {
  const current = await currentCampaign(services);
  if (!current) error(503, 'Chưa mở sổ của phường.');
  return current.campaign;
}
