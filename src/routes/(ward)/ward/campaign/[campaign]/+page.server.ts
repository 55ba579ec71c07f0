import { fail } from '@sveltejs/kit';
import type { CampaignProblem } from '$lib/domain/plan/campaign-problem';
import { validateCampaign } from '$lib/domain/plan/validate';
import { withoutIndicator } from '$lib/domain/plan/without-indicator';
import { campaignNamed, officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { previewRanking, putIntoUse, saveAtDesk } from '$lib/server/plan/plan-desk';
import { readCampaignForm } from '$lib/server/plan-form/read';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  readerOf(locals);
  const { campaign, state } = await campaignNamed(locals, params.campaign);
  return { campaign, state };
};

export const actions: Actions = {
  async preview(event) {
    const { form, changed } = await changedBy(event);
    const wrong = validateCampaign(changed);
    if (!form.isGood || wrong.length > 0) return fail(400, { ...form.returned(), wrong });
    const preview = await previewRanking(event.locals.services, changed);
    return { ...form.returned(), wrong, preview };
  },
  async save(event) {
    const { form, changed, account } = await changedBy(event);
    const wrong = validateCampaign(changed);
    if (!form.isGood || wrong.length > 0) return fail(400, { ...form.returned(), wrong });
    await saveAtDesk(event.locals.services, account, changed);
    return { said: 'saved' } as const;
  },
  /** Out of a draft only: what is in use was answered by people. */
  async remove(event) {
    const { form, changed, account, state, removed } = await changedBy(event);
    if (state !== 'draft') return fail(400, { ...form.returned(), wrong: [] as CampaignProblem[] });
    const left = withoutIndicator(changed, removed);
    const wrong = validateCampaign(left);
    if (!form.isGood || wrong.length > 0) return fail(400, { ...form.returned(), wrong });
    await saveAtDesk(event.locals.services, account, left);
    return { said: 'removed' } as const;
  },
  async use({ locals, params }) {
    const account = officerOf(locals);
    const { campaign } = await campaignNamed(locals, params.campaign);
    const wrong = validateCampaign(campaign);
    if (wrong.length > 0) return fail(400, { problems: {}, typed: {}, wrong });
    await putIntoUse(locals.services, account, params.campaign);
    return { said: 'used' } as const;
  }
};

type Asked = Readonly<{ locals: App.Locals; params: { campaign: string }; request: Request }>;

async function changedBy({ locals, params, request }: Asked) {
  const account = officerOf(locals);
  const { campaign, state } = await campaignNamed(locals, params.campaign);
  const form = new FormReader(await request.formData());
  const changed = readCampaignForm(form, campaign, locals.services.newId);
  return { account, form, changed, state, removed: form.text('removed') };
}
