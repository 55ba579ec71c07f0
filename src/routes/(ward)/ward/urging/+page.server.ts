import { error, fail, redirect } from '@sveltejs/kit';
import { LONGEST_MESSAGE } from '$lib/domain/people/message';
import { wardPhone } from '$lib/server/groups/contact';
import { officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { noteReminder, readUnitsToRemind } from '$lib/server/papers/units';
import { escalate, setUrgeDays, urge } from '$lib/server/urging/urging';
import { lineOfGroup, readUrgingDesk } from '$lib/server/urging/urging-desk';
import type { Actions, PageServerLoad } from './$types';

/** All groups, the slowest first, and the units that owe their report; with `?group=` or `?unit=` that one. */
export const load: PageServerLoad = async ({ locals, url }) => {
  readerOf(locals);
  const desk = await readUrgingDesk(locals.services);
  if (!desk) error(503, 'Chưa mở sổ của phường.');
  const asked = url.searchParams.get('group');
  const line = asked === null ? null : lineOfGroup(desk, asked);
  if (line === undefined) error(404, 'Không có tổ dân phố này trong đợt thi đua đang dùng.');
  const units = await readUnitsToRemind(locals.services);
  const unitAsked = url.searchParams.get('unit');
  const unit = unitAsked === null ? null : units?.lines.find((one) => one.unit.id === unitAsked);
  if (unit === undefined)
    error(404, 'Đơn vị này không còn phải nhắc: đã gửi báo cáo, hoặc còn lâu mới đến hạn.');
  const { campaign, lines, days, asOf, today } = desk;
  return {
    ...{ units, unit },
    ...{ days, asOf, today, line, phone: wardPhone(process.env.WARD_PHONE) },
    indicators: campaign.indicators.map(({ code, shortName, level, direction, target }) => ({
      ...{ code, shortName, level, direction, target }
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
  },
  async send({ locals, request, url }) {
    const account = officerOf(locals);
    const form = new FormReader(await request.formData());
    const text = form.required('text', LONGEST_MESSAGE);
    const ways = form.all('way');
    if (ways.length === 0) form.refuse('way', 'required');
    if (!form.isGood) return form.refusal();
    const problem = await urge(locals.services, account, {
      ...{ group: url.searchParams.get('group') ?? '', text },
      ...{ inApp: ways.includes('app'), isOutside: ways.includes('outside') }
    });
    return problem ? fail(409, { ...form.returned(), problem }) : { said: 'sent' as const };
  },
  async remind({ locals, request }) {
    const account = officerOf(locals);
    const form = new FormReader(await request.formData());
    const unit = form.required('unit');
    if (!form.isGood) return form.refusal();
    if (!(await noteReminder(locals.services, account, unit)))
      return fail(409, { notReminded: true as const });
    return { said: 'reminded' as const };
  },
  async escalate({ locals, request }) {
    const account = officerOf(locals);
    const form = new FormReader(await request.formData());
    const number = form.number('number', 1);
    if (!form.isGood) return form.refusal();
    const notTold = await escalate(locals.services, account, number);
    return notTold ? fail(409, { notTold }) : { said: 'told' as const };
  }
};
