import type { Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { openApp } from './support/app';
import { signIn } from './support/people';
import { expect, test } from './support/test';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

const SHOTS = process.env.SCREENSHOTS;
const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

test('help opens without a network and with the ward dead: each task on its page, with its picture', async ({
  browser
}) => {
  const app = await openApp();
  const { page, context } = await signIn(browser, app.url, 'totruong1');
  await context.setOffline(true);
  await app.stop();
  await page.goto(`${app.url}/help`);
  const tasks = page.locator('main a[href^="/help/"]');
  await expect(tasks.first()).toBeVisible();
  await shot(page, 'help');
  const addresses = await tasks.evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  expect(addresses.length).toBeGreaterThanOrEqual(8);
  let pictures = 0;
  for (const address of addresses) {
    await page.goto(app.url + address);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Cách làm');
    await expect(page.locator('main ol li').first()).toBeVisible();
    for (const picture of await page.locator('main img').all()) {
      pictures += 1;
      await expect
        .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth), address)
        .toBeGreaterThan(0);
    }
    await shot(page, address.replaceAll('/', '-').slice(1));
  }
  expect(pictures).toBeGreaterThanOrEqual(5);
});

test('the group’s result leaves the phone as a picture and as a text, offline, and tells nothing of anybody', async ({
  browser
}) => {
  const app = await openApp();
  const { page, context } = await signIn(browser, app.url, 'totruong1');
  await page.goto(`${app.url}/households`);
  const names = await page.locator('main a[href^="/households/"]').allInnerTexts();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await context.setOffline(true);
  await page.goto(`${app.url}/share`);
  const card = page.getByRole('region', { name: 'Nội dung chia sẻ' });
  await expect(card).toContainText('Đã rà soát');
  await shot(page, 'share');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Gửi hình' }).click();
  const picture = await download;
  expect(picture.suggestedFilename()).toBe('thi-dua.png');
  if (SHOTS) await picture.saveAs(`${SHOTS}/share-picture.png`);
  await expect(page.getByRole('status').filter({ hasText: 'Hình đã lưu' })).toBeVisible();
  await page.getByRole('button', { name: 'Chép chữ' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã chép' })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('Bảo hiểm y tế');
  for (const [name] of names.map((one) => /\p{Lu}\p{L}+( \p{Lu}\p{L}+)+/u.exec(one) ?? [''])) {
    if (name) expect(text).not.toContain(name);
  }
});

test('a round sheet is printed in the order of the walk, and copied at the ward in the name of who filled it in', async ({
  browser
}) => {
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  await page.goto(`${app.url}/households/sheet`);
  await expect(page.getByRole('button', { name: 'In phiếu' })).toBeVisible();
  await shot(page, 'sheet');
  await page.getByText('Cả tổ', { exact: true }).click();
  const alleys = await page.locator('table caption').allTextContents();
  const boxesOnPaper = ((await page.locator('table').first().textContent()) ?? '').split('☐').length - 1;
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'In phiếu' })).toBeHidden();
  await expect(page.locator('table').first()).toBeVisible();
  if (SHOTS) await page.pdf({ path: `${SHOTS}/sheet.pdf`, format: 'A4' });
  await page.emulateMedia({ media: 'screen' });

  const { page: desk } = await signIn(browser, app.url, 'canbo');
  await desk
    .getByRole('link', { name: /Đồng Tâm/ })
    .first()
    .click();
  await desk.getByRole('link', { name: 'Chép phiếu giấy của tổ' }).click();
  await expect(desk.getByRole('navigation', { name: 'Các ngõ' }).getByRole('link')).toHaveText(alleys);
  // Each box of the paper can be typed, and no other one: all but what is left open.
  const boxes = desk.locator('.households input[type=radio]:not([value=""])');
  await expect(boxes).toHaveCount(boxesOnPaper);
  const { violations } = await new AxeBuilder({ page: desk }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await expect(desk.getByLabel('Phiếu của ai')).toBeVisible();
  const author = await desk.getByLabel('Phiếu của ai').locator('option').nth(1).textContent();
  await desk.getByLabel('Phiếu của ai').selectOption({ index: 1 });
  await desk.getByLabel('Ngày đi rà soát').fill('hôm kia');
  const card = desk.getByRole('group', { name: /^BHYT của/ }).first();
  const current = await card.locator('label').first().textContent();
  const word = current!.includes('(có)') ? 'không' : 'có';
  await card.getByRole('radio', { name: word, exact: true }).check();
  await desk
    .getByRole('group', { name: /^Cả hộ/ })
    .nth(1)
    .getByRole('radio', { name: 'không thay đổi' })
    .check();
  await shot(desk, 'paper');
  const write = desk.getByRole('button', { name: /^Ghi phiếu của/ });
  await write.click();
  await expect(desk.getByLabel('Ngày đi rà soát')).toHaveValue('hôm kia');
  await expect(card.getByRole('radio', { name: word, exact: true })).toBeChecked();
  await desk.getByLabel('Ngày đi rà soát').fill('22/11/2026');
  await write.click();
  await expect(desk.getByText('Đã chép 2 hộ vào sổ của tổ.')).toBeVisible();
  await shot(desk, 'paper-done');

  // The leader reads in the household's history whose hand it was, and whose paper.
  await page.goto(`${app.url}/outbox`);
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await page.goto(`${app.url}/households`);
  await page.locator('main a[href^="/households/"]').first().click();
  await expect(page.locator('section.person').first()).toBeVisible();
  await page.goto(`${page.url()}/history`);
  const name = author!.split(' · ')[0]!.trim();
  await expect(page.getByText(`chép từ phiếu giấy của ${name}`).first()).toBeVisible();
  await shot(page, 'paper-history');
});

test('inside another app’s browser Kiểm tra máy says so and how to get out; installing is shown with pictures', async ({
  browser
}) => {
  const app = await openApp();
  for (const [kind, userAgent, words] of [
    ['android', 'Mozilla/5.0 (Linux; Android 12; SM-A127F; wv) Chrome/120 Mobile Zalo/1.0', 'Mở bằng Chrome'],
    [
      'iphone',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Zalo',
      'Mở bằng Safari'
    ]
  ] as const) {
    const { page } = await signIn(
      { newContext: (options) => browser.newContext({ ...options, userAgent }) },
      app.url,
      'totruong1'
    );
    await page.goto(`${app.url}/phone-check`);
    await expect(page.getByText('Trang này đang mở bên trong Zalo.')).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
    const steps = page.getByRole('region', { name: 'Cài lên màn hình chính' });
    await expect(steps.locator('li svg')).toHaveCount(3);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/check-${kind}.png`, fullPage: true });
  }
});
