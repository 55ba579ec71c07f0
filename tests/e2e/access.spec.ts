import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openApp } from './support/app';
import { answersOtherwise, firstHouseholds, signIn } from './support/people';

async function isFreeOfFaults(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(told, page.url()).toEqual([]);
  await expect(page).toHaveTitle(/.+ · Thi đua|Thi đua/);
}

test('axe finds nothing on any screen of the leader', async ({ browser }) => {
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  const [household] = await firstHouseholds(page, app.url, 1);
  const screens = [
    '/',
    '/households',
    household!,
    '/households/new',
    '/ranking',
    '/outbox',
    '/indicators/10'
  ];
  for (const path of screens) {
    await page.goto(app.url + path);
    await expect(page.getByRole('main')).toBeVisible();
    await isFreeOfFaults(page);
  }
  await page.goto(app.url + household!);
  await answersOtherwise(page.getByRole('group', { name: /Thẻ BHYT/ }).first());
  await isFreeOfFaults(page);
  await app.stop();
});

test('axe finds nothing at the door, on the ward page and on a wrong address', async ({ browser }) => {
  const app = await openApp();
  const { page: officer } = await signIn(browser, app.url, 'canbo');
  await isFreeOfFaults(officer);
  const page = await (await browser.newContext()).newPage();
  for (const path of ['/sign-in', '/invite', '/khong-co-trang-nay']) {
    await page.goto(app.url + path);
    await isFreeOfFaults(page);
  }
  await app.stop();
});

test('every screen of the leader works by keyboard and at 320 pixels with text twice as large', async ({
  browser
}) => {
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  const [household] = await firstHouseholds(page, app.url, 1);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ['/', '/households', household!, '/households/new', '/ranking', '/outbox']) {
    await page.goto(app.url + path);
    await expect(page.getByRole('main')).toBeVisible();
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${path} runs out to the right`).toBeLessThanOrEqual(0);
  }
  await page.goto(app.url + household!);
  const choice = page.getByRole('group', { name: /Thẻ BHYT/ }).first();
  await choice.locator('input:checked').focus();
  await page.keyboard.press('ArrowRight');
  await expect(choice.getByText('trên máy')).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Hoàn tác' })).toBeHidden();
  await app.stop();
});
