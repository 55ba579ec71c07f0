import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, openApp } from './support/app';
import { signIn as opensThePhone } from './support/people';
import { signIn } from './support/sign-in';
import { allGoHome, expect, test } from './support/test';

test.use({ viewport: { width: 1280, height: 800 } });

let app: App;
test.beforeAll(async () => {
  app = await openApp();
});
test.afterAll(({ browser }) => allGoHome(browser));

const firstGroup = (page: Page) => page.getByRole('rowheader').first();

test('the officer sees 23 groups against the plan, sorts them, and signs out', async ({ browser, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  // One phone has called and 22 are silent.
  await opensThePhone(browser, app.url, 'totruong1');
  await signIn(page, app, 'canbo');
  await expect(page).toHaveURL(`${app.url}/ward`);
  await expect(page.getByRole('rowheader')).toHaveCount(23);
  // The ward against the plan leaves room: the groups begin on the first screen.
  await expect(firstGroup(page)).toBeInViewport({ ratio: 1 });
  const values = page.getByRole('row').nth(1).locator('td:has(.share)');
  await expect(values).toHaveCount(12);
  await expect(values.last(), 'all values beside one another').toBeInViewport({ ratio: 1 });
  await expect(page.getByText('chưa được phê duyệt')).toBeVisible();

  await page.getByRole('link', { name: 'Bảo hiểm y tế' }).click();
  await expect(page.getByRole('columnheader', { name: 'Bảo hiểm y tế' })).toHaveAttribute(
    'aria-sort',
    'descending'
  );
  const shares = await page.getByRole('row').locator('td:nth-of-type(4) .share').allInnerTexts();
  const numbers = shares.map((text) => Number(/(\d+,?\d*)/.exec(text)![1]!.replace(',', '.')));
  expect(numbers).toHaveLength(23);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));

  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page).toHaveURL(`${app.url}/sign-in`);
  await page.goto(`${app.url}/ward`);
  await expect(page).toHaveURL(`${app.url}/sign-in`);
});

test('the overview is useful without JavaScript', async ({ browser }) => {
  const signedIn = await browser.newContext();
  const first = await signedIn.newPage();
  await signIn(first, app, 'lanhdao');
  await expect(first).toHaveURL(`${app.url}/ward`);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.storageState()
  });
  const page = await plain.newPage();
  await page.goto(`${app.url}/ward`);
  await expect(page.getByRole('rowheader')).toHaveCount(23);
  const before = await firstGroup(page).innerText();
  await page.getByRole('link', { name: 'Đã rà soát' }).click();
  await expect(firstGroup(page)).not.toHaveText(before);
});

test('a leader finds no door to the ward’s desk', async ({ page }) => {
  await signIn(page, app, 'totruong1');
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.goto(`${app.url}/ward`);
  await expect(page).not.toHaveURL(/\/ward$/);
});

test('a wrong PIN and a dead server are told in a plain sentence', async ({ page }) => {
  await signIn(page, app, 'totruong2', '000000');
  await expect(page.getByRole('alert')).toContainText('chưa đúng');
  await app.stop();
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('alert')).toContainText('Chưa có mạng');
  await app.start();
});

test('axe finds nothing serious on sign-in, invitation and overview', async ({ page }) => {
  const look = async (path: string) => {
    await page.goto(app.url + path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id }) => id);
  };
  expect(await look('/sign-in')).toEqual([]);
  expect(await look('/invite#0123456789012345678901234567890123456789')).toEqual([]);
  await signIn(page, app, 'canbo');
  await expect(page.getByRole('rowheader')).toHaveCount(23);
  expect(await look('/ward')).toEqual([]);
});
