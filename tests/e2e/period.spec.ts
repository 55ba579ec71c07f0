import { expect, test } from '@playwright/test';
import { openApp } from './support/app';
import { answersOtherwise, firstHouseholds, signIn, truthOf } from './support/people';

test('with the ward dead, what the plan asks is answered and a period is signed; both arrive when it is back', async ({
  browser
}) => {
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  const [href] = await firstHouseholds(page, app.url, 1);
  await app.stop();

  await page.goto(app.url + href!);
  const water = page.getByRole('group', { name: /Nguồn nước chính/ });
  await water.locator('label', { hasText: 'Chưa rõ' }).click();
  const word = await answersOtherwise(water);

  await page.goto(`${app.url}/periods`);
  const period = page.getByRole('region', { name: /Kỳ giữa đợt/ });
  await period.getByRole('button', { name: 'Chốt số liệu kỳ này' }).click();
  await expect(period.getByText('đang tính là chưa đạt')).toBeVisible();
  await period.getByRole('button', { name: 'Vẫn chốt số liệu như trên' }).click();
  await expect(period.getByText('Đã chốt, chờ phường xem')).toBeVisible();
  await expect(period.getByText('trên máy')).toBeVisible();

  await app.start();
  await page.goto(`${app.url}/outbox`);
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await expect(truthOf(page)).toContainText('Phường đã nhận hết');
  await page.goto(`${app.url}/periods`);
  await expect(period.getByText('Đã chốt, chờ phường xem')).toBeVisible();
  await expect(period.getByText('trên máy')).toBeHidden();
  await page.goto(app.url + href!);
  await expect(water.locator('label', { hasText: word }).first().locator('input')).toBeChecked();
  await app.stop();
});
