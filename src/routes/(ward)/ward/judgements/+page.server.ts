import { JUDGEMENTS, type Judgements } from '$lib/domain/papers/judgements';
import { campaignInUse, officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { keepJudgements, readJudgements } from '$lib/server/papers/keeping';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  const campaign = await campaignInUse(locals);
  return { year: campaign.year, ...(await readJudgements(locals.services, campaign)) };
};

export const actions: Actions = {
  async keep({ locals, request }) {
    const account = officerOf(locals);
    const form = new FormReader(await request.formData());
    const words: Judgements = Object.fromEntries(JUDGEMENTS.map(([code]) => [code, form.text(code, 4000)]));
    if (!form.isGood) return form.refusal();
    return { kept: await keepJudgements(locals.services, account, await campaignInUse(locals), words) };
  }
};
