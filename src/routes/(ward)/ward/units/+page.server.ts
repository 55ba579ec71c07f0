import { error } from '@sveltejs/kit';
import { officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { readPeriods, type PeriodDesk } from '$lib/server/periods/periods';
import { keepUnits, readUnitDesk, receiveUnitReport } from '$lib/server/papers/units';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  const { lines, due, today } = await desk(locals);
  return { lines, due, today, periods: (await readPeriods(locals.services)).map(howMany) };
};

export const actions: Actions = {
  async receive({ locals, request }) {
    const account = officerOf(locals);
    const { campaign, lines, today } = await desk(locals);
    const sent = await request.formData();
    const form = new FormReader(sent);
    const unit = form.oneOf(
      'unit',
      lines.map((line) => line.unit.id)
    );
    const receivedOn = form.day('receivedOn');
    if (receivedOn > today) form.refuse('receivedOn', 'impossible-date');
    const note = form.text('note', 300);
    if (!form.isGood) return form.refusal();
    const file = sent.get('file');
    const problem = await receiveUnitReport(
      locals.services,
      account,
      { campaign: campaign.id, unit },
      { receivedOn, note, file: file instanceof File && file.size > 0 ? file : null }
    );
    return problem ? { problem } : ({ said: 'received' } as const);
  },
  async units({ locals, request }) {
    const account = officerOf(locals);
    const form = new FormReader(await request.formData());
    const names = form
      .required('units', 4000)
      .split(/\r?\n/)
      .map((name) => name.trim().slice(0, 120))
      .filter(Boolean);
    if (!form.isGood) return form.refusal();
    await keepUnits(locals.services, account, names);
    return { said: 'kept' } as const;
  }
};

async function desk({ services }: App.Locals) {
  const found = await readUnitDesk(services);
  if (!found) error(404, 'Đợt thi đua này không có hạn báo cáo của các đơn vị.');
  return found;
}

/** How many of the groups have signed a period, in time or not, and who has not. */
const howMany = ({ period: { id, name, dueBefore }, groups }: PeriodDesk) => {
  const signed = groups.filter(({ signOff, kind }) => signOff && kind !== 'returned');
  const late = signed.filter(({ isLate }) => isLate).length;
  return {
    ...{ id, name, dueBefore, late, inTime: signed.length - late, all: groups.length },
    owing: groups.filter((one) => !signed.includes(one)).map(({ group }) => group.name)
  };
};
