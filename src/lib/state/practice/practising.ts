const KEY = 'practising';

/** Whether this window is for practising (tập thử): of this window alone, and gone with it. */
export const isPractising = ({ sessionStorage }: Window): boolean => !!sessionStorage[KEY];

/** Opens the app anew on the made-up group. */
export function startPractising(page: Window): void {
  page.sessionStorage.setItem(KEY, '1');
  page.location.assign('/');
}

/** Back to one's own notebook, or to the door. */
export function stopPractising(page: Window): void {
  page.sessionStorage.removeItem(KEY);
  page.location.assign('/');
}
