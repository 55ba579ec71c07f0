import type { Page } from '@playwright/test';
import { openApp } from './support/app';
import { isFreeOfFaults } from './support/faults';
import { firstHouseholds, signIn } from './support/people';
import { expect, test } from './support/test';

const backgroundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('size and colours are chosen on the first screen, kept on the phone, and whole in each', async ({
  browser
}) => {
  test.slow();
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  const [household] = await firstHouseholds(page, app.url, 1);
  const screens = ['/', '/households', household!, '/phone-check'];
  const grounds = new Set<string>();
  for (const theme of ['Sáng', 'Tối', 'Ngoài nắng']) {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(app.url);
    await page.getByRole('group', { name: 'Màu' }).locator('label', { hasText: theme }).click();
    await page.getByRole('group', { name: 'Cỡ chữ' }).locator('label', { hasText: 'Rất to' }).click();
    grounds.add(await backgroundOf(page));
    for (const path of screens) {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(app.url + path);
      await expect(page.getByRole('main')).toBeVisible();
      expect([...grounds].at(-1), 'kept when the page is opened again').toBe(await backgroundOf(page));
      await isFreeOfFaults(page, theme);
      await page.setViewportSize({ width: 320, height: 740 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${path} runs out to the right at 320 px in the largest size`).toBeLessThanOrEqual(0);
    }
  }
  await page.goto(`${app.url}/round`);
  const middles = await Promise.all(
    ['Trước', 'Vắng nhà', 'Sau'].map(async (name) => {
      const { y, height } = (await page.getByRole('button', { name }).boundingBox())!;
      return Math.round(y + height / 2);
    })
  );
  expect(new Set(middles).size, 'the ways on from a door stand in one row').toBe(1);
  expect(grounds.size, 'three grounds').toBe(3);
  const letters = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  expect(letters).toBeGreaterThan(24);
});

test('a phone that asks for the dark, and for no movement, is given both before anything is chosen', async ({
  browser
}) => {
  const app = await openApp();
  const context = await browser.newContext({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${app.url}/sign-in`);
  expect(await backgroundOf(page)).toBe('rgb(18, 24, 22)');
  const button = page.getByRole('button', { name: 'Đăng nhập' });
  expect(await button.evaluate((element) => getComputedStyle(element).transitionDuration)).toBe('0s');
  await isFreeOfFaults(page, 'dark, at the door');
});
