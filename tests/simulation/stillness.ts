import { createHash } from 'node:crypto';

/**
 * Takes real time and real threads out of this process, so that a run is decided by its seed alone, and is fast:
 * no event loop turns, no thread of the cipher, no channel between pages.
 */
export function becomeStill(): void {
  const waiting: (() => void)[] = [];
  const later = () => queueMicrotask(() => process.nextTick(runNext));
  function runNext(): void {
    const task = waiting.shift();
    if (waiting.length > 0) later();
    task?.();
  }
  // A task of IndexedDB must not start before the promises of the one before it are through: a tick asked for
  // by a microtask comes after all microtasks.
  globalThis.setImmediate = ((task: (...given: unknown[]) => void, ...given: unknown[]) => {
    waiting.push(() => task(...given));
    if (waiting.length === 1) later();
  }) as unknown as typeof setImmediate;
  globalThis.structuredClone = cloned as typeof structuredClone;
  AbortSignal.timeout = () => new AbortController().signal;
  Object.defineProperty(globalThis, 'BroadcastChannel', { value: undefined, configurable: true });
  Object.defineProperty(crypto.subtle, 'digest', {
    value: async (_name: string, bytes: Uint8Array) =>
      new Uint8Array(createHash('sha256').update(bytes).digest()).buffer
  });
}

const taken = new WeakSet<object>();

/**
 * What the phone stores is plain: the real clone costs ten times as much. A copy is frozen, so that it need not be
 * copied again when it is read; whoever writes into what was read would fail.
 */
function cloned(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || taken.has(value)) return value;
  const copy = Array.isArray(value)
    ? value.map(cloned)
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cloned(inner)]));
  taken.add(Object.freeze(copy));
  return copy;
}
