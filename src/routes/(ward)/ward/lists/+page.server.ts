import { redirect } from '@sveltejs/kit';
import { FILE_LIMITS, type FileProblem } from '$lib/domain/lists/sheet';
import { officerOf, readerOf, textIn } from '$lib/server/http/desk';
import { readListsDesk } from '$lib/server/lists/lists-desk';
import { type ListPurpose, takeList } from '$lib/server/lists/taking';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  readerOf(locals);
  return readListsDesk(locals.services);
};

export const actions: Actions = {
  take: ({ locals, request }) => take(locals, request, 'import'),
  compare: ({ locals, request }) => take(locals, request, 'compare')
};

async function take(
  locals: App.Locals,
  request: Request,
  purpose: ListPurpose
): Promise<{ purpose: ListPurpose; problem: FileProblem | 'none' }> {
  const account = officerOf(locals);
  const form = await request.formData();
  const file = form.get('file');
  if (!(file instanceof File) || file.name === '') return { purpose, problem: 'none' };
  if (file.size > FILE_LIMITS.bytes) return { purpose, problem: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const name = (textIn(form, 'name') || file.name).normalize('NFC');
  const taken = await takeList(locals.services, account, { file: name, bytes, purpose });
  if (taken.kind === 'refused') return { purpose, problem: taken.problem };
  redirect(303, `/ward/lists/${taken.id}`);
}
