import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, openApp } from './support/app';
import { signIn } from './support/people';
import { allGoHome, expect, test } from './support/test';

let app: App;
let page: Page;
test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.beforeAll(async ({ browser }) => {
  app = await openApp();
  ({ page } = await signIn(browser, app.url, 'canbo'));
});
test.afterAll(async ({ browser }) => {
  await allGoHome(browser);
});

test('next year’s campaign is copied, changed, looked at, given an indicator of its own, and put into use', async () => {
  await page.goto(`${app.url}/ward/campaign`);
  await page.getByRole('button', { name: /Chép sang năm/ }).click();
  await expect(page.getByText('Bản đang soạn, chưa dùng.')).toBeVisible();
  const target = page.getByLabel('Mức phải đạt của chỉ tiêu 10', { exact: true });
  await target.fill('chín mươi');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Những gì đã gõ vẫn còn');
  await expect(target).toHaveValue('chín mươi');
  await target.fill('85,5');
  await page.getByLabel('Điểm tối đa của mục Bảo hiểm y tế').fill('40');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page.getByText('Chưa lưu gì.')).toBeVisible({ timeout: 60_000 });
  await expect(target).toHaveValue('85,5');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Đã lưu.')).toBeVisible();

  await page.getByRole('link', { name: 'Thêm chỉ tiêu mới' }).click();
  await page.getByLabel('Mã', { exact: true }).fill('15');
  await page.getByLabel('Tên ngắn', { exact: true }).fill('Cài VNeID');
  await page.getByLabel('Tên đầy đủ của chỉ tiêu').fill('Tỷ lệ hộ có người cài VNeID');
  await page.getByLabel('Câu hỏi', { exact: true }).fill('Hộ có ai cài VNeID không?');
  await page.getByLabel('Hỏi', { exact: true }).selectOption('household');
  await page.getByLabel('Mức phải đạt (%)').fill('80');
  await page.getByLabel(/Điểm tối đa trong thang điểm/).fill('5');
  await page.getByRole('button', { name: 'Thêm chỉ tiêu' }).click();
  await expect(page.getByLabel('Mức phải đạt của chỉ tiêu 15', { exact: true })).toHaveValue('80');
  await page.getByRole('button', { name: 'Đưa bản đã lưu vào dùng' }).click();
  await expect(page.getByText('Đã đưa vào dùng.')).toBeVisible();
  await page.goto(`${app.url}/ward/indicators`);
  await expect(page.getByRole('rowheader', { name: '15. Cài VNeID' })).toBeVisible();
});

test('a figure is typed with its source, replaced by a newer one, and both stay to be read', async () => {
  await page.goto(`${app.url}/ward/figures?code=1#nhap`);
  for (const amount of ['98,5', '101,2']) {
    await page.getByLabel('Số đạt được').fill(amount);
    await page.getByLabel('Trên tổng số, hoặc kế hoạch cả năm').fill('196,4');
    await page.getByLabel('Nguồn số liệu').fill('Phòng Kinh tế, Hạ tầng và Đô thị');
    await page.getByRole('button', { name: 'Ghi số' }).click();
    await expect(page.getByText('Đã ghi số mới.')).toBeVisible();
    await expect(page.getByRole('cell', { name: `${amount}/196,4` }).first()).toBeVisible();
  }
  await expect(page.getByRole('row', { name: /101,2.*đang dùng/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /98,5\/196,4 tỷ đồng.*Cán bộ/ })).toBeVisible();
});

test('axe finds nothing on the desk’s pages for the rule book, and none runs out to the right', async () => {
  const pages = [
    '',
    'indicators',
    'ranking',
    'figures',
    'changes',
    'periods',
    'culture',
    'campaign',
    'marks',
    'public',
    'audit'
  ];
  for (const path of pages) {
    await page.goto(`${app.url}/ward/${path}`);
    await expect(page.getByRole('main')).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
      .analyze();
    expect(
      violations.map(({ id }) => id),
      path
    ).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

test('on a phone the desk’s places are one line, which unfolds and folds itself up on the next page', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${app.url}/ward/changes`);
  const typed = page.getByRole('link', { name: 'Số nhập tay' });
  await expect(typed).toBeHidden();
  await page.getByText('Chỉ tiêu › Biến động').click();
  await typed.click();
  await expect(page.getByRole('heading', { name: 'Số nhập tay', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Biến động' })).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('what moved is read for one group, by whom names may be read', async ({ browser }) => {
  await page.goto(`${app.url}/ward/changes`);
  await page.getByLabel('Tổ dân phố').selectOption({ label: 'Tổ dân phố Đồng Tâm' });
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await page.waitForURL(/group=/);
  const removed = page.getByRole('table', { name: 'Hộ, người ra khỏi số được tính' });
  await expect(removed.getByRole('rowheader').first()).toHaveText('TDP Đồng Tâm');
  await expect(removed.getByText(/, sinh /).first()).toBeVisible();
  const viewer = await signIn(browser, app.url, 'lanhdao');
  await viewer.page.goto(page.url());
  const seen = viewer.page.getByRole('table', { name: 'Hộ, người ra khỏi số được tính' });
  await expect(seen.getByText('một người').first()).toBeVisible();
  await expect(seen.getByText(/, sinh /)).toHaveCount(0);
});

test('the public page is not there until it is opened, and names nobody', async ({ browser }) => {
  const anybody = await (await browser.newContext()).newPage();
  expect((await anybody.goto(`${app.url}/cong-khai`))!.status()).toBe(404);
  await page.goto(`${app.url}/ward/public`);
  await page.getByRole('button', { name: 'Bật trang công khai' }).click();
  await expect(page.getByText('Đang bật')).toBeVisible();
  expect((await anybody.goto(`${app.url}/cong-khai`))!.status()).toBe(200);
  await expect(anybody.getByText('Tạm tính:')).toBeVisible();
  await expect(anybody.getByRole('rowheader')).toHaveCount(23);
});
