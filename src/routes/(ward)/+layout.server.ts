import { readerOf } from '$lib/server/http/desk';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => {
  const { name, role } = readerOf(locals);
  return { reader: { name, mayWrite: role === 'officer' }, path: url.pathname };
};
