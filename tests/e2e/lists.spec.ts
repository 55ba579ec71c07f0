import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { readFile as readSheets } from '$lib/server/lists/read-file';
import { hostileFiles } from '../support/lists/hostile-files';
import { MESSY_FILES } from '../support/lists/messy-files';
import { workbook } from '../support/lists/workbook';
import { type App, openApp } from './support/app';
import { signIn } from './support/sign-in';
import { allGoHome, expect, test } from './support/test';

/** Lists of the office: brought, looked at, entered, taken back; and tables taken out. One ward, one story. */
test.describe.configure({ mode: 'serial' });

let app: App;
let officer: Page;
test.beforeAll(async ({ browser }) => {
  app = await openApp();
  officer = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await signIn(officer, app, 'canbo');
  await expect(officer.getByRole('heading', { name: 'Tổng quan' })).toBeVisible({ timeout: 90_000 });
});
test.afterAll(async ({ browser }) => {
  await allGoHome(browser);
});

const HEAD = ['TT', 'Họ và tên', 'Năm sinh', 'Quan hệ với CH', 'Chỗ ở'];
const NEWCOMERS = [
  [1, 'LƯƠNG THỊ THỬ', '12/04/1971', 'Chủ hộ', 'Số 901 ngõ 902 đường Thử'],
  [2, 'Vũ Gia Thử', '2012', 'Con', null]
];
const list = () => workbook([{ name: 'Sheet1', rows: [['DANH SÁCH NHÂN KHẨU'], [], HEAD, ...NEWCOMERS] }]);

async function brings(name: string, bytes: Uint8Array, what = 'Tệp danh sách'): Promise<void> {
  await officer.goto(`${app.url}/ward/lists`);
  const field = officer.getByLabel(what, { exact: true });
  await field.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  const form = officer.locator('form', { has: field });
  await expect(form).toContainText(name);
  await form.getByRole('button', { name: 'Đọc tệp' }).click();
}
const said = () => officer.getByRole('status');

test('[T-H10] a broken or hostile file is refused in words, and nothing changes', async () => {
  const files = hostileFiles().filter(({ bytes }) => bytes.length < 1_000_000);
  for (const { title, bytes } of files) {
    await brings('danh sach.xlsx', bytes);
    await expect(officer.getByRole('alert'), title).toContainText('Sổ chưa đổi gì');
    await expect(officer.getByText('Chưa có danh sách nào')).toBeVisible();
  }
});

test('a list without its group is asked about, previewed, entered once, and taken back', async () => {
  await brings('danh sach moi.xlsx', list());
  await expect(officer.getByRole('heading', { name: 'Mỗi cột là gì?' })).toBeVisible();
  await expect(officer.getByLabel('Cột “Chỗ ở” là')).toHaveValue('address');
  await officer.getByRole('button', { name: 'Xem trước' }).click();
  await expect(officer.getByRole('alert')).toContainText('chưa chọn là của tổ nào');
  await officer.getByRole('combobox', { name: /^Của tổ/ }).selectOption({ index: 1 });
  await officer.getByLabel(/Danh sách có đủ mọi hộ/).uncheck();
  await officer.getByRole('button', { name: 'Xem trước' }).click();
  await expect(said().first()).toContainText('Đọc được 1 hộ, 2 người');
  await expect(officer.getByRole('listitem').filter({ hasText: 'Lương Thị Thử' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page: officer }).analyze();
  expect(
    violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
  ).toEqual([]);

  await officer.goto(`${app.url}/ward/moving`);
  await officer.getByRole('searchbox').fill('901 902');
  await officer.keyboard.press('Enter');
  await expect(officer.getByText('Không thấy hộ nào')).toBeVisible();

  await officer.goBack();
  await officer.goto(`${app.url}/ward/lists`);
  await officer.getByRole('link', { name: 'danh sach moi.xlsx' }).click();
  await officer.getByRole('button', { name: 'Nhập vào sổ' }).click();
  await expect(said()).toContainText('Đã nhập: 1 mục ghi', { timeout: 30_000 });

  const page = officer.url();
  await brings('danh sach moi.xlsx', list());
  await expect(officer.getByText('Đúng tệp này đã nhập')).toBeVisible();
  await officer.getByRole('combobox', { name: /^Của tổ/ }).selectOption({ index: 1 });
  await officer.getByLabel(/Danh sách có đủ mọi hộ/).uncheck();
  await officer.getByRole('button', { name: 'Xem trước' }).click();
  await expect(said().first()).toContainText('1 hộ đúng như sổ');
  await expect(officer.getByText('Không có gì mới để nhập')).toBeVisible();

  await officer.goto(page);
  await officer.getByRole('button', { name: 'Hoàn tác lần nhập' }).click();
  await expect(said()).toContainText('Đã hoàn tác 1 mục', { timeout: 30_000 });
});

test('lists of several groups in old letters are read and shown before anything is written', async () => {
  for (const { file, bytes, households } of MESSY_FILES.slice(0, 3)) {
    await brings(file, bytes);
    await officer.getByRole('combobox', { name: /^Của tổ/ }).selectOption({ index: 2 });
    await officer.getByRole('button', { name: 'Xem trước' }).click();
    await expect(said().first()).toContainText(`Đọc được ${households.length} hộ`);
    const [, first] = /\| ([^,|]+?) \d{4}/.exec(households[0]!)!;
    await officer.getByRole('link', { name: /^Hộ mới/ }).click();
    await expect(officer.getByRole('listitem').filter({ hasText: first! })).toBeVisible();
    await officer.getByRole('button', { name: 'Bỏ danh sách này' }).click();
  }
});

test("another office's list is only laid beside the book, and never says that somebody has no card", async () => {
  const bytes = workbook([
    {
      name: 'BHXH',
      rows: [
        ['Họ và tên', 'Ngày sinh', 'Số thẻ BHYT'],
        ['Người Không Ai Biết', '01/01/1980', 'GD4310123456789']
      ]
    }
  ]);
  await brings('bhxh.xlsx', bytes, 'Tệp danh sách của cơ quan khác');
  await officer.getByRole('combobox', { name: /^Danh sách của/ }).selectOption({ index: 1 });
  await officer.getByRole('button', { name: 'Đối chiếu' }).click();
  await expect(said().first()).toContainText('Danh sách có 1 người');
  await expect(officer.getByText('Không có trong danh sách chưa phải là không có thẻ')).toBeVisible();
  await expect(officer.getByText('Nhập vào sổ')).toBeHidden();
});

test('a table leaves as it stands on the page: its rows, its sum, numbers masked, and the book knows', async () => {
  await officer.goto(`${app.url}/ward/exports/people`);
  await officer.getByLabel('Của tổ', { exact: true }).selectOption({ index: 1 });
  await officer.getByRole('button', { name: 'Xem' }).click();
  await officer.waitForURL(/group=/);
  const line = (await officer.locator('.sum').textContent())!;
  const [, count] = /([\d.]+) dòng/.exec(line.replace(/\s+/g, ' '))!;
  const [sum] = /[0-9A-F]{4}-[0-9A-F]{4}/.exec(line)!;
  const download = officer.waitForEvent('download');
  await officer.getByRole('button', { name: 'Lấy tệp Excel' }).click();
  const read = readSheets(await readFile(await (await download).path()));
  if ('problem' in read) throw new Error(read.problem);
  const { rows } = read.sheets[0]!;
  expect(rows[2]![0]).toContain(`Số dòng: ${count!.replace('.', '')} · Mã kiểm: ${sum}`);
  expect(rows).toHaveLength(4 + Number(count!.replace('.', '')));
  expect(rows.slice(4).some((row) => /^\d{12}$/.test(row[6] ?? ''))).toBe(false);
  await officer.goto(`${app.url}/ward/exports/audit`);
  await expect(officer.getByRole('row').nth(1)).toContainText('Xuất bảng');
  await expect(officer.getByRole('row').nth(1)).toContainText(sum!);
});

test('figures are read from outside with a token, without it not, and not after it was taken back', async ({
  request
}) => {
  await officer.goto(`${app.url}/ward/readers`);
  await officer.getByLabel('Cấp cho ai').fill('Sở Nội vụ');
  await officer.getByRole('button', { name: 'Cấp mã' }).click();
  const token = (await officer.getByRole('status').locator('code').textContent())!;
  const ask = (bearer: string) =>
    request.get(`${app.url}/api/figures?page=3`, { headers: { authorization: `Bearer ${bearer}` } });
  const answer = await ask(token);
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ version: 1, page: 3, pages: 3, groups: { length: 3 } });
  expect((await ask(`${token}x`)).status()).toBe(401);
  await officer.getByRole('button', { name: 'Thu lại' }).click();
  await expect(officer.getByRole('status')).toContainText('Đã thu lại mã');
  expect((await ask(token)).status()).toBe(401);
});

test('who only looks brings no list and takes no names out', async ({ browser }) => {
  const viewer = await (await browser.newContext()).newPage();
  await signIn(viewer, app, 'lanhdao');
  await expect(viewer.getByRole('heading', { name: 'Tổng quan' })).toBeVisible();
  await viewer.goto(`${app.url}/ward/lists`);
  await expect(viewer.getByRole('button', { name: 'Đọc tệp' })).toHaveCount(0);
  const post = (path: string, form: Record<string, string>) =>
    viewer.request.post(`${app.url}/ward/${path}`, { form, headers: { origin: app.url } });
  expect((await post('exports/people/file', { format: 'csv' })).status()).toBe(404);
  expect((await post('lists?/take', {})).status()).toBe(403);
  expect((await post('readers?/make', { name: 'x' })).status()).toBe(403);
  expect((await post('exports/overview/file', { format: 'csv' })).status()).toBe(200);
});

for (const path of ['lists', 'exports', 'exports/overview', 'readers']) {
  for (const width of [1280, 360]) {
    test(`${path} at ${width} px: nothing is cut off, axe finds nothing serious`, async () => {
      await officer.setViewportSize({ width, height: 740 });
      await officer.goto(`${app.url}/ward/${path}`);
      await expect(officer.getByRole('heading', { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page: officer }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(await officer.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(
        false
      );
    });
  }
}
