import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openPaper } from '../support/papers';
import { type App, openApp } from './support/app';
import { signIn } from './support/people';
import { expect, test } from './support/test';

test.use({ actionTimeout: 20_000 });
let app: App;
test.beforeEach(async () => void (app = await openApp()));

test('from the closed period: what is missing is listed, sentences are typed and kept, every paper is a whole file', async ({
  browser
}) => {
  const { page } = await signIn(browser, app.url, 'canbo');
  await page.goto(`${app.url}/ward/papers`);
  const missing = page.getByRole('region', { name: 'Còn thiếu trong báo cáo của phường' });
  await expect(missing.locator('details').first()).toBeVisible();
  const sentence = 'Công tác phát động được triển khai đến 23 tổ dân phố ngay trong tháng 9.';
  const before = openPaper((await downloads(page, /Báo cáo của phường.*Word/)).bytes);
  expect(before.lines.join('\n')).not.toContain(sentence);
  expect(before.lines.join('\n'), 'closed: no draft').not.toContain('DỰ THẢO');

  await page.goto(`${app.url}/ward/judgements`);
  await page.getByLabel('Ban hành văn bản, phát động, ký giao ước thi đua').fill(sentence);
  await page.getByRole('button', { name: 'Lưu nhận định' }).click();
  await expect(page.getByRole('status')).toContainText('Đã lưu');
  await page.reload();
  await expect(page.getByLabel('Ban hành văn bản, phát động')).toHaveValue(sentence);

  await page.goto(`${app.url}/ward/papers`);
  const files = [];
  for (const link of await page.getByRole('link', { name: /^Tải / }).all())
    files.push(await downloads(page, (await link.getAttribute('aria-label'))!));
  expect(files.map(({ name }) => name.split('.').at(-1))).toEqual(['docx', 'xlsx', 'docx', 'xlsx', 'docx']);
  for (const { bytes } of files) expect([...bytes.subarray(0, 4)]).toEqual([0x50, 0x4b, 0x03, 0x04]);
  const [report, , sheets] = files;
  const told = openPaper(report!.bytes).lines.join('\n');
  expect(told).toContain(sentence);
  for (const heading of ['BÁO CÁO', 'Phụ lục I', 'Phụ lục II', 'Phụ lục III'])
    expect(told).toContain(heading);
  expect(openPaper(sheets!.bytes).lines.filter((line) => line.includes('PHIẾU TỔNG HỢP'))).toHaveLength(23);

  await page.goto(`${app.url}/ward/culture-papers`);
  const culture = await page.getByRole('link', { name: /văn bản Word/ }).all();
  expect(culture.length).toBeGreaterThan(1);
  for (const link of culture) {
    const { bytes } = await downloads(page, (await link.getAttribute('aria-label'))!);
    expect(openPaper(bytes).lines.some((line) => line.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'))).toBe(
      true
    );
  }
});

test('the list of awards is changed with a reason, which stays; without one nothing changes', async ({
  browser
}) => {
  const { page } = await signIn(browser, app.url, 'canbo');
  await page.goto(`${app.url}/ward/awards`);
  const rows = page.getByRole('region', { name: /^Tập thể: các trường hợp/ }).locator('tbody tr');
  // By the rules the best is proposed, with why; whom they leave out a person may add.
  await expect(rows.first()).toContainText(/hạng 1\/23; .+ điểm.+✓ đề nghị/s);
  const leftOut = rows.filter({ hasText: '– không' }).first().getByRole('rowheader');
  const name = (await leftOut.textContent())!.trim();
  const one = rows.filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await one.getByRole('button', { name: 'Ghi' }).click();
  await expect(page.getByRole('alert')).toContainText('cần chọn và ghi lý do');
  await expect(one).toContainText('– không');
  await one.getByLabel(/^Lý do/).fill('Dẫn đầu phong trào xây dựng ngõ phố văn minh');
  await one.getByRole('button', { name: 'Ghi' }).click();
  await expect(page.getByRole('status')).toContainText('Đã ghi kèm lý do');
  await expect(one).toContainText('✓ đề nghị');
  await page.reload();
  await expect(one).toContainText('Dẫn đầu phong trào xây dựng ngõ phố văn minh');
  const { bytes } = await downloads(page, /Hồ sơ đề nghị khen thưởng.*Word/);
  const told = openPaper(bytes).lines.join('\n');
  for (const wanted of ['TỜ TRÌNH', 'DANH SÁCH', 'BIÊN BẢN', name, 'Dẫn đầu phong trào xây dựng ngõ phố'])
    expect(told).toContain(wanted);

  await one.getByLabel(/^Lý do/).fill('Đang giải quyết đơn thư');
  await one.getByRole('button', { name: 'Ghi' }).click();
  await expect(one).toContainText('– không');
  const after = await downloads(page, /Hồ sơ đề nghị khen thưởng.*Word/);
  expect(openPaper(after.bytes).lines.join('\n')).not.toContain('Dẫn đầu phong trào xây dựng ngõ phố');
});

test('households are proposed by their years; of a group all that qualify can be seen, and another is taken with a reason', async ({
  browser
}) => {
  const { page } = await signIn(browser, app.url, 'canbo');
  await page.goto(`${app.url}/ward/awards`);
  const rows = page.getByRole('region', { name: /^Hộ gia đình: các trường hợp/ }).locator('tbody tr');
  await expect(rows.first()).toContainText(/năm liên tục đạt Gia đình văn hóa.*quyết định số.*✓ đề nghị/s);
  const byTheRules = await rows.count();
  await page.getByLabel('Xem cả các hộ đủ điều kiện của').selectOption({ label: 'Tổ dân phố Đồng Tâm' });
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(byTheRules);
  const other = rows.filter({ hasText: 'hết chỉ tiêu' }).last();
  await other.getByLabel(/^Lý do/).fill('Hiến đất mở ngõ');
  await other.getByRole('button', { name: 'Ghi' }).click();
  await expect(rows.filter({ hasText: 'Hiến đất mở ngõ' })).toContainText('✓ đề nghị');
  const { bytes } = await downloads(page, /Hồ sơ đề nghị khen thưởng.*Word/);
  const told = openPaper(bytes).lines;
  expect(told.filter((line) => line.includes('Hiến đất mở ngõ'))).toHaveLength(2);
  expect(told.filter((line) => line === 'Hộ gia đình').length).toBeGreaterThanOrEqual(2 * byTheRules);
});

test('a unit’s report is received with its file; one of another kind is refused; strictly before the day', async ({
  browser
}) => {
  const { page } = await signIn(browser, app.url, 'canbo');
  await page.goto(`${app.url}/ward/units`);
  const unit = (await page.getByRole('rowheader').first().textContent())!.trim();
  const line = page.locator('tr', { hasText: unit });
  // Reminded where its day is near: the text stands ready, and that it was sent is written down.
  await page.goto(`${app.url}/ward/urging`);
  const owing = page.getByRole('link', { name: unit, exact: true });
  const isNear = (await owing.count()) > 0;
  if (isNear) {
    await owing.click();
    await expect(page.getByLabel('Lời nhắc')).toHaveValue(new RegExp(`^Kính gửi ${unit},`));
    await page.getByRole('button', { name: 'Ghi là đã nhắc' }).click();
    await expect(page.getByText(/^Lần nhắc gần nhất: .*hôm nay/)).toBeVisible();
  }
  await page.goto(`${app.url}/ward/units`);
  const receives = async (name: string, mimeType: string, buffer: Buffer) => {
    await page.getByLabel('Đơn vị', { exact: true }).selectOption(unit);
    await page.getByLabel(/Tệp báo cáo/).setInputFiles({ name, mimeType, buffer });
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
  };
  await receives('bao-cao.pdf', 'application/pdf', Buffer.from('<html>không phải PDF</html>'));
  await expect(page.getByRole('alert')).toContainText('chỉ nhận tệp PDF hoặc Word');
  await expect(line).toContainText('chưa nộp');
  await receives('Báo cáo trường.pdf', 'application/pdf', Buffer.from('%PDF-1.7\n%%EOF'));
  await expect(page.getByRole('status')).toContainText('Đã ghi nhận');
  await expect(line).toContainText(/đúng hạn|nộp muộn/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    line.getByRole('link', { name: 'Báo cáo trường.pdf' }).click()
  ]);
  expect((await readFile(await file.path())).toString()).toBe('%PDF-1.7\n%%EOF');
  await page.goto(`${app.url}/ward/urging`);
  await expect(page.getByRole('heading', { name: /^Đơn vị chưa gửi báo cáo: \d/ })).toBeVisible();
  await expect(owing).toHaveCount(0);
});

test('the groups’ reports stand on the same page: signed in time, late, not signed, by name', async ({
  browser
}) => {
  const { page } = await signIn(browser, app.url, 'lanhdao');
  await page.goto(`${app.url}/ward/units`);
  const period = page.getByRole('region', { name: 'Các tổ chốt số liệu' }).locator('tbody tr').first();
  await expect(period.getByRole('rowheader')).toContainText('Kỳ giữa đợt');
  const counts = (await period.locator('td').allTextContents()).slice(1).map((cell) => parseInt(cell, 10));
  expect(Math.min(...counts)).toBeGreaterThan(0);
  expect(counts.reduce((sum, count) => sum + count)).toBe(23);
  await expect(period).toContainText('số 22');
});

test('a viewer reads and takes papers, and writes nothing; a leader does not come in', async ({
  browser
}) => {
  const { page } = await signIn(browser, app.url, 'lanhdao');
  for (const [path, action, button] of [
    ['judgements', 'keep', 'Lưu nhận định'],
    ['awards', 'choose', 'Ghi'],
    ['units', 'receive', 'Ghi nhận'],
    ['paper-settings', 'keep', 'Lưu'],
    ['exemplars', 'spread', 'Phổ biến']
  ] as const) {
    await page.goto(`${app.url}/ward/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: button, exact: true })).toHaveCount(0);
    const status = await page.evaluate(
      async (act) => (await fetch(`?/${act}`, { method: 'POST', body: new FormData() })).status,
      action
    );
    expect([path, status]).toEqual([path, 403]);
  }
  await page.goto(`${app.url}/ward/papers`);
  expect((await downloads(page, /Báo cáo của phường.*Word/)).bytes.length).toBeGreaterThan(10_000);

  const { page: leader } = await signIn(browser, app.url, 'totruong1');
  for (const path of ['papers', 'papers/file?paper=ward-report', 'units', 'awards', 'exemplars']) {
    const answer = await leader.request.get(`${app.url}/ward/${path}`, { maxRedirects: 0 });
    expect([path, answer.status(), answer.headers().location]).toEqual([path, 303, '/sign-in']);
  }
});

async function downloads(page: Page, name: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) })
      .first()
      .click()
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
