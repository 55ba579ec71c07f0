import { error } from '@sveltejs/kit';
import { listTables, readTable, tableCodeFrom } from '$lib/server/exports/catalogue';
import { readerOf } from '$lib/server/http/desk';
import { readGroupsByOrder } from '$lib/server/queries/ward';
import type { PageServerLoad } from './$types';

const SHOWN = 50;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { role } = readerOf(locals);
  const code = tableCodeFrom(params.table);
  const known = listTables(role === 'officer').find((one) => one.code === code);
  if (!code || !known) error(404, 'Không có bảng này.');
  const groups = await readGroupsByOrder(locals.services.db);
  const asked = url.searchParams.get('group');
  const group =
    known.isByGroup && asked !== '' ? (groups.find(({ id }) => id === asked) ?? groups[0])?.id : null;
  const { title, about, columns, rows, count, sum } = await readTable(
    locals.services,
    code,
    group ?? null,
    SHOWN
  );
  return {
    ...{ code, groups, group: group ?? null, isByGroup: known.isByGroup },
    ...{ title, about, columns, rows, count, sum, hasSecrets: columns.some(({ isSecret }) => isSecret) },
    problem: url.searchParams.get('problem') === 'reason'
  };
};
