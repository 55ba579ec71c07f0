import type { Workbox } from 'workbox-window';
import { GIVE_WAY } from '$lib/sync/wake-up';

/** A new version never interrupts: it waits until the person says so, and what is typed is kept first. */
export class AppUpdate {
  /** A new version lies ready. */
  waiting = $state(false);
  /** Another page took the new version; this one still shows the old until it is opened again. */
  reloadWanted = $state(false);
  readonly #guards = new Set<() => Promise<boolean>>();
  #container: ServiceWorkerContainer | undefined;
  #workbox: Workbox | undefined;
  #asked = false;

  /** Registers the worker; where there is none (private window, development) the app works without. */
  async start(container: ServiceWorkerContainer | undefined, document: Document): Promise<void> {
    if (!container) return;
    let isLed = container.controller !== null;
    // The first screen does not need it: it comes when that is there.
    const { Workbox } = await import('workbox-window');
    const workbox = new Workbox('/service-worker.js', { updateViaCache: 'none' });
    workbox.addEventListener('waiting', () => (this.waiting = true));
    workbox.addEventListener('controlling', () => {
      if (isLed) void this.#takenOver(document);
      // The first worker of a first visit replaces nobody; the next one does.
      isLed = true;
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') workbox.update().catch(noNetwork);
    });
    this.#container = container;
    this.#workbox = workbox;
    await workbox.register().catch(noNetwork);
  }

  /** A page with something half typed says how to keep it; false holds the new version back. */
  guard(save: () => Promise<boolean>): () => void {
    this.#guards.add(save);
    return () => this.#guards.delete(save);
  }

  apply(): void {
    this.#asked = true;
    this.#container?.controller?.postMessage({ type: GIVE_WAY });
    this.#workbox?.messageSkipWaiting();
  }

  async reload(): Promise<void> {
    if (await this.#saved()) location.reload();
  }

  async #takenOver(document: Document): Promise<void> {
    const saved = await this.#saved();
    if (saved && (this.#asked || document.visibilityState === 'hidden')) location.reload();
    else this.reloadWanted = true;
  }

  async #saved(): Promise<boolean> {
    const answers = await Promise.all([...this.#guards].map((save) => save().catch(() => false)));
    return answers.every(Boolean);
  }
}

/** The next look finds it. */
const noNetwork = () => undefined;
