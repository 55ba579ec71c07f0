import { listTables } from '$lib/server/exports/catalogue';
import { readerOf } from '$lib/server/http/desk';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
  tables: listTables(readerOf(locals).role === 'officer')
});
