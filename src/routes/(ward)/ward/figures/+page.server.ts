import { error } from '@sveltejs/kit';
import { addDays, dayOf } from '$lib/domain/calendar';
import { FIGURE_STATUSES } from '$lib/domain/figures/typed';
import type { AccountId } from '$lib/domain/ids';
import type { Indicator } from '$lib/domain/plan/indicator';
import { readFiguresDesk, typedIn } from '$lib/server/figures/figures-desk';
import { campaignInUse, officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { typeFigure } from '$lib/server/figures/typing';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  readerOf(locals);
  const desk = await readFiguresDesk(locals.services);
  if (!desk) error(503, 'Chưa mở sổ của phường.');
  return { ...desk, chosen: url.searchParams.get('code'), today: dayOf(locals.services.now()) };
};

export const actions: Actions = {
  async type({ locals, request }) {
    const account = officerOf(locals) as AccountId;
    const campaign = await campaignInUse(locals);
    const form = new FormReader(await request.formData());
    const known = typedIn(campaign);
    const codes = known.map(({ code }) => code);
    const chosen = form.oneOf('indicator', codes);
    const indicator = known.find(({ code }) => code === chosen)!;
    const group = groupIn(form, indicator, campaign.groups);
    const written = {
      ...{ indicator: indicator.code, group },
      ...numbersIn(form, indicator),
      isEstimate: form.text('isEstimate') === 'yes',
      ...paperIn(form, dayOf(locals.services.now())),
      note: form.text('note', 500) || null
    };
    if (!form.isGood) return form.refusal();
    await typeFigure(locals.services, account, campaign.id, written);
    return { said: 'typed', code: indicator.code } as const;
  },
  /** One value a group, 23 at once: only what is new is written. */
  async groups({ locals, request }) {
    const account = officerOf(locals) as AccountId;
    const campaign = await campaignInUse(locals);
    const form = new FormReader(await request.formData());
    const codes = campaign.indicators.filter(({ level }) => level === 'group').map(({ code }) => code);
    const indicator = form.oneOf('indicator', codes);
    const reached = new Set(form.all('reached'));
    const paper = paperIn(form, dayOf(locals.services.now()));
    if (!form.isGood) return form.refusal();
    const desk = await readFiguresDesk(locals.services);
    const line = desk!.lines.find((one) => one.indicator.code === indicator);
    let count = 0;
    for (const { id: group } of campaign.groups) {
      const amount = reached.has(group) ? '1' : '0';
      const before = line?.history.find((figure) => figure.group === group);
      if (before?.amount === amount && before.asOf === paper.asOf && before.status === paper.status) continue;
      const figure = {
        indicator,
        group,
        amount,
        of: '1',
        before: null,
        isEstimate: false,
        note: null,
        ...paper
      };
      await typeFigure(locals.services, account, campaign.id, figure);
      count += 1;
    }
    return { said: 'groups-typed', code: indicator, count } as const;
  }
};

function groupIn(form: FormReader, { level }: Indicator, groups: readonly { id: string }[]) {
  const typed = form.text('group');
  if (typed === '' && level !== 'group') return null;
  return form.oneOf(
    'group',
    groups.map(({ id }) => id)
  ) as never;
}

/** A percentage alone is not a figure: a share has what it is of (domain 1.2). */
function numbersIn(form: FormReader, { target }: Indicator) {
  const [amount, of, before] = [form.decimal('amount'), form.decimal('of'), form.decimal('before')];
  if (amount === null) form.refuse('amount', 'required');
  if (of === null && target.kind !== 'figure' && target.kind !== 'count') form.refuse('of', 'required');
  const isShare = target.kind === 'share' || target.kind === 'all';
  if (isShare && amount !== null && of !== null && Number(amount) > Number(of)) {
    form.refuse('amount', 'out-of-range');
  }
  return { amount: amount ?? '0', of, before };
}

function paperIn(form: FormReader, today: string) {
  const asOf = form.day('asOf');
  if (asOf > addDays(today, 366)) form.refuse('asOf', 'impossible-date');
  return { asOf, source: form.required('source', 200), status: form.oneOf('status', FIGURE_STATUSES) };
}
