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

test('every screen of the leader stays whole at 320 pixels, and with text twice as large', async ({
  browser
}) => {
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  const [household] = await firstHouseholds(page, app.url, 1);
  for (const path of ['/', '/households', household!, '/households/new', '/ranking', '/outbox']) {
    for (const [width, text] of [
      [320, '100%'],
      [360, '200%']
    ] as const) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(app.url + path);
      await expect(page.getByRole('main')).toBeVisible();
      await page.addStyleTag({ content: `html { font-size: ${text} !important }` });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${path} runs out to the right at ${width} px, text ${text}`).toBeLessThanOrEqual(0);
    }
  }
  await app.stop();
});

test('an answer is given and taken back with the keyboard alone', async ({ browser }) => {
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  const [household] = await firstHouseholds(page, app.url, 1);
  await page.goto(app.url + household!);
  const choice = page.getByRole('group', { name: /Thẻ BHYT/ }).first();
  const before = await choice.locator('input:checked').getAttribute('value');
  await choice.locator('input:checked').focus();
  await page.keyboard.press('ArrowRight');
  await expect(choice.getByText('trên máy')).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).focus();
  await page.keyboard.press('Enter');
  await expect(choice.locator(`input[value="${before}"]`)).toBeChecked();
  await app.stop();
});
