import { error } from '@sveltejs/kit';
import { readerOf, wholeIn } from '$lib/server/http/desk';
import { UNIT_FILE_TYPES } from '$lib/server/papers/units';
import { readUnitFile } from '$lib/server/queries/unit-reports';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  readerOf(locals);
  const file = await readUnitFile(locals.services.db, wholeIn(url.searchParams, 'number'));
  if (!file) error(404, 'Không có tệp này.');
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': UNIT_FILE_TYPES[file.kind],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`
    }
  });
};
