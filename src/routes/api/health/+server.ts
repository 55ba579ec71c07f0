import { bareEndpoint } from '$lib/server/http/endpoint';
import { readHead } from '$lib/server/queries/ward';

export const GET = bareEndpoint('anyone', async ({ services }) => ({
  ok: true,
  head: await readHead(services.db)
}));
