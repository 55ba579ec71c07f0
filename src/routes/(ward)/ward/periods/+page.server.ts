import { readerOf } from '$lib/server/http/desk';
import { readPeriods } from '$lib/server/periods/periods';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  const periods = await readPeriods(locals.services);
  return {
    periods: periods.map(({ period, groups, closed, today }) => ({
      ...period,
      today,
      closedAt: closed?.closedAt ?? null,
      amendments: closed?.amendments.length ?? 0,
      kinds: groups.map(({ kind }) => kind),
      late: groups.filter(({ isLate }) => isLate).length
    }))
  };
};
