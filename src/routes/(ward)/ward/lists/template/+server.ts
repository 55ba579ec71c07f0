import { fileAnswer } from '$lib/server/http/file';
import { readerOf } from '$lib/server/http/desk';
import { makeTemplate } from '$lib/server/lists/template';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
  readerOf(locals);
  return fileAnswer(await makeTemplate(), 'Mau danh sach ho.xlsx');
};
