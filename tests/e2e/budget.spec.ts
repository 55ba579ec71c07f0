import { gzipSync } from 'node:zlib';
import { openApp } from './support/app';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

const MOST = 75 * 1024;

test('the first screen starts with at most 75 KB of JavaScript, and without charts', async ({ page }) => {
  const app = await openApp();
  await signIn(page, app, 'totruong1');
  // Until the ward has sent its picture, the exchange is what everybody waits for; afterwards nobody does.
  await page.getByRole('heading', { name: 'Chỉ tiêu của tổ' }).waitFor();

  // A visit of its own, as in the morning: nothing in the browser's cache, no worker in between.
  await page.route('**/service-worker.js', (route) => route.abort());
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations())
      await registration.unregister();
  });
  const chrome = await page.context().newCDPSession(page);
  await chrome.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts: Promise<{ url: string; text: string }>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(response.text().then((text) => ({ url: response.url(), text })));
  });
  await page.goto(`${app.url}/`, { waitUntil: 'commit' });
  // What comes a second after the first screen stands is not what anybody waits for.
  await page.getByRole('heading', { name: 'Chỉ tiêu của tổ' }).waitFor();

  const loaded = await Promise.all(scripts);
  const sizes = loaded.map(
    ({ url, text }) => [new URL(url).pathname, gzipSync(text, { level: 9 }).length] as const
  );
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  test.info().annotations.push({ type: 'start-up JavaScript, gzip', description: `${total} bytes` });

  expect(sizes.length, 'some scripts were seen').toBeGreaterThan(2);
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(MOST);
  expect(loaded.filter(({ text }) => text.includes('CategoryScale'))).toEqual([]);
});

test('the worker is one classic script: one that names a module never installs', async ({ request }) => {
  const app = await openApp();
  const worker = await (await request.get(`${app.url}/service-worker.js`)).text();
  expect(worker.length).toBeGreaterThan(10_000);
  expect(worker).not.toMatch(/import\.meta|\bimport\s*\(/);
});
