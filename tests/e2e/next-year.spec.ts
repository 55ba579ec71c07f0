import type { Locator, Page } from '@playwright/test';
import type { App } from './support/app';
import { openLastYear } from './support/last-year';
import { answersOtherwise, firstHouseholds, sendsAll, signIn, type Someone } from './support/people';
import { allGoHome, expect, test } from './support/test';

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.use({ actionTimeout: 20_000 });

let app: App;
let officer: Page;
let leader: Someone;
test.beforeAll(async ({ browser }) => {
  app = await openLastYear();
  ({ page: officer } = await signIn(browser, app.url, 'canbo'));
  leader = await signIn(browser, app.url, 'totruong1');
});
test.afterAll(async ({ browser }) => {
  await allGoHome(browser);
});

const PLAN = ['1', '2', '3', '4', '5', '6', '7a', '7b', '8a', '8b', '9a', '9b', '9c', '10', '11', '12'];

test('the plan of 2025 stands whole on the screen: its 20 values, what each must reach, and what is scored', async () => {
  await officer.goto(`${app.url}/ward/indicators`);
  const rows = officer.getByRole('rowheader');
  await expect(rows).toHaveCount(20);
  const codes = (await rows.allInnerTexts()).map((text) => text.split('.')[0]);
  expect(codes).toEqual([...PLAN, '13a', '13b', '13c', '14']);
  const rowOf = (name: string) => officer.getByRole('row', { name });
  await expect(rowOf('2. Bán lẻ hàng hóa')).toContainText('1.401,1 tỷ đồng');
  await expect(rowOf('4. Thu ngân sách')).toContainText('20,676 tỷ đồng');
  await expect(rowOf('5. Tăng dân số tự nhiên')).toContainText('0,92');
  await expect(rowOf('7a. Không còn hộ nghèo')).toContainText('không còn');
  await expect(rowOf('7b. Hộ cận nghèo')).toContainText('không quá 0,6 %');
  await expect(rowOf('8a. Có việc làm')).toContainText('96,8 %');
  await expect(rowOf('10. Bảo hiểm y tế')).toContainText('98 %');
  await expect(rowOf('13b. Tổ dân phố văn hóa')).toContainText('23/23');
  await officer.goto(`${app.url}/ward/ranking`);
  await expect(officer.getByText('Tạm tính,')).toBeVisible();
  await expect(officer.getByRole('rowheader', { name: 'Đồng Tâm' })).toBeVisible();
});

test('the campaign of 2026 is made from it in the browser: scale and targets changed, looked at, an indicator of each kind added, put into use', async () => {
  await officer.goto(`${app.url}/ward/campaign`);
  await officer.getByRole('button', { name: 'Chép sang năm 2026' }).click();
  await expect(officer.getByText('Bản đang soạn, chưa dùng.')).toBeVisible();
  await expect(officer.getByLabel('Ngày chốt của chỉ tiêu 13c', { exact: true })).toHaveValue('31/10/2026');
  await officer.getByLabel('Mức phải đạt của chỉ tiêu 10', { exact: true }).fill('98,5');
  await officer.getByLabel('Điểm tối đa của mục Bảo hiểm y tế').fill('30');
  await officer.getByLabel('Điểm tối đa của mục Gia đình văn hóa').fill('10');
  await officer.getByRole('button', { name: 'Xem trước' }).click();
  const preview = officer.getByRole('table', { name: 'Xếp hạng nếu dùng bản này' });
  await expect(preview.getByRole('rowheader')).toHaveCount(23, { timeout: 60_000 });
  await officer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(officer.getByText('Đã lưu.')).toBeVisible();

  for (const indicator of ADDED) await adds(indicator);
  await officer.getByRole('button', { name: 'Bỏ chỉ tiêu 17', exact: true }).click();
  await expect(officer.getByText('Đã bỏ chỉ tiêu khỏi bản đang soạn')).toBeVisible();
  await expect(officer.getByLabel('Mức phải đạt của chỉ tiêu 17', { exact: true })).toBeHidden();
  await adds(ADDED.find(({ code }) => code === '17')!);
  await officer.getByRole('link', { name: 'Quy định bình xét' }).click();
  await officer.getByLabel('Số quyết định về thang điểm').fill('29/2026/QĐ-UBND');
  await officer.getByLabel('Đây là thang điểm ví dụ').uncheck();
  await officer.getByRole('button', { name: 'Lưu quy định' }).click();
  await expect(officer.getByText('Đã lưu quy định bình xét.')).toBeVisible();
  await officer.getByRole('link', { name: 'Về đợt thi đua' }).click();
  await officer.getByRole('button', { name: 'Đưa bản đã lưu vào dùng' }).click();
  await expect(officer.getByText('Đã đưa vào dùng.')).toBeVisible();
});

test('every phone asks them at the next exchange; answers given offline are counted, arrive, and are ranked', async () => {
  const { page, context } = leader;
  await sendsAll(page, app.url);
  const households = await firstHouseholds(page, app.url, 3);
  await page.goto(app.url + households[0]!);
  await expect(page.getByRole('group', { name: /Cài VNeID/ }).first()).toBeVisible();
  await context.setOffline(true);
  let asked = 0;
  for (const href of households) {
    await page.goto(app.url + href);
    asked += await answersYes(page.getByRole('group', { name: /Cài VNeID/ }));
    for (const { name, kind } of ADDED.slice(1)) {
      if (kind === 'number') await writes(page, name, '3');
      else await answersOtherwise(page.getByRole('group', { name: new RegExp(name) }).first());
    }
  }
  for (const { name } of ADDED) await ranksBy(name, 'chưa gửi: khoảng hạng 1');

  await context.setOffline(false);
  await sendsAll(page, app.url);
  for (const { name } of ADDED) await ranksBy(name, 'Hạng 1/23');

  await officer.goto(`${app.url}/ward/ranking?by=answer:15`);
  const first = officer.getByRole('row').nth(1);
  await expect(first).toContainText('Đồng Tâm');
  await expect(first).toContainText(`${asked}/`);
  await page.goto(`${app.url}/culture`);
  await page.getByText('Quy định bình xét năm nay').click();
  await expect(page.getByText('Thang điểm theo quyết định 29/2026/QĐ-UBND')).toBeVisible();
  await officer.goto(`${app.url}/ward/audit`);
  await expect(officer.getByRole('row', { name: /Đưa đợt thi đua vào dùng/ })).toBeVisible();
  for (const { code } of ADDED.slice(1)) {
    await officer.goto(`${app.url}/ward/ranking?by=answer:${code}`);
    const own = officer.getByRole('row').nth(1);
    await expect(own).toContainText('Đồng Tâm');
    await expect(own, code).toContainText(`${households.length}/`);
  }

  async function ranksBy(name: string, words: string): Promise<void> {
    await page.goto(`${app.url}/ranking`);
    await page.getByLabel('Xếp theo').selectOption({ label: name });
    await expect(page.getByLabel('Hạng của tổ'), name).toContainText(words);
  }
});

type Added = Readonly<{
  code: string;
  name: string;
  asked: 'person' | 'household';
  kind: 'yes-no' | 'choice' | 'number';
  target: string;
  most?: string;
  choices?: readonly string[];
}>;

const DOGS = ['Không nuôi', 'Nuôi, đã tiêm phòng', 'Nuôi, chưa tiêm'];
const BLOOD = ['Đã hiến máu', 'Đã đăng ký', 'Chưa'];

/** Each way of answering, of people and of households; the first is scored. */
const ADDED: readonly Added[] = [
  { code: '15', name: 'Cài VNeID', asked: 'person', kind: 'yes-no', target: '80', most: '5' },
  { code: '16', name: 'Nuôi chó, mèo', asked: 'household', kind: 'choice', target: '90', choices: DOGS },
  { code: '17', name: 'Số buổi họp tổ', asked: 'household', kind: 'number', target: '70' },
  { code: '18', name: 'Treo cờ ngày lễ', asked: 'household', kind: 'yes-no', target: '95' },
  { code: '19', name: 'Hiến máu', asked: 'person', kind: 'choice', target: '20', choices: BLOOD },
  { code: '20', name: 'Buổi đọc sách mỗi tuần', asked: 'person', kind: 'number', target: '30' }
];

/** A number into the first field of that name. */
async function writes(page: Page, name: string, number: string): Promise<void> {
  const field = page
    .locator('.field')
    .filter({ has: page.getByLabel(new RegExp(name)) })
    .first();
  await field.getByLabel(new RegExp(name)).fill(number);
  await field.getByLabel(new RegExp(name)).press('Enter');
  await expect(field.getByText('trên máy')).toBeVisible();
}

async function adds({ code, name, asked, kind, target, most, choices = [] }: Added) {
  await officer.getByRole('link', { name: 'Thêm chỉ tiêu mới' }).click();
  await officer.getByLabel('Mã', { exact: true }).fill(code);
  await officer.getByLabel('Tên ngắn', { exact: true }).fill(name);
  await officer.getByLabel('Tên đầy đủ của chỉ tiêu').fill(`Tỷ lệ ${name.toLowerCase()}`);
  await officer.getByLabel('Câu hỏi', { exact: true }).fill(`${name}: nhà mình thế nào?`);
  await officer.getByLabel('Hỏi', { exact: true }).selectOption(asked);
  await officer.getByLabel('Trả lời bằng').selectOption(kind);
  for (const [place, choice] of choices.entries()) {
    await officer.getByLabel(`Câu trả lời thứ ${place + 1}`).fill(choice);
    if (place === 1) await officer.getByLabel('Câu thứ 2 tính thế nào').selectOption('counted');
  }
  if (kind === 'number') await officer.getByLabel('Tính là đạt từ').fill('2');
  await officer.getByLabel('Mức phải đạt (%)').fill(target);
  if (most) await officer.getByLabel(/Điểm tối đa trong thang điểm/).fill(most);
  await officer.getByRole('button', { name: 'Thêm chỉ tiêu' }).click();
  await expect(officer.getByLabel(`Mức phải đạt của chỉ tiêu ${code}`, { exact: true })).toHaveValue(target);
}

/** Everybody of a household. */
async function answersYes(questions: Locator): Promise<number> {
  const all = await questions.count();
  for (let who = 0; who < all; who += 1) {
    await questions.nth(who).locator('label', { hasText: 'Có' }).first().click();
    await expect(questions.nth(who).getByText('trên máy')).toBeVisible({ timeout: 30_000 });
  }
  return all;
}
