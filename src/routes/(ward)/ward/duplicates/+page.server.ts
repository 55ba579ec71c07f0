import { dayOf } from '$lib/domain/calendar';
import {
  askAgain,
  findDuplicates,
  findKeptApart,
  findMerges,
  keepApart,
  mergeAtDesk,
  unmergeAtDesk
} from '$lib/server/deciding/duplicates';
import { namesReaderOf, officerOf, textIn } from '$lib/server/http/desk';
import type { Actions, PageServerLoad } from './$types';

const ON_A_PAGE = 100;

export const load: PageServerLoad = async ({ locals }) => {
  namesReaderOf(locals);
  const { count, shown } = await findDuplicates(locals.services, ON_A_PAGE);
  return {
    ...{ found: shown, count, today: dayOf(locals.services.now()) },
    merged: await findMerges(locals.services, ON_A_PAGE),
    apart: await findKeptApart(locals.services, ON_A_PAGE)
  };
};

export const actions: Actions = {
  async merge({ locals, request }) {
    const officer = officerOf(locals);
    const form = await request.formData();
    const [type, stays, goes] = [textIn(form, 'type'), textIn(form, 'stays'), textIn(form, 'goes')];
    const receipt = await mergeAtDesk(locals.services, officer, { type, stays, goes });
    const isMerged = receipt?.status === 'applied' || receipt?.status === 'review';
    return { said: isMerged ? 'merged' : 'changed' } as const;
  },
  async unmerge({ locals, request }) {
    const officer = officerOf(locals);
    const form = await request.formData();
    const receipt = await unmergeAtDesk(locals.services, officer, {
      type: textIn(form, 'type'),
      id: textIn(form, 'id')
    });
    return { said: receipt?.status === 'applied' ? 'unmerged' : 'changed' } as const;
  },
  async apart({ locals, request }) {
    const officer = officerOf(locals);
    const form = await request.formData();
    await keepApart(locals.services, officer, textIn(form, 'one'), textIn(form, 'other'));
    return { said: 'apart' } as const;
  },
  async again({ locals, request }) {
    officerOf(locals);
    const form = await request.formData();
    await askAgain(locals.services, textIn(form, 'one'), textIn(form, 'other'));
    return { said: 'again' } as const;
  }
};
