import { readerOf } from '$lib/server/http/desk';
import { readMissing, readPaperPeriods, readSnapshot } from '$lib/server/papers/making';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  readerOf(locals);
  const periods = await readPaperPeriods(locals.services);
  const chosen = periods.find(({ id }) => id === url.searchParams.get('period')) ?? periods[0] ?? null;
  const snapshot = chosen && (await readSnapshot(locals.services, chosen.id));
  return { periods, chosen, missing: snapshot ? await readMissing(locals.services, snapshot) : [] };
};
