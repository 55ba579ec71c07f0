import { openApp } from './support/app';
import { firstHouseholds, signIn, truthOf } from './support/people';
import { expect, test } from './support/test';

test('every address of the leader opens with the ward dead, never visited before and after a reload', async ({
  browser
}) => {
  const app = await openApp();
  const { page, context } = await signIn(browser, app.url, 'totruong2');
  const [household] = await firstHouseholds(page, app.url, 1);
  await app.stop();
  await context.setOffline(true);
  const addresses = {
    '/': 'Hôm nay',
    '/households': 'Hộ',
    '/households/new': 'Thêm hộ',
    [household!]: /Số|Hộ/,
    '/round': /./,
    '/round/alleys': 'Các ngõ',
    '/round/questions/insurance': 'Thẻ BHYT',
    '/round/order': 'Thứ tự đi',
    '/history': 'Đã ghi',
    '/indicators/10': /Bảo hiểm y tế|BHYT/,
    '/exemplars': 'Điển hình tiên tiến',
    '/exemplars/new': 'Giới thiệu điển hình',
    '/ranking': 'Xếp hạng',
    '/outbox': 'Sổ gửi'
  };
  for (const [path, name] of Object.entries(addresses)) {
    const fresh = await context.newPage();
    await fresh.goto(`${app.url}${path}?from=a-link#there`);
    await expect(fresh.getByRole('heading', { level: 1, name })).toBeVisible();
    await fresh.reload();
    await expect(fresh.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(truthOf(fresh)).toBeVisible();
    await fresh.close();
  }
  const wrong = await context.newPage();
  await wrong.goto(`${app.url}/khong-co-trang-nay`);
  await expect(wrong.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(wrong.getByRole('link').first()).toBeVisible();
});

test('signing in without a network says so in one sentence, and keeps what was typed', async ({
  browser
}) => {
  const app = await openApp();
  const { page, context } = await signIn(browser, app.url, 'totruong2');
  await app.stop();
  await context.setOffline(true);
  await page.goto(`${app.url}/sign-in`);
  await page.getByLabel('Tên đăng nhập').fill('totruong2');
  await page.getByRole('textbox', { name: 'Mã PIN' }).fill('246810');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('alert')).toContainText('mạng');
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('totruong2');
});

test('the app can be installed: manifest, icons and a worker are there', async ({ page }) => {
  const app = await openApp();
  await page.goto(`${app.url}/sign-in`);
  const manifest = await (await page.request.get(`${app.url}/manifest.webmanifest`)).json();
  expect(manifest).toMatchObject({ display: 'standalone', start_url: '/', scope: '/', id: '/', lang: 'vi' });
  for (const { src, sizes } of manifest.icons) {
    const width = await page.evaluate(async (path: string) => {
      const picture = await createImageBitmap(await (await fetch(path)).blob());
      return `${picture.width}x${picture.height}`;
    }, src);
    expect(width).toBe(sizes);
  }
});

test('a session that ended keeps the work: typing goes on, and the phone says where to go', async ({
  browser
}) => {
  const app = await openApp();
  const { page, context } = await signIn(browser, app.url, 'totruong2');
  const [household] = await firstHouseholds(page, app.url, 1);
  await context.clearCookies();
  await page.goto(app.url + household!);
  const question = page.getByRole('group', { name: /Thẻ BHYT/ }).first();
  await question
    .locator('label')
    .filter({ has: page.locator('input:not(:checked)') })
    .first()
    .click();
  await expect(question.getByText('trên máy')).toBeVisible();
  await expect(page.getByRole('link', { name: /Cần đăng nhập lại/ })).toBeVisible();
  await page.reload();
  await expect(question).toBeVisible();
  await page.goto(`${app.url}/sign-in`);
  await page.getByLabel('Tên đăng nhập').fill('totruong2');
  await page.getByRole('textbox', { name: 'Mã PIN' }).fill('246810');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(truthOf(page)).toContainText('Phường đã nhận hết');
  await page.goto(`${app.url}/outbox`);
  await expect(page.getByText('Phường nhận hôm nay')).toBeVisible();
});
