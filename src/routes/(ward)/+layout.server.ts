import { mayReadNames } from '$lib/domain/rights';
import { readerOf } from '$lib/server/http/desk';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => {
  const actor = readerOf(locals);
  // By the address, so that it is said anew on every page.
  return {
    ...{
      reader: { name: actor.name, mayWrite: actor.role === 'officer', readsNames: mayReadNames(actor) },
      path: url.pathname
    },
    readAt: locals.services.now()
  };
};
