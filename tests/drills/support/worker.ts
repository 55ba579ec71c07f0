import type { Page } from '@playwright/test';
import { SYNC_TAG } from '$lib/sync/wake-up';

/** Wakes the worker of a page, as a browser does when there is a network again. */
export async function workerOf(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const found = new Promise<string>((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0]) resolve(registrations[0].registrationId);
    })
  );
  await session.send('ServiceWorker.enable');
  const registrationId = await found;
  return async () => {
    const { origin } = new URL(page.url());
    await session.send('ServiceWorker.dispatchSyncEvent', {
      ...{ origin, registrationId, tag: SYNC_TAG, lastChance: false }
    });
  };
}

/** The worker waits for an exchange that does not end, as on a network that hangs. */
export async function keepWaiting(page: Page, wake: () => Promise<void>): Promise<void> {
  await page.evaluate(`(async () => {
    const work = (await indexedDB.databases()).map(({ name }) => name).find((name) => /-work-/.test(name));
    const lock = work.replace('-work-', '-');
    await new Promise((held) => navigator.locks.request(lock, () => new Promise(held)));
  })()`);
  await wake();
  await page.waitForFunction('navigator.locks.query().then(({ pending }) => pending.length > 0)');
}
