import type { SyncEngine } from './engine';

type Page = Readonly<{
  addEventListener: (type: string, listener: () => void, options?: { signal: AbortSignal }) => void;
}>;

/** While a page is open and seen, an exchange this often. Milliseconds. */
const WHILE_OPEN = 60_000;

/** Start, network back, shown again, a timer while open (EX8). A tap nudges by itself. Returns the way to stop. */
export function installTriggers(
  engine: SyncEngine,
  window: Page,
  document: Page & { readonly visibilityState: string },
  setRepeating: (run: () => void, ms: number) => () => void,
  begin: (run: () => void) => void
): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const ifSeen = () => document.visibilityState === 'visible' && engine.nudge();
  window.addEventListener('online', engine.nudgeSpread, { signal });
  document.addEventListener('visibilitychange', ifSeen, { signal });
  const stopTimer = setRepeating(ifSeen, WHILE_OPEN);
  begin(() => signal.aborted || engine.nudge());
  return () => {
    stopping.abort();
    stopTimer();
  };
}
