import { error } from '@sveltejs/kit';
import { readerOf } from '$lib/server/http/desk';
import { readGroupDesk } from '$lib/server/group-desk';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const reader = readerOf(locals);
  const code = url.searchParams.get('indicator');
  const desk = await readGroupDesk(locals.services, reader, params.group, code);
  if (!desk) error(404, 'Không có tổ dân phố này trong đợt thi đua đang dùng.');
  return desk;
};
