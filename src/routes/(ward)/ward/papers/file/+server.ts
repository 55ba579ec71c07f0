import { error } from '@sveltejs/kit';
import { readerOf } from '$lib/server/http/desk';
import { askedFile } from '$lib/server/papers/asked-file';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const file = await askedFile(locals.services, readerOf(locals), url.searchParams);
  if (!file) error(404, 'Không có văn bản này.');
  return new Response(new Uint8Array(file.bytes), {
    headers: { 'content-type': file.type, 'content-disposition': `attachment; filename="${file.name}"` }
  });
};
