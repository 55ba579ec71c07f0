let isWatched = false;
let isHeld = false;
const waiting = new Set<() => void>();

/** From here on the page knows whether it is being pressed. */
export function watchPresses(): void {
  if (isWatched) return;
  isWatched = true;
  document.addEventListener('pointerdown', () => (isHeld = true));
  // The browser's own menus swallow the end of a press; a key ends it too.
  for (const end of ['pointerup', 'pointercancel', 'keydown']) document.addEventListener(end, letGo);
}

/**
 * At once, or when the press lets go that is under way: what it lies on must not move away under it.
 * Returns the way to call it off.
 */
export function whenLetGo(run: () => void): () => void {
  if (!isHeld) run();
  else waiting.add(run);
  return () => void waiting.delete(run);
}

function letGo(): void {
  isHeld = false;
  const all = [...waiting];
  waiting.clear();
  for (const run of all) run();
}
