/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { version } from '$service-worker';
import { exchangeInBackground } from '$lib/sync/background';
import { GIVE_WAY, SYNC_TAG } from '$lib/sync/wake-up';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
clientsClaim();

// The ward's half is rendered by the server; everything else opens from the shell, with or without a network.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/shell'), {
    denylist: [/^\/ward(\/|$)/, /^\/cong-khai$/, /^\/api\//, /^\/_app\//]
  })
);

let giveWay: (reason: Error) => void;
const gaveWay = new Promise<never>((_, reject) => (giveWay = reject));
gaveWay.catch(() => undefined);

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
  if (event.data?.type === GIVE_WAY) giveWay(new Error('a newer version waits'));
});

self.addEventListener('sync' as never, (event: SyncEvent) => {
  if (event.tag !== SYNC_TAG) return;
  const exchanged = exchangeInBackground({
    fetch: (...request) => fetch(...request),
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    timers: { set: (run, ms) => setTimeout(run, ms), clear: (timer) => clearTimeout(timer) },
    storage: navigator.storage,
    locks: navigator.locks,
    app: version
  });
  event.waitUntil(Promise.race([exchanged, gaveWay]));
});
