/** An opening as the page saw it: the first rows, the first letter typed, the first answer. */
export type SeenOpening = { rows?: number; typed?: number; found?: number };

declare global {
  var opening: SeenOpening;
}

// Runs in the page before its own scripts; its clock begins with the navigation.
const seen: SeenOpening = (globalThis.opening = {});
let counted: string | undefined;
const count = () => document.querySelector('main p[role="status"]')?.textContent ?? undefined;
new MutationObserver(() => {
  if (document.querySelector('main li[id^="row-"]')) seen.rows ??= performance.now();
  if (seen.typed && count() !== counted) seen.found ??= performance.now();
}).observe(document, { childList: true, subtree: true, characterData: true });
const onInput = (event: Event) => {
  counted = count();
  seen.typed ??= event.timeStamp;
};
addEventListener('input', onInput, { capture: true });
