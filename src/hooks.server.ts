import { sequence } from '@sveltejs/kit/hooks';
import { withSecurityHeaders, withServices, withSession } from '$lib/server/http/handles';

export const handle = sequence(withSecurityHeaders, withServices, withSession);
