export const SYNC_PATH = '/api/sync';
export const SESSION_PATH = '/api/session';
export const INVITE_PATH = '/api/invite';
export const HEALTH_PATH = '/api/health';
