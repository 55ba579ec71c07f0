import { sequence } from '@sveltejs/kit/hooks';
import { startBackups } from '$lib/server/backup/backup-schedule';
import { withSecurityHeaders, withServices, withSession } from '$lib/server/http/handles';
import { secureEveryAnswer } from '$lib/server/http/security-headers';
import { readAhead } from '$lib/server/reading-ahead';

export const handle = sequence(withSecurityHeaders, withServices, withSession);

export const init = () => {
  secureEveryAnswer(process.env.ORIGIN);
  startBackups();
  readAhead();
};
