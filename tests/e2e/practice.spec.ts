import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { openApp } from './support/app';
import { isFreeOfFaults } from './support/faults';
import { answersOtherwise, firstHouseholds, signIn, truthOf } from './support/people';
import { expect, test } from './support/test';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

const entriesAtTheWard = (database: string): number => {
  const db = new Database(database, { readonly: true });
  const [entries] = db.prepare('select count(*) from entries').pluck().all() as number[];
  db.close();
  return entries!;
};

test('who practises before signing in records on a made-up group, is told so on every screen, and reaches no ward', async ({
  browser
}) => {
  const app = await openApp();
  const before = entriesAtTheWard(app.database);
  const context = await browser.newContext();
  const page = await context.newPage();
  const called: string[] = [];
  page.on('request', (request) => {
    if (/\/api\/(sync|second-copy)/.test(request.url())) called.push(request.url());
  });
  await page.goto(`${app.url}/sign-in`);
  await page.getByRole('button', { name: 'Tập thử trước' }).click();
  const band = page.getByRole('complementary', { name: 'Đang tập thử' });
  await expect(band).toContainText('không gửi về phường');
  await expect(page.getByText('Tổ dân phố tập thử')).toBeVisible();
  await expect(truthOf(page), 'nothing has ever reached a ward from here').toContainText('Chưa liên lạc');
  for (const place of ['Hộ', 'Xếp hạng', 'Sổ gửi', 'Hôm nay']) {
    await page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();
    await expect(band).toBeVisible();
    await isFreeOfFaults(page, `practising, ${place}`);
  }
  await band.getByRole('button', { name: 'Bước tiếp' }).click();
  await expect(band).toContainText('Bước 2/5');
  await page.getByRole('navigation').getByRole('link', { name: 'Hộ', exact: true }).click();
  await page.locator('main a[href^="/households/"]').first().click();
  await answersOtherwise(page.getByRole('group', { name: /Thẻ BHYT/ }).first());
  await expect(band).toBeInViewport();
  await isFreeOfFaults(page, 'practising, a household');
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/practice.png` });
  await page.goto(`${app.url}/outbox`);
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await expect(page.getByRole('link', { name: /Mở Sổ gửi/ })).toContainText('1 mục');
  await band.getByRole('button', { name: 'Thôi tập' }).click();
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  expect(called).toEqual([]);
  expect(entriesAtTheWard(app.database)).toBe(before);
});

/** What lies in the databases of this phone that are no practice's: entries that wait, or were sent. */
const inRealQueues = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name || name.startsWith('tap-thu')) continue;
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of ['entries', 'sent'].filter((one) => db.objectStoreNames.contains(one))) {
        const all = await new Promise<unknown[]>((resolve, reject) => {
          const asked = db.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => resolve(asked.result as unknown[]);
          asked.onerror = () => reject(asked.error);
        });
        found.push(...all.map((one) => `${store} ${(one as { entry: { group: string } }).entry.group}`));
      }
      db.close();
    }
    const mirrors = (await caches.keys()).filter((name) => name.startsWith('thi-dua-mirror-'));
    for (const name of mirrors) {
      const kept = await (await caches.open(name)).keys();
      found.push(...kept.map(({ url }) => `${name} ${url}`));
    }
    return found;
  });

test('a leader with work of their own practises with the network on: nothing of it is in the real queue, nothing at the ward', async ({
  browser
}) => {
  const app = await openApp();
  const { page, context } = await signIn(browser, app.url, 'totruong1');
  await page.goto(app.url);
  const way = page.getByRole('link', { name: 'Tập thử, cách làm' });
  await expect(way, 'a first run is led, on the first screen').toBeInViewport({ ratio: 1 });
  const [home] = await firstHouseholds(page, app.url, 1);
  await page.goto(app.url + home!);
  await context.setOffline(true);
  await answersOtherwise(page.getByRole('group', { name: /Thẻ BHYT/ }).first());
  const own = await inRealQueues(page);
  const before = entriesAtTheWard(app.database);

  await page.goto(`${app.url}/help`);
  await page.getByRole('button', { name: 'Bắt đầu tập thử' }).click();
  const band = page.getByRole('complementary', { name: 'Đang tập thử' });
  await expect(band).toBeVisible();
  await page.goto(`${app.url}/round`);
  for (const door of ['first', 'second']) {
    const address = page.url();
    await page.getByRole('button', { name: 'Không thay đổi' }).click();
    await expect.poll(() => page.url(), `past the ${door} door`).not.toBe(address);
  }
  await page.goto(`${app.url}/households`);
  await page.locator('main a[href^="/households/"]').first().click();
  await answersOtherwise(page.getByRole('group', { name: /Thẻ BHYT/ }).first());
  expect(await inRealQueues(page)).toEqual(own);

  // The network is back while one practises: only what was recorded before goes, and nothing of the made-up group.
  await context.setOffline(false);
  await page.goto(`${app.url}/outbox`);
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await expect(truthOf(page)).toContainText('3 mục');
  await band.getByRole('button', { name: 'Thôi tập' }).click();
  await expect(band).toBeHidden();
  await expect(truthOf(page)).toContainText('Phường đã nhận hết', { timeout: 60_000 });
  expect(entriesAtTheWard(app.database)).toBe(before + 1);
  const db = new Database(app.database, { readonly: true });
  const strangers = db.prepare("select count(*) from entries where group_id like '7a9e%'").pluck().get();
  db.close();
  expect(strangers).toBe(0);
  expect((await inRealQueues(page)).filter((line) => line.includes('7a9e'))).toEqual([]);
});
