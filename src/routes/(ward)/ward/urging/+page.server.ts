import { error, redirect } from '@sveltejs/kit';
import { officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { setUrgeDays } from '$lib/server/urging';
import { readUrgingDesk } from '$lib/server/urging-desk';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  const desk = await readUrgingDesk(locals.services);
  if (!desk) error(503, 'Chưa mở sổ của phường.');
  const { campaign, lines, days, asOf, today } = desk;
  return {
    ...{ days, asOf, today, shortTitle: campaign.shortTitle },
    indicators: campaign.indicators.map(({ code, shortName, level, direction, target }) => ({
      code,
      shortName,
      level,
      direction,
      target
    })),
    lines: lines.map(({ group, reasons, figures, urgings, againFrom }) => ({
      ...{ group, reasons, coverage: figures.coverage, last: urgings[0] ?? null, againFrom }
    })),
    escalated: lines.flatMap(({ group, urgings }) =>
      urgings.filter(({ escalated, isDone }) => escalated && !isDone).map((urging) => ({ group, urging }))
    )
  };
};

export const actions: Actions = {
  async days({ locals, request }) {
    const account = officerOf(locals);
    const form = new FormReader(await request.formData());
    const days = form.number('days', 1, 60);
    if (!form.isGood || !Number.isInteger(days)) return form.refusal();
    await setUrgeDays(locals.services, account, days);
    redirect(303, '/ward/urging');
  }
};
