import type { Page } from '@playwright/test';
import { openApp } from './support/app';
import { answersOtherwise, firstHouseholds, sendsAll, signIn } from './support/people';
import { expect, test } from './support/test';

test.use({ actionTimeout: 20_000 });

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
  const period = page.getByRole('region', { name: /Kỳ cuối đợt/ });
  await signs(page, /Kỳ cuối đợt/);
  await expect(period.getByText('trên máy')).toBeVisible();

  await app.start();
  await sendsAll(page, app.url);
  await page.goto(`${app.url}/periods`);
  await expect(period.getByText('Đã chốt, chờ phường xem')).toBeVisible();
  await expect(period.getByText('trên máy')).toBeHidden();
  await page.goto(app.url + href!);
  await expect(water.locator('label', { hasText: word }).first().locator('input')).toBeChecked();
});

const NAME = 'Kỳ thử cuối năm';

test('a period is opened on a page, signed offline, returned with a reason, mended, approved and closed; its figures stay, and a correction stands beside them', async ({
  browser
}) => {
  test.setTimeout(240_000);
  const app = await openApp();
  const { page: officer } = await signIn(browser, app.url, 'canbo');
  const { page, context } = await signIn(browser, app.url, 'totruong1');
  const [household] = await firstHouseholds(page, app.url, 1);
  await opensPeriod(officer, app.url);

  // Offline, and back.
  await sendsAll(page, app.url);
  await page.goto(`${app.url}/periods`);
  const period = page.getByRole('region', { name: NAME });
  await expect(period).toBeVisible();
  await context.setOffline(true);
  await signs(page, NAME);
  await context.setOffline(false);
  await sendsAll(page, app.url);

  // The office sends a household back with its own reason, and then the whole.
  await officer.goto(`${app.url}/ward/periods`);
  await officer.getByRole('link', { name: NAME }).click();
  await officer
    .getByRole('row', { name: /Đồng Tâm/ })
    .getByRole('link')
    .click();
  await expect(officer.getByText('đã chốt, chờ phường')).toBeVisible();
  const sentBack = officer.getByLabel('Trả lại', { exact: true });
  const value = household!.split('/').at(-1)!;
  await sentBack.selectOption(value);
  await officer.getByLabel('Lý do').fill('Xem lại thẻ BHYT của chủ hộ');
  await officer.getByRole('button', { name: 'Trả lại' }).click();
  await expect(officer.getByText('Đã trả lại hộ này kèm lý do.')).toBeVisible();
  await officer.getByLabel('Lý do').fill('Còn hộ chưa rõ thẻ BHYT');
  await officer.getByRole('button', { name: 'Trả lại' }).click();
  await expect(officer.getByText('Đã trả lại cho tổ kèm lý do.')).toBeVisible();

  // The leader sees both, mends the household, and signs again.
  await sendsAll(page, app.url);
  await page.goto(`${app.url}/periods`);
  await expect(period).toContainText('Còn hộ chưa rõ thẻ BHYT');
  await period.getByRole('link', { name: /Xem lại thẻ BHYT của chủ hộ/ }).click();
  const card = page.getByRole('group', { name: /Thẻ BHYT/ }).first();
  await answersOtherwise(card);
  await page.goto(`${app.url}/periods`);
  await signs(page, NAME, 'Chốt lại số liệu kỳ này');
  await expect(period.getByText('Xem lại thẻ BHYT của chủ hộ')).toBeHidden();
  await sendsAll(page, app.url);

  // Approved, and closed.
  await officer.reload();
  await officer.getByRole('button', { name: 'Duyệt số liệu của tổ' }).click();
  await expect(officer.getByText('Đã duyệt số liệu của tổ.')).toBeVisible();
  await officer.getByRole('link', { name: `Về ${NAME}` }).click();
  await expect(officer.getByRole('row', { name: /Đồng Tâm/ })).toContainText('✓ đã duyệt');
  await officer.getByRole('button', { name: 'Chốt kỳ này' }).click();
  await expect(officer.getByText('Đã chốt kỳ.')).toBeVisible();
  await expect(officer.getByText('vẫn đúng như lúc chốt')).toBeVisible();
  const closing = officer.url().split('?')[0]!;
  const kept = await insuranceOfClosed(officer);

  // What changes afterwards leaves the closed period as it is.
  await page.goto(app.url + household!);
  await answersOtherwise(card);
  await sendsAll(page, app.url);
  expect(await insuranceOfClosed(officer)).toBe(kept);
  await officer.goto(closing);
  await expect(officer.getByText(/đã khác ở: .*Đồng Tâm/)).toBeVisible();
  await officer.getByLabel('Lý do điều chỉnh').fill('Thẻ BHYT của một hộ ghi nhầm');
  await officer.getByRole('button', { name: 'Ghi điều chỉnh' }).click();
  await expect(officer.getByText(/Điều chỉnh .*Thẻ BHYT của một hộ ghi nhầm.*Đồng Tâm/)).toBeVisible();
  await expect(officer.getByText('vẫn đúng như lúc chốt')).toBeVisible();

  // The phone shows it closed, ranks it, and says that it was corrected.
  await sendsAll(page, app.url);
  await page.goto(`${app.url}/periods`);
  await expect(period).toContainText('Số liệu của kỳ giữ nguyên như lúc đóng');
  await page.goto(`${app.url}/ranking`);
  await page.getByLabel('Thời điểm').selectOption({ label: NAME });
  await expect(page.getByLabel('Hạng của tổ')).toContainText('Có 1 lần điều chỉnh sau khi đóng kỳ.');

  /** The own group's cards in the closed period, as they were when it was closed. */
  async function insuranceOfClosed(desk: Page): Promise<string> {
    await desk.goto(closing);
    await desk.getByRole('link', { name: 'Xem số liệu và xếp hạng của kỳ đã chốt' }).click();
    await desk.getByLabel('Xếp theo').selectOption('insurance');
    await desk.getByRole('button', { name: 'Xem', exact: true }).click();
    await desk.waitForURL(/by=insurance/);
    return desk.getByRole('row', { name: /Đồng Tâm/ }).innerText();
  }
});

async function opensPeriod(officer: Page, url: string): Promise<void> {
  await officer.goto(`${url}/ward/campaign`);
  await officer.getByRole('rowheader').getByRole('link').first().click();
  await expect(officer.getByText('Đang dùng.')).toBeVisible();
  const day = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toLocaleDateString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
  await officer.getByLabel('Tên kỳ mới').fill(NAME);
  await officer.getByLabel('Mở từ ngày, kỳ mới').fill(day(-3));
  await officer.getByLabel('Ngày chốt số liệu, kỳ mới').fill(day(-1));
  await officer.getByLabel('Nộp trước ngày, kỳ mới').fill(day(5));
  await officer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(officer.getByText('Đã lưu.')).toBeVisible();
}

async function signs(page: Page, name: string | RegExp, word = 'Chốt số liệu kỳ này'): Promise<void> {
  const period = page.getByRole('region', { name });
  await period.getByRole('button', { name: word }).click();
  await expect(period.getByText('đang tính là chưa đạt')).toBeVisible();
  await period.getByRole('button', { name: 'Vẫn chốt số liệu như trên' }).click();
  await expect(period.getByText('Đã chốt, chờ phường xem')).toBeVisible();
}
