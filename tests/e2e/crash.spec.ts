import Database from 'better-sqlite3';
import { type App, openApp } from './support/app';
import { answersOtherwise, firstHouseholds, signIn, truthOf } from './support/people';
import { expect, test } from './support/test';

const storedBy = ({ database }: App, login: string) => {
  const db = new Database(database, { readonly: true });
  const ids = db
    .prepare('select e.id from entries e join accounts a on a.id = e.author where a.login = ?')
    .pluck()
    .all(login) as string[];
  db.close();
  return ids;
};

test('[EX3][SV1] the answer is cut off and the ward is killed in mid-batch: nothing twice, nothing lost', async ({
  browser
}) => {
  const app = await openApp();
  const { page, context } = await signIn(browser, app.url, 'totruong1');
  const households = await firstHouseholds(page, app.url, 4);
  // As on iPhones: the worker, woken by the network, would send by a way that no test can cut (EX8).
  await context.addInitScript(() => Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'sync'));
  await context.setOffline(true);
  for (const href of households) {
    await page.goto(app.url + href);
    await expect(page.locator('section.person').first()).toBeVisible();
    for (const section of await page.locator('section.person').all()) {
      await answersOtherwise(section.getByRole('group', { name: /Thẻ BHYT/ }));
    }
  }
  const made = Number(/(\d+) mục trên máy/.exec((await truthOf(page).textContent())!)![1]);
  const before = storedBy(app, 'totruong1').length;
  await page.goto(`${app.url}/outbox`);

  // The ward takes everything in; its answer never arrives.
  let cut = 0;
  await context.route('**/api/sync', async (route) => {
    cut += 1;
    await route.fetch().catch(() => undefined);
    await route.abort('connectionreset');
  });
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await expect.poll(() => cut).toBeGreaterThan(0);
  await expect(truthOf(page)).toContainText(`${made} mục trên máy, chưa gửi`);

  // The power fails while a batch is under way.
  await context.unroute('**/api/sync');
  await context.route('**/api/sync', async (route) => {
    const answering = route.fetch().catch(() => undefined);
    await app.stop();
    await answering;
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await expect(truthOf(page)).toContainText(`${made} mục trên máy, chưa gửi`);

  await context.unroute('**/api/sync');
  await app.start();
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await expect(truthOf(page)).toContainText('Phường đã nhận hết');
  const stored = storedBy(app, 'totruong1');
  expect(stored.length - before).toBe(made);
  expect(new Set(stored).size).toBe(stored.length);
  await app.stop();
});
