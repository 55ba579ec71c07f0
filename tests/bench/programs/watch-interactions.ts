declare global {
  /** The longest event of each interaction, in milliseconds to the next paint, as the browser has measured it. */
  var interactions: Map<number, number>;
}

// Runs in the page before its own scripts; nothing in the app knows of it.
globalThis.interactions = new Map();
const take = (entries: PerformanceEntryList) => {
  for (const { duration, interactionId } of entries as PerformanceEventTiming[]) {
    if (!interactionId) continue;
    globalThis.interactions.set(
      interactionId,
      Math.max(duration, globalThis.interactions.get(interactionId) ?? 0)
    );
  }
};
// Below 16 ms nothing is reported: a frame in any case.
new PerformanceObserver((list) => take(list.getEntries())).observe({
  type: 'event',
  durationThreshold: 16,
  buffered: true
} as PerformanceObserverInit);

export {};
