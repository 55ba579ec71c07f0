import { readerOf } from '$lib/server/http/desk';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => {
  const { name, role } = readerOf(locals);
  // By the address, so that it is said anew on every page.
  return {
    ...{ reader: { name, mayWrite: role === 'officer' }, path: url.pathname },
    readAt: locals.services.now()
  };
};
