export const SYNC_PATH = '/api/sync';
export const SESSION_PATH = '/api/session';
export const INVITE_PATH = '/api/invite';
/** Takes in a sealed second copy (OB6). */
export const SECOND_COPY_PATH = '/api/second-copy';
/** Says whether the ward answers at all. */
export const HEALTH_PATH = '/api/health';
/** How the ward can be called. */
export const CONTACT_PATH = '/api/contact';
/** Photos of exemplary models, each under the sum of its bytes. */
export const PHOTO_PATH = '/api/photos';
/** Who recorded what of a household, and when. */
export const HOUSEHOLD_PAST_PATH = '/api/household-past';
