import { error, fail } from '@sveltejs/kit';
import { LONGEST_MESSAGE } from '$lib/domain/people/message';
import { wardPhone } from '$lib/server/contact';
import { officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { escalate, urge } from '$lib/server/urging';
import { lineOfGroup, readUrgingDesk } from '$lib/server/urging-desk';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  readerOf(locals);
  const desk = await readUrgingDesk(locals.services);
  if (!desk) error(503, 'Chưa mở sổ của phường.');
  const line = lineOfGroup(desk, params.group);
  if (!line) error(404, 'Không có tổ dân phố này trong đợt thi đua đang dùng.');
  const { campaign, days, asOf, today } = desk;
  return {
    ...{ days, asOf, today, line, phone: wardPhone(process.env.WARD_PHONE), longest: LONGEST_MESSAGE },
    indicators: campaign.indicators.map(({ code, shortName, level, direction, target }) => ({
      code,
      shortName,
      level,
      direction,
      target
    }))
  };
};

export const actions: Actions = {
  async send({ locals, params, request }) {
    const account = officerOf(locals);
    const form = new FormReader(await request.formData());
    const text = form.required('text', LONGEST_MESSAGE);
    const ways = form.all('way');
    if (ways.length === 0) form.refuse('way', 'required');
    if (!form.isGood) return form.refusal();
    const problem = await urge(locals.services, account, {
      ...{ group: params.group, text },
      ...{ inApp: ways.includes('app'), isOutside: ways.includes('outside') }
    });
    return problem ? fail(409, { ...form.returned(), problem }) : { said: 'sent' as const };
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
