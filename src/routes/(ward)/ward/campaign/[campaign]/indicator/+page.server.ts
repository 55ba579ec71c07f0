import { fail, redirect } from '@sveltejs/kit';
import type { CampaignProblem } from '$lib/domain/plan/campaign-problem';
import { type NewIndicator, withIndicator } from '$lib/domain/plan/define-indicator';
import type { Target } from '$lib/domain/plan/indicator';
import type { Question } from '$lib/domain/plan/question';
import type { Scale } from '$lib/domain/plan/scale';
import { validateCampaign } from '$lib/domain/plan/validate';
import { campaignNamed, officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { saveAtDesk } from '$lib/server/plan/plan-desk';
import { portionOf } from '$lib/server/plan-form/percent';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  readerOf(locals);
  const { campaign, state } = await campaignNamed(locals, params.campaign);
  return { id: campaign.id, shortTitle: campaign.shortTitle, endsOn: campaign.endsOn, state };
};

export const actions: Actions = {
  async add({ locals, params, request }) {
    const account = officerOf(locals);
    const { campaign } = await campaignNamed(locals, params.campaign);
    const form = new FormReader(await request.formData());
    const added = readNewIndicator(form);
    const most = form.text('most') === '' ? 0 : form.number('most', 0, 1_000);
    if (campaign.indicators.some(({ code }) => code === added.code)) form.refuse('code', 'unknown-code');
    if (!form.isGood) return fail(400, { ...form.returned(), wrong: [] as CampaignProblem[] });
    const changed = withIndicator(campaign, added);
    const scored = most > 0 ? { ...changed, scale: withItem(changed.scale, added, most) } : changed;
    const wrong = validateCampaign(scored);
    if (wrong.length > 0) return fail(400, { ...form.returned(), wrong });
    await saveAtDesk(locals.services, account, scored);
    redirect(303, `/ward/campaign/${campaign.id}`);
  }
};

const withItem = (scale: Scale, { code, shortName }: NewIndicator, most: number): Scale => ({
  ...scale,
  items: [
    ...scale.items,
    {
      code: `item-${code}`,
      name: shortName,
      indicators: [code],
      most,
      formula: { kind: 'proportional', excess: null }
    }
  ]
});

function readNewIndicator(form: FormReader): NewIndicator {
  const code = form.required('code', 10);
  if (code !== '' && !/^[\da-zđ.]{1,10}$/i.test(code)) form.refuse('code', 'unknown-code');
  const asked = form.oneOf('asked', ['person', 'household', 'members']);
  const subject = asked === 'person' ? ('person' as const) : ('household' as const);
  const shortName = form.required('shortName', 60);
  const { answer, counted, outside, range } = readAnswer(form);
  return {
    ...{ code, shortName, name: form.required('name', 300), byMembers: asked === 'members' },
    question: {
      ...{ subject, text: form.required('text', 300), shortText: shortName },
      ...{ help: form.text('help', 300) || null, answer }
    },
    ...{ counted, outside, range, bornIn: readYears(form) },
    direction: form.oneOf('direction', ['up', 'down']),
    target: readShare(form),
    asOf: form.text('asOf') === '' ? null : form.day('asOf')
  };
}

type Read = Pick<NewIndicator, 'counted' | 'outside' | 'range'> & { answer: Question['answer'] };

/** yes-no is a choice of two; of a list each line is an answer and what it counts as. */
function readAnswer(form: FormReader): Read {
  const kind = form.oneOf('kind', ['yes-no', 'choice', 'number']);
  if (kind === 'number') {
    const least = form.number('least', -1_000_000, 1_000_000);
    const most = form.number('mostNumber', -1_000_000, 1_000_000);
    const bound = (name: string) => (form.text(name) === '' ? null : form.number(name));
    const answer = { kind, least, most, unit: form.text('unit', 20) } as const;
    return { answer, counted: [], outside: [], range: { from: bound('from'), to: bound('to') } };
  }
  if (kind === 'yes-no') {
    const choices = [
      { code: 'yes', label: 'Có' },
      { code: 'no', label: 'Không' }
    ];
    const good = form.oneOf('good', ['yes', 'no']);
    return { answer: { kind: 'choice', choices }, counted: [good], outside: [], range: null };
  }
  const lines = form.indexes('choice').flatMap((place) => {
    const label = form.text(`choice.${place}.label`, 60);
    const as = form.text(`choice.${place}.as`);
    return label === '' ? [] : [{ code: `c${place + 1}`, label, as }];
  });
  if (lines.length < 2) form.refuse('choice.0.label', 'required');
  const codesAs = (wanted: string) => lines.filter(({ as }) => as === wanted).map(({ code }) => code);
  const choices = lines.map(({ code, label }) => ({ code, label }));
  return {
    answer: { kind: 'choice', choices },
    ...{ counted: codesAs('counted'), outside: codesAs('outside'), range: null }
  };
}

/** "2019, 2020": only those born then are asked. */
function readYears(form: FormReader): number[] | null {
  const years = form
    .text('bornIn', 100)
    .split(/[\s,;]+/)
    .filter(Boolean);
  if (years.length === 0) return null;
  if (years.some((year) => !/^(19|20)\d\d$/.test(year))) form.refuse('bornIn', 'not-a-number');
  return years.map(Number);
}

function readShare(form: FormReader): Target {
  const percent = form.decimal('target');
  if (percent === null) form.refuse('target', 'required');
  if (Number(percent) < 0 || Number(percent) > 100) form.refuse('target', 'out-of-range');
  return { kind: 'share', ...portionOf(percent ?? '100') };
}
