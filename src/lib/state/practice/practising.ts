/** Opens the app anew on the made-up group (tập thử): in this window alone, and gone with it. */
export function startPractising(page: Window): void {
  page.sessionStorage.practising = '1';
  page.location.assign('/');
}

/** Back to one's own notebook, or to the door. */
export function stopPractising(page: Window): void {
  page.sessionStorage.removeItem('practising');
  page.location.assign('/');
}
