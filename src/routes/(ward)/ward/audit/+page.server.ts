import { isDay } from '$lib/domain/calendar';
import { readDay } from '$lib/domain/said-day';
import { readAudit } from '$lib/server/office/audit-desk';
import { readerOf } from '$lib/server/http/desk';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  readerOf(locals);
  const [account, typed, before] = ['account', 'day', 'before'].map((name) => url.searchParams.get(name));
  const day = typed && (isDay(typed) ? typed : readDay(typed));
  const question = {
    account: account || null,
    day: day || null,
    before: /^\d{1,12}$/.test(before ?? '') ? Number(before) : null
  };
  const isWrong = Boolean(typed) && !day;
  return { ...(await readAudit(locals.services, question)), question, typed: typed ?? '', isWrong };
};
