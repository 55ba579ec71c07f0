import { error } from '@sveltejs/kit';
import { amendPeriod, changedSince, closePeriod } from '$lib/server/periods/closing';
import { officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { readPeriod, reviewAtDesk } from '$lib/server/periods/periods';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  readerOf(locals);
  const desk = await readPeriod(locals.services, params.period);
  if (!desk) error(404, 'Không có kỳ báo cáo này.');
  const { period, closed, groups, today, campaign } = desk;
  return {
    ...{ period, today, groups },
    shortTitle: campaign.shortTitle,
    closed: closed && {
      closedAt: closed.closedAt,
      amendments: closed.amendments,
      changed: (await changedSince(locals.services, closed)).map(({ group }) => group)
    }
  };
};

export const actions: Actions = {
  async approve({ locals, params, request }) {
    const account = officerOf(locals);
    const form = new FormReader(await request.formData());
    const wanted = new Set(form.all('group'));
    const desk = await readPeriod(locals.services, params.period);
    const signed = desk?.groups.filter(({ kind, group }) => kind === 'signed' && wanted.has(group.id)) ?? [];
    for (const { group, signOff } of signed) {
      await reviewAtDesk(locals.services, account, {
        ...{ group: group.id, signOff: signOff!.id, period: params.period, verdict: 'approved', reason: null }
      });
    }
    return { said: 'approved', count: signed.length } as const;
  },
  async close({ locals, params }) {
    const problem = await closePeriod(locals.services, officerOf(locals), params.period);
    return problem ? ({ problem } as const) : ({ said: 'closed', count: 0 } as const);
  },
  async amend({ locals, params, request }) {
    const account = officerOf(locals);
    const form = new FormReader(await request.formData());
    const reason = form.required('reason', 300);
    if (!form.isGood) return form.refusal();
    const problem = await amendPeriod(locals.services, account, params.period, reason);
    return problem ? ({ problem } as const) : ({ said: 'amended', count: 0 } as const);
  }
};
