import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { openApp } from './support/app';
import { signIn } from './support/sign-in';

const MOST = 75 * 1024;

// Not kept at present: what the first screen needs is 75,6 KB, and the exchange with its schemas is asked for before it stands.
test.fixme('the first screen starts with at most 75 KB of JavaScript, and without charts', async ({
  page
}) => {
  const app = await openApp();
  const scripts: { url: string; text: string }[] = [];
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') {
      // What the sign-in page was still loading when it was left has no text any more.
      const text = await response.text().catch(() => undefined);
      if (text !== undefined) scripts.push({ url: response.url(), text });
    }
  });
  await signIn(page, app, 'totruong1');
  await expect(page.getByRole('navigation')).toBeVisible();

  // A visit of its own, as in the morning: nothing in the browser's cache, no worker in between.
  scripts.length = 0;
  await page.route('**/service-worker.js', (route) => route.abort());
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations())
      await registration.unregister();
  });
  const chrome = await page.context().newCDPSession(page);
  await chrome.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.goto(`${app.url}/`, { waitUntil: 'commit' });
  // What comes a second after the first screen stands is not what anybody waits for.
  await page.getByRole('heading', { name: 'Chỉ tiêu của tổ' }).waitFor();

  const sizes = scripts.map(
    ({ url, text }) => [new URL(url).pathname, gzipSync(text, { level: 9 }).length] as const
  );
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  test.info().annotations.push({ type: 'start-up JavaScript, gzip', description: `${total} bytes` });

  expect(sizes.length, 'some scripts were seen').toBeGreaterThan(2);
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(MOST);
  expect(scripts.filter(({ text }) => text.includes('CategoryScale'))).toEqual([]);
  await app.stop();
});
