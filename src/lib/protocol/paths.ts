export const SYNC_PATH = '/api/sync';
export const SESSION_PATH = '/api/session';
export const INVITE_PATH = '/api/invite';
/** Takes in a sealed second copy (OB6). */
export const SECOND_COPY_PATH = '/api/second-copy';
