import { gzipSync } from 'node:zlib';
import { groupOf, type Measure } from '../bench-world';
import { openBrowser } from '../browser';
import { openApp } from '../leader';
import { alone } from '../table';

/** What the first screen starts with: every script of one visit with nothing cached and no worker in between. */
export const size: Measure = async ({ chromium, ours, led }) => {
  const browser = await openBrowser(chromium);
  const page = await openApp(browser, ours.url, groupOf(led, 500));
  await page.evaluate(async () => {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  });
  await page.route('**/service-worker.js', (route) => route.abort());
  const chrome = await page.context().newCDPSession(page);
  await chrome.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await page.goto(ours.url, { waitUntil: 'networkidle' });
  const bytes = (await Promise.all(scripts)).map((script) => gzipSync(script, { level: 9 }).length);
  await browser.close();
  const total = bytes.reduce((sum, one) => sum + one, 0);
  const text = `${total.toLocaleString('en')} bytes in ${bytes.length} files`;
  return [alone('**Start-up JavaScript of the first screen**, gzip', text)];
};
