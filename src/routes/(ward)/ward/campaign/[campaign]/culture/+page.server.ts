import { fail } from '@sveltejs/kit';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { CampaignProblem } from '$lib/domain/plan/campaign-problem';
import { moveToYear } from '$lib/domain/plan/copy';
import { validateCulture } from '$lib/domain/plan/validate-culture';
import { campaignNamed, officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { campaign2025 } from '$lib/server/plan/campaign-2025';
import { saveAtDesk } from '$lib/server/plan/plan-desk';
import { readCultureForm } from '$lib/server/plan-form/culture';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  readerOf(locals);
  const { campaign, state } = await campaignNamed(locals, params.campaign);
  const rules = campaign.culture ?? shipped(campaign);
  return { id: campaign.id, shortTitle: campaign.shortTitle, year: campaign.year, state, rules };
};

export const actions: Actions = {
  async save({ locals, params, request }) {
    const account = officerOf(locals);
    const { campaign } = await campaignNamed(locals, params.campaign);
    const form = new FormReader(await request.formData());
    const culture = readCultureForm(form, campaign.culture ?? shipped(campaign));
    const wrong: CampaignProblem[] = validateCulture(culture);
    if (!form.isGood || wrong.length > 0) return fail(400, { ...form.returned(), wrong });
    await saveAtDesk(locals.services, account, { ...campaign, culture });
    return { said: 'saved' } as const;
  },
  /** The decree's criteria with points as an example, and called one. */
  async example({ locals, params }) {
    const account = officerOf(locals);
    const { campaign } = await campaignNamed(locals, params.campaign);
    await saveAtDesk(locals.services, account, { ...campaign, culture: shipped(campaign) });
    return { said: 'example' } as const;
  },
  /** The decree alone: it fixes no points. */
  async frame({ locals, params }) {
    const account = officerOf(locals);
    const { campaign } = await campaignNamed(locals, params.campaign);
    const { standards, ...rest } = shipped(campaign);
    const bare = standards.map((standard) => ({
      ...standard,
      criteria: standard.criteria.map((criterion) => ({ ...criterion, most: 0 }))
    }));
    const culture = { ...rest, standards: bare, passMark: null, leastOfStandard: null, isExample: false };
    await saveAtDesk(locals.services, account, { ...campaign, culture });
    return { said: 'frame' } as const;
  }
};

const shipped = ({ year }: Campaign) => moveToYear(campaign2025, year, () => '').culture!;
