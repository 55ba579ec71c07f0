/** One tap as the page saw it: when the finger was lifted, the store said durable, the mark stood there. */
export type SeenTap = { at: number; durable?: number; shown?: number };

declare global {
  var taps: SeenTap[];
}

// Runs in the page before its own scripts; nothing in the app knows of it.
globalThis.taps = [];
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (stores, mode, options) {
  const transaction = begin.call(this, stores, mode, options);
  const last = globalThis.taps.at(-1);
  if (last && mode === 'readwrite' && [stores].flat().includes('entries')) {
    transaction.addEventListener('complete', () => (last.durable ??= performance.now()));
  }
  return transaction;
};
const onTap = (event: PointerEvent) => {
  const question = (event.target as Element).closest('fieldset');
  if (!question) return;
  const seen: SeenTap = { at: event.timeStamp };
  globalThis.taps.push(seen);
  const observer = new MutationObserver(() => {
    if (!question.textContent.includes('✓ trên máy')) return;
    seen.shown = performance.now();
    observer.disconnect();
  });
  observer.observe(question, { childList: true, subtree: true, characterData: true });
};
addEventListener('pointerup', onTap, { capture: true });
