import { fail } from '@sveltejs/kit';
import type { CampaignProblem } from '$lib/domain/plan/campaign-problem';
import { validateCampaign } from '$lib/domain/plan/validate';
import { campaignNamed, officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { saveAtDesk } from '$lib/server/plan/plan-desk';
import { readQuestionForm } from '$lib/server/plan-form/questions';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  readerOf(locals);
  const { campaign } = await campaignNamed(locals, params.campaign);
  const { id, shortTitle, questions, indicators } = campaign;
  const asksFor = ({ field }: { field: string }) =>
    indicators
      .filter(({ counting }) => counting?.field === field)
      .map(({ code, shortName }) => `${code}. ${shortName}`);
  return {
    id,
    shortTitle,
    questions: questions.map((question) => ({ ...question, for: asksFor(question) }))
  };
};

export const actions: Actions = {
  async save({ locals, params, request }) {
    const account = officerOf(locals);
    const { campaign } = await campaignNamed(locals, params.campaign);
    const form = new FormReader(await request.formData());
    const changed = { ...campaign, questions: readQuestionForm(form, campaign.questions) };
    const wrong: CampaignProblem[] = form.isGood ? validateCampaign(changed) : [];
    if (!form.isGood || wrong.length > 0) return fail(400, { ...form.returned(), wrong });
    await saveAtDesk(locals.services, account, changed);
    return { said: 'saved' } as const;
  }
};
