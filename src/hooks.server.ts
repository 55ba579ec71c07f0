import { sequence } from '@sveltejs/kit/hooks';
import { startBackups } from '$lib/server/backup-schedule';
import { withSecurityHeaders, withServices, withSession } from '$lib/server/http/handles';

export const handle = sequence(withSecurityHeaders, withServices, withSession);

export const init = startBackups;
