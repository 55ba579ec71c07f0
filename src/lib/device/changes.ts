/** What has changed on the device: an own entry was made, or an answer of the ward was taken in. */
export type Topic = 'work' | 'confirmed';

/** Tells every open page and the worker of this phone that something was stored. */
export type Changes = Readonly<{
  announce: (topic: Topic) => void;
  /** Returns the way to stop listening. `elsewhere` is true when another page or the worker stored it. */
  listen: (listener: (topic: Topic, elsewhere: boolean) => void) => () => void;
  close: () => void;
}>;

export function openChanges(name: string): Changes {
  const listeners = new Set<(topic: Topic, elsewhere: boolean) => void>();
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  channel?.addEventListener('message', ({ data }) => listeners.forEach((listener) => listener(data, true)));
  return {
    announce(topic) {
      listeners.forEach((listener) => listener(topic, false));
      channel?.postMessage(topic);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => channel?.close()
  };
}
