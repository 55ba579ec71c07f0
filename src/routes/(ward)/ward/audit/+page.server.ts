import { isDay } from '$lib/domain/calendar';
import { readDay } from '$lib/domain/said-day';
import { readAudit } from '$lib/server/office/audit-desk';
import { readerOf, wholeIn } from '$lib/server/http/desk';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  readerOf(locals);
  const [account, typed] = ['account', 'day'].map((name) => url.searchParams.get(name));
  const day = typed && (isDay(typed) ? typed : readDay(typed));
  const question = {
    account: account || null,
    day: day || null,
    before: wholeIn(url.searchParams, 'before') || null
  };
  const isWrong = Boolean(typed) && !day;
  return { ...(await readAudit(locals.services, question)), question, typed: typed ?? '', isWrong };
};
