import { error, redirect } from '@sveltejs/kit';
import { exportTable, listTables, tableCodeFrom } from '$lib/server/exports/catalogue';
import { readerOf } from '$lib/server/http/desk';
import { fileAnswer } from '$lib/server/http/file';
import { FormReader } from '$lib/server/http/form';
import type { RequestHandler } from './$types';

/** By a form: taking a file out is written down, and so no link does it. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  const reader = readerOf(locals);
  const code = tableCodeFrom(params.table);
  const isOfficer = reader.role === 'officer';
  if (!code || !listTables(isOfficer).some((one) => one.code === code)) error(404, 'Không có bảng này.');
  const form = new FormReader(await request.formData());
  const group = form.text('group', 40) || null;
  const reason = form.text('reason', 200);
  const isFull = isOfficer && form.text('full') === 'yes';
  if (isFull && reason === '') redirect(303, `/ward/exports/${code}?problem=reason&group=${group ?? ''}`);
  const format = form.text('format') === 'csv' ? 'csv' : 'xlsx';
  const { name, bytes } = await exportTable(locals.services, reader, { code, group, format, isFull, reason });
  return fileAnswer(bytes, name);
};
