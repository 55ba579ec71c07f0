import { dayOf } from '$lib/domain/calendar';
import type { Mark } from '$lib/domain/figures/group-figures';
import type { Scale } from '$lib/domain/plan/scale';
import { campaignInUse, officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { giveMark, takeMarkBack } from '$lib/server/figures/marking';
import { readMarks } from '$lib/server/queries/marks';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  const campaign = await campaignInUse(locals);
  const { groups, scale, shortTitle } = campaign;
  return {
    ...{ groups, scale, shortTitle, today: dayOf(locals.services.now()) },
    marks: await readMarks(locals.services.db, campaign.id)
  };
};

export const actions: Actions = {
  async give({ locals, request }) {
    const account = officerOf(locals);
    const { id, groups, scale } = await campaignInUse(locals);
    const form = new FormReader(await request.formData());
    const group = form.oneOf(
      'group',
      groups.map((one) => one.id)
    );
    const mark = markIn(form, scale);
    if (!form.isGood) return form.refusal();
    await giveMark(locals.services, account, id, group, mark);
    return { said: 'given' } as const;
  },
  async revoke({ locals, request }) {
    const account = officerOf(locals);
    const { id } = await campaignInUse(locals);
    const form = new FormReader(await request.formData());
    const number = form.number('number', 1);
    const why = form.required('why', 300);
    const marks = await readMarks(locals.services.db, id);
    if (!form.isGood) return form.refusal();
    if (!marks.some((mark) => mark.number === number && !mark.revoked)) return { said: 'gone' } as const;
    await takeMarkBack(locals.services, account, number, why);
    return { said: 'revoked' } as const;
  }
};

/** What may be given is what the scale lists; a vote has no list. */
function markIn(form: FormReader, { gates, bonuses, deductions }: Scale): Mark {
  const what = form.oneOf('what', [
    ...bonuses.map(({ code }) => `bonus:${code}`),
    ...deductions.map(({ code }) => `deduction:${code}`),
    ...gates.filter(({ indicator }) => indicator === null).map(({ code }) => `gate:${code}`),
    'vote:council'
  ]);
  const [kind, code = ''] = what.split(':') as [Mark['kind'], string];
  const listed = [...bonuses, ...deductions].find((one) => one.code === code)?.points;
  const typed = form.text('points') === '' && listed !== undefined ? listed : undefined;
  const points = kind === 'gate' ? 0 : (typed ?? form.number('points', 0, 100));
  if (kind === 'vote' && (!Number.isInteger(points) || points < 1)) form.refuse('points', 'out-of-range');
  return { kind, code, points, reason: form.required('reason', 300) };
}
