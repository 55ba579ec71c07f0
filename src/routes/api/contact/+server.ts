import { wardPhone } from '$lib/server/groups/contact';
import { bareEndpoint } from '$lib/server/http/endpoint';

export const GET = bareEndpoint('anyone', async () => ({ phone: wardPhone(process.env.WARD_PHONE) }));
