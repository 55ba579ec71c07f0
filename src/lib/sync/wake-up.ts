/** The tag under which a browser wakes the worker when there is a network again: a wake-up, never a store (EX8). */
export const SYNC_TAG = 'exchange';

/** What a page says to the worker of an older version: what it still sends would hold the newer one off, and is not lost. */
export const GIVE_WAY = 'GIVE_WAY';

type Wakeable = { sync?: { register: (tag: string) => Promise<void> } };

/** Where the browser can, it wakes the worker when there is a network again (EX8). */
export async function askToBeWoken(container: ServiceWorkerContainer | undefined): Promise<void> {
  const worker = (await container?.ready) as Wakeable | undefined;
  await worker?.sync?.register(SYNC_TAG).catch(() => undefined);
}
