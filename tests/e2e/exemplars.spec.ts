import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openPaper } from '../support/papers';
import { PHOTO_PATH } from '$lib/protocol/paths';
import { openWardBehindWire } from '../drills/support/behind-wire';
import { answersOtherwise, firstHouseholds, sendsAll, signIn, truthOf } from './support/people';
import { expect, test } from './support/test';

test.use({ actionTimeout: 20_000 });

const TITLE = 'Giữ ngõ sạch, phân loại rác tại nhà';
const WHO = 'Bà Nguyễn Thị Mai và tổ tự quản';

test('a leader nominates with the network away; the photo goes after the figures; the ward spreads it to all, and cites it', async ({
  browser
}) => {
  test.setTimeout(300_000);
  // The worker sends photos too, by ways that a page's routes do not see.
  const { url, wire, close } = await openWardBehindWire();
  const { page, context } = await signIn(browser, url, 'totruong1');
  const { page: officer } = await signIn(browser, url, 'canbo');
  const { page: viewer } = await signIn(browser, url, 'lanhdao');
  const { page: other } = await signIn(browser, url, 'totruong2');
  const [household] = await firstHouseholds(page, url, 1);

  // Half written and reloaded, it is still there.
  await context.setOffline(true);
  await page.goto(`${url}/exemplars/new`);
  await expect(page.getByText('Không chụp mặt người, giấy tờ, thẻ')).toBeVisible();
  await page.locator('label', { hasText: 'Mô hình, cách làm' }).click();
  await page.getByLabel('Việc làm, cách làm').fill(TITLE);
  await page.reload();
  await expect(page.getByLabel('Việc làm, cách làm')).toHaveValue(TITLE);
  await page.getByRole('button', { name: 'Ghi và gửi phường' }).click();
  await expect(page.getByRole('alert')).toContainText('đủ ba phần');
  await page.getByLabel('Ai làm').fill(WHO);
  await page.getByLabel('Kết quả, tác dụng').fill('41 hộ làm theo.\nNgõ không còn rác qua đêm');
  const large = await aLargePhoto(page);
  expect(large.length).toBeGreaterThan(1024 * 1024);
  await page.getByLabel('Chụp hoặc chọn ảnh').setInputFiles({
    ...{ name: 'IMG_0001.png', mimeType: 'image/png', buffer: large }
  });
  await expect(page.getByText(/Đã thu nhỏ còn \d+ KB/)).toBeVisible();
  await page.getByRole('button', { name: 'Ghi và gửi phường' }).click();
  const own = page.locator('article', { hasText: TITLE });
  await expect(own.getByText('✓ trên máy')).toBeVisible();
  await expect(own.getByText('Ảnh còn trên máy')).toBeVisible();
  await page.reload();
  await own.getByText('Xem lại').click();
  await own.getByRole('button', { name: 'Xem ảnh' }).click();
  await expect.poll(() => widthOf(page)).toBeGreaterThanOrEqual(640);

  // No photo gets through; the figures do, all of them.
  await page.goto(url + household!);
  await answersOtherwise(page.getByRole('group', { name: /Thẻ BHYT/ }).first());
  wire.lets = (path) => !path.startsWith(PHOTO_PATH);
  await context.setOffline(false);
  await sendsAll(page, url);
  await sendsAll(page, url);
  await page.goto(`${url}/exemplars`);
  await expect(own.getByText('Ảnh còn trên máy')).toBeVisible();
  await expect(truthOf(page)).toContainText('Phường đã nhận hết');

  let photo = '';
  wire.lets = (path) => {
    if (path.startsWith(PHOTO_PATH)) photo = path;
    return true;
  };
  await sendsAll(page, url);
  await expect.poll(() => photo).toContain(PHOTO_PATH);
  await page.goto(`${url}/exemplars`);
  await expect(own.getByText('Phường đã nhận ảnh')).toBeVisible();

  // Unpublished it is for its own group and the office alone; only the office writes.
  expect(await statusOf(page, photo)).toBe(200);
  expect(await statusOf(viewer, photo)).toBe(200);
  expect(await statusOf(other, photo)).toBe(403);
  await viewer.goto(`${url}/ward/exemplars`);
  await viewer.getByRole('link', { name: TITLE }).click();
  await expect(viewer.getByText('41 hộ làm theo.')).toBeVisible();
  await expect(viewer.getByRole('button', { name: 'Phổ biến' })).toHaveCount(0);
  expect(await posts(viewer, '/spread', { title: 'x' })).toBe(403);

  // Sent back with a reason, which the group reads.
  await officer.goto(viewer.url());
  await officer.getByLabel('Ý kiến', { exact: true }).selectOption('Trả lại để viết thêm');
  await officer.getByRole('button', { name: 'Ghi ý kiến' }).click();
  await expect(officer.getByRole('alert')).toContainText('Chưa ghi');
  await officer.getByLabel('Lý do').fill('Ghi rõ làm từ bao giờ');
  await officer.getByRole('button', { name: 'Ghi ý kiến' }).click();
  await expect(officer.getByRole('status')).toContainText('Đã trả lại');
  await sendsAll(page, url);
  await page.goto(`${url}/exemplars`);
  await expect(own.getByText('phường trả lại: Ghi rõ làm từ bao giờ')).toBeVisible();
  await own.getByRole('link', { name: 'Viết lại và gửi' }).click();
  await page.getByLabel('Kết quả, tác dụng').fill('Từ tháng 3, 41 hộ làm theo.');
  await page.getByRole('button', { name: 'Ghi và gửi phường' }).click();
  await expect(own).toHaveCount(2);
  await sendsAll(page, url);

  // Spread only with the word of whom it names.
  await officer.goto(`${url}/ward/exemplars`);
  await officer.getByRole('link', { name: TITLE }).first().click();
  await officer.getByRole('button', { name: 'Phổ biến' }).click();
  await expect(officer.getByText('Cần hỏi ý kiến người được nêu trước.')).toBeVisible();
  await officer.getByLabel(/đã đồng ý/).check();
  await officer.getByRole('button', { name: 'Phổ biến' }).click();
  await expect(officer.getByRole('status')).toContainText('Đã phổ biến');

  // Another group reads it; the picture comes only when somebody looks.
  const asked: string[] = [];
  other.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await sendsAll(other, url);
  await other.goto(`${url}/exemplars`);
  const spread = other.locator('article', { hasText: TITLE });
  await spread.getByText('Kết quả, tác dụng').click();
  await expect(spread.getByText('Từ tháng 3, 41 hộ làm theo.')).toBeVisible();
  expect(asked).not.toContain(photo);
  await spread.getByRole('button', { name: 'Xem ảnh' }).click();
  await expect.poll(() => widthOf(other)).toBeGreaterThanOrEqual(640);

  // In the ward's report.
  await officer.goto(`${url}/ward/papers`);
  const [file] = await Promise.all([
    officer.waitForEvent('download'),
    officer.getByRole('link', { name: 'Tải Báo cáo của phường gửi thành phố, văn bản Word' }).click()
  ]);
  const { lines } = openPaper(await readFile(await file.path()));
  expect(lines.some((line) => line.startsWith(`- ${WHO}`) && line.includes('Từ tháng 3, 41 hộ'))).toBe(true);
  await close();
});

/** As a camera makes it: millions of pixels that no compression makes small. */
async function aLargePhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2400, 1800];
    const pen = canvas.getContext('2d')!;
    let seed = 7;
    for (let y = 0; y < 1800; y += 6)
      for (let x = 0; x < 2400; x += 6) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        pen.fillStyle = `hsl(${(x / 2400) * 90 + (seed % 20)} 40% ${40 + (seed % 25)}%)`;
        pen.fillRect(x, y, 6, 6);
      }
    return canvas.toDataURL('image/png').split(',')[1]!;
  });
  return Buffer.concat([Buffer.from(base64, 'base64'), Buffer.alloc(1024 * 1024)]);
}

const widthOf = (page: Page) =>
  page
    .locator('main img')
    .first()
    .evaluate((picture: HTMLImageElement) => picture.naturalWidth);

const statusOf = (page: Page, path: string) =>
  page.evaluate(async (address) => (await fetch(address)).status, path);

const posts = (page: Page, action: string, fields: Record<string, string>) =>
  page.evaluate(
    async ([act, typed]) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(typed)) form.set(name, value);
      const address = `${location.pathname}${location.search}&${act}`;
      return (await fetch(address, { method: 'POST', body: form })).status;
    },
    [action, fields] as const
  );
