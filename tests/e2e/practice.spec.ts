import Database from 'better-sqlite3';
import { expect, test } from '@playwright/test';
import { openApp } from './support/app';
import { answersOtherwise } from './support/people';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

test('who practises before signing in records on a made-up group, is told so on every screen, and reaches no ward', async ({
  browser
}) => {
  const app = await openApp();
  const count = () => {
    const db = new Database(app.database, { readonly: true });
    const [entries] = db.prepare('select count(*) from entries').pluck().all() as number[];
    db.close();
    return entries;
  };
  const before = count();
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
  for (const place of ['Hộ', 'Xếp hạng', 'Sổ gửi', 'Hôm nay']) {
    await page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();
    await expect(band).toBeVisible();
  }
  await band.getByRole('button', { name: 'Bước tiếp' }).click();
  await expect(band).toContainText('Bước 2/5');
  await page.getByRole('navigation').getByRole('link', { name: 'Hộ', exact: true }).click();
  await page.locator('main a[href^="/households/"]').first().click();
  await answersOtherwise(page.getByRole('group', { name: /Thẻ BHYT/ }).first());
  await expect(band).toBeInViewport();
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/practice.png` });
  await page.goto(`${app.url}/outbox`);
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await expect(page.getByRole('link', { name: /Mở Sổ gửi/ })).toContainText('1 mục');
  await band.getByRole('button', { name: 'Thôi tập' }).click();
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  expect(called).toEqual([]);
  expect(count()).toBe(before);
  await app.stop();
});
