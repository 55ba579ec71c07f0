import { appendFile, cp, rm } from 'node:fs/promises';
import { keepWaiting, workerOf } from '../drills/support/worker';
import { openApp } from './support/app';
import { signIn } from './support/people';
import { expect, test } from './support/test';

test('[CO5] a page open since the first visit takes the new version when told; a worker that still sends does not hold it off', async ({
  browser
}) => {
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  const wakesWorker = await workerOf(page);
  await app.stop();
  await app.start(await newerBuild());
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  const use = page.getByRole('button', { name: 'Dùng bản mới' });
  await expect(use).toBeVisible({ timeout: 30_000 });

  await keepWaiting(page, wakesWorker);
  const openedAnew = page.waitForEvent('domcontentloaded');
  await use.click();
  await openedAnew;
  await expect(page.getByRole('heading', { name: 'Chỉ tiêu của tổ' })).toBeVisible();
  await expect(use).toBeHidden();
});

/** The same build with another worker; beside the project's packages, which it needs. */
async function newerBuild(): Promise<string> {
  const folder = 'test-results/newer-build';
  await rm(folder, { recursive: true, force: true });
  await cp('build', folder, { recursive: true });
  const worker = `${folder}/client/service-worker.js`;
  await appendFile(worker, '\n// Newer.\n');
  for (const packed of ['br', 'gz']) await rm(`${worker}.${packed}`, { force: true });
  return folder;
}
