import { officerOf, readerOf } from '$lib/server/http/desk';
import { readSecondCopy, takeInSecondCopy, type TakenIn } from '$lib/server/deciding/second-copy';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  readerOf(locals);
};

export const actions: Actions = {
  async take({ locals, request }): Promise<TakenIn | { kind: 'none' }> {
    officerOf(locals);
    const file = (await request.formData()).get('file');
    if (!(file instanceof File) || file.size === 0) return { kind: 'none' };
    const copy = readSecondCopy(await file.text());
    return copy ? takeInSecondCopy(locals.services, copy) : { kind: 'refused', problem: 'foreign' };
  }
};
