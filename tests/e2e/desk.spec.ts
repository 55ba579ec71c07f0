import AxeBuilder from '@axe-core/playwright';
import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Wire } from '../drills/support/wire';
import { type App, freePort, openApp } from './support/app';
import { type BusyWard, insuranceOn, makeBusy, sendsNow } from './support/busy-ward';
import { answersOtherwise, signIn, truthOf } from './support/people';
import { allGoHome, expect, test } from './support/test';

/** What the ward's officer does at the desk, and what the phones see of it. One ward for all: each test leaves its page settled. */
test.describe.configure({ mode: 'serial' });

const PAGES = ['quarantine', 'differences', 'duplicates', 'moving', 'devices', 'second-copy'] as const;
const [DESK, PHONE] = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 }
];

let server: App;
let app: { url: string; wire: Wire };
let ward: BusyWard;
test.beforeAll(async ({ browser }) => {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  server = await openApp({ ORIGIN: url });
  app = { url, wire: new Wire(() => server.url, port) };
  ward = await makeBusy(browser, app);
});
test.afterAll(async ({ browser }) => {
  await allGoHome(browser);
  app.wire.close();
});

const open = (path: string) => ward.officer.goto(`${app.url}/ward/${path}`);
const said = () => ward.officer.getByRole('status');

for (const path of PAGES) {
  for (const size of [DESK, PHONE]) {
    test(`${path} at ${size.width} px: nothing is cut off, axe finds nothing serious`, async () => {
      const { officer } = ward;
      await officer.setViewportSize(size);
      await open(path);
      await expect(officer.getByRole('heading', { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page: officer }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(await widerThanItsWindow(officer)).toBe(false);
      expect(await smallTargets(officer)).toEqual([]);
      await officer.setViewportSize(DESK);
    });
  }
}

test('[CO3] the officer chooses one of two values with the keyboard alone, and the phones see it', async () => {
  const { officer, hoa } = ward;
  await open('differences');
  const line = officer.getByRole('listitem').filter({ hasText: 'BHYT' });
  await expect(line).toHaveCount(1);
  const choice = line.getByRole('button', { name: /^Chọn/ }).last();
  const word = (await choice.textContent())!.replace('Chọn:', '').trim();
  await reachedByKeys(officer, choice);
  await officer.keyboard.press('Enter');
  await expect(said()).toContainText('Đã chọn');
  await expect(officer.getByText('Không có chỗ nào hai người ghi khác nhau')).toBeVisible();
  await hoa.context.setOffline(false);
  await hoa.page.goto(app.url + ward.disputed);
  const chosen = insuranceOn(hoa.page).locator('label', { hasText: word }).first().locator('input');
  await expect(chosen).toBeChecked();
  await expect(hoa.page.getByText('Hai giá trị')).toBeHidden();
});

test('[SV6] what came while nobody was signed in is taken in, and the phone sees its receipt', async () => {
  const { officer, lan } = ward;
  await open('quarantine');
  const box = officer.getByRole('region', { name: /Ngăn giữ: máy của/ });
  await expect(box).toContainText('Gửi khi chưa đăng nhập');
  await box.getByRole('button', { name: 'Nhận tất cả' }).click();
  await expect(said()).toContainText('Đã nhận 1 mục');
  await expect(box).toBeHidden();
  await lan.page.goto(`${app.url}/sign-in`);
  await lan.page.getByLabel('Tên đăng nhập').fill('topho1');
  await lan.page.getByRole('textbox', { name: 'Mã PIN' }).fill('246810');
  await lan.page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(truthOf(lan.page)).toContainText('Phường đã nhận hết ·');
  await lan.page.goto(`${app.url}/outbox`);
  await expect(lan.page.getByText('Phường giữ lại để xem')).toBeHidden();
});

test('[CO4][SV4] a household moves to another group; work that was on its way is late, and taken in with one tap', async ({
  browser
}) => {
  const { officer, hoa } = ward;
  await hoa.page.goto(app.url + ward.unsent);
  const name = (await hoa.page.locator('section.person h2').first().textContent())!.trim();
  await hoa.context.setOffline(true);
  const answer = await answersOtherwise(insuranceOn(hoa.page));

  await open('moving');
  await officer.getByRole('searchbox').fill(name.toLocaleLowerCase('vi'));
  await officer.keyboard.press('Enter');
  const id = ward.unsent.split('/').at(-1)!;
  await officer.locator(`a[href="/ward/moving/${id}"]`).click();
  await expect(officer.getByText('thì không mất')).toBeVisible();
  await officer.getByRole('button', { name: 'Chuyển hộ' }).click();
  await expect(officer.getByLabel('Tổ mới')).toBeFocused();
  // The first of the list is Hoa's own group, which is not offered.
  await officer.getByLabel('Tổ mới').selectOption({ index: 4 });
  await officer.getByRole('button', { name: 'Chuyển hộ' }).click();
  await expect(said()).toContainText('Đã chuyển hộ sang');

  await hoa.context.setOffline(false);
  await sendsNow(app, hoa);
  await expect(hoa.page.getByText('Hộ này đã chuyển sang tổ khác trước khi mục ghi đến')).toBeVisible();
  await hoa.page.goto(`${app.url}/households`);
  await expect(hoa.page.locator(`a[href="${ward.unsent}"]`)).toHaveCount(0);

  await officer.goto(`${app.url}/ward`);
  await expect(officer.locator('main a').first()).toHaveText('Mục để riêng');
  await expect(officer.getByText('cũ nhất: dưới 1 giờ').first()).toBeVisible();
  await open('quarantine');
  const late = officer.getByRole('listitem').filter({ hasText: 'Hộ đã chuyển sang tổ khác' });
  await late.getByRole('button', { name: 'Nhận', exact: true }).click();
  await expect(said()).toContainText('Đã nhận 1 mục');

  const there = await signIn(browser, app.url, 'totruong5');
  await there.page.goto(app.url + ward.unsent);
  const shown = insuranceOn(there.page).locator('label', { hasText: answer }).first().locator('input');
  await expect(shown).toBeChecked();

  await open('moving');
  await officer.getByRole('listitem').filter({ hasText: name }).getByRole('button').click();
  await expect(said()).toContainText('Đã chuyển trả về tổ cũ');
  await sendsNow(app, hoa);
  await hoa.page.goto(app.url + ward.unsent);
  await expect(
    insuranceOn(hoa.page).locator('label', { hasText: answer }).first().locator('input')
  ).toBeChecked();
});

test('[CO6] two records are merged and parted again; what is no double is not asked about twice', async () => {
  const { officer } = ward;
  await open('duplicates');
  const pairs = officer.getByRole('listitem').filter({ hasText: 'Không phải trùng' });
  const before = await pairs.count();
  await pairs.first().getByRole('button', { name: 'Gộp, giữ bản này' }).first().click();
  await expect(said()).toContainText('Đã gộp làm một');
  await expect(pairs).toHaveCount(before - 1);
  await officer.getByRole('button', { name: 'Tách ra như cũ' }).click();
  await expect(said()).toContainText('Đã tách ra');
  await expect(pairs).toHaveCount(before);
  await pairs.first().getByRole('button', { name: 'Không phải trùng' }).click();
  await expect(said()).toContainText('Sẽ không hỏi lại');
  await expect(pairs).toHaveCount(before - 1);
});

test('[EP3] a phone that will not come back: what it held is counted as lost, and taken all the same if it does', async () => {
  const { officer, mai } = ward;
  await open('devices');
  const card = officer.getByRole('listitem').filter({ hasText: 'Ghi là máy không còn' });
  await expect(card).toContainText('chưa gửi');
  await card.getByText('Máy này hỏng, mất hoặc đã xóa').click();
  await card.getByRole('button', { name: 'Ghi là máy không còn' }).click();
  await expect(said()).toContainText('Đã ghi là máy không còn');
  await expect(officer.getByText('Mất 2 mục')).toBeVisible();
  await mai.context.setOffline(false);
  await sendsNow(app, mai);
  await expect(truthOf(mai.page)).toContainText('Phường đã nhận hết');
  await open('devices');
  await expect(officer.getByText('Mất 2 mục')).toBeHidden();
  await expect(officer.getByText('Không thấy mục nào bị mất')).toBeVisible();
});

test('[OB6] a second copy reaches the ward as .txt, twice is once, and the phone gets its receipts', async ({}, info) => {
  const { officer, mai } = ward;
  await mai.page.goto(`${app.url}/households`);
  await mai.page.locator('main a[href^="/households/"]:not([href$="/new"])').nth(4).click();
  await expect(insuranceOn(mai.page)).toBeVisible();
  await mai.context.setOffline(true);
  await answersOtherwise(insuranceOn(mai.page));
  await mai.page.goto(`${app.url}/outbox`);
  const download = mai.page.waitForEvent('download');
  await mai.page.getByRole('button', { name: 'Làm bản sao (1 mục)' }).click();
  const file = info.outputPath('ban-sao.txt');
  await writeFile(file, await readFile(await (await download).path()));

  await takesIn(officer, file);
  await expect(said()).toContainText('1 mục mới');
  await takesIn(officer, file);
  await expect(said()).toContainText('1 mục phường đã có từ trước');
  const foreign = info.outputPath('anh.txt');
  await writeFile(foreign, 'không phải bản sao');
  await takesIn(officer, foreign);
  await expect(said()).toContainText('không phải bản sao của phường');

  await mai.context.setOffline(false);
  await sendsNow(app, mai);
  await expect(truthOf(mai.page)).toContainText('Phường đã nhận hết');
});

async function takesIn(officer: Page, file: string): Promise<void> {
  await open('second-copy');
  await officer.getByLabel('Tệp bản sao').setInputFiles(file);
  await officer.getByRole('button', { name: 'Nhận bản sao' }).click();
}

/** Tab after tab, as somebody without a mouse goes. */
async function reachedByKeys(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab does not lead there.');
}

const widerThanItsWindow = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

/** Buttons and fields under 48 px, by their words. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main button, main select, main input:not([type=hidden]), main summary')]
      .filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().height < 48)
      .map((element) => element.textContent)
  );
