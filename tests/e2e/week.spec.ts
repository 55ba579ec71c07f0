import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { App } from './support/app';
import { openEmptyWard } from './support/empty-ward';
import { WireLeader } from './support/wire-leader';
import { allGoHome, expect, test } from './support/test';

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.use({ viewport: { width: 1280, height: 800 } });

/** The day in Viet Nam. */
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
/** Places of the groups whose leaders do not walk. */
const SLOW = [4, 10, 16];

let app: App;
let invitation: string;
let officer: Page;
const leaders: WireLeader[] = [];
const unseen = new Map<WireLeader, string[]>();

test.beforeAll(async ({ browser }) => {
  ({ app, invitation } = await openEmptyWard());
  officer = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
});
test.afterAll(async ({ browser }) => {
  await allGoHome(browser);
});

test('in an empty ward the first officer comes in, makes an account for each of the 23 groups and prints their sheets', async () => {
  await officer.goto(invitation);
  await officer.getByRole('textbox', { name: 'Mã PIN mới' }).fill('246810');
  await officer.getByRole('textbox', { name: 'Gõ lại mã PIN' }).fill('246810');
  await officer.getByRole('button', { name: 'Bắt đầu dùng' }).click();
  await expect(officer.getByRole('heading', { name: 'Tổng quan' })).toBeVisible();
  await expect(officer.getByText('! cả 23 tổ')).toBeVisible();
  await expect(officer.getByRole('heading', { name: 'Sổ của phường chưa có hộ nào' })).toBeVisible();
  await expect(officer.getByRole('main')).not.toContainText('không phát sinh');

  await officer.getByRole('link', { name: 'Ghi tên các tổ dân phố' }).click();
  await officer.getByLabel('Tổ thứ 23').fill('TDP số 22');
  await officer.getByRole('button', { name: 'Lưu tên các tổ' }).click();
  await expect(officer.getByRole('alert')).toContainText('Có hai tổ cùng tên “số 22”.');
  await officer.getByLabel('Tổ thứ 23').fill('Lương Quán');
  await officer.getByRole('button', { name: 'Lưu tên các tổ' }).click();
  await expect(officer.getByText('Đã lưu tên các tổ dân phố.')).toBeVisible();

  await officer.goto(`${app.url}/ward/accounts`);
  await officer.getByRole('button', { name: 'Tạo tài khoản tổ trưởng cho 23 tổ chưa có' }).click();
  await expect(officer.getByText('Đã tạo 23 tài khoản tổ trưởng.')).toBeVisible();
  await officer.getByRole('link', { name: 'In phiếu đăng nhập' }).click();
  await expect(officer.getByRole('checkbox', { checked: true })).toHaveCount(23);
  await officer.getByRole('button', { name: 'Tạo phiếu để in' }).click();
  await expect(officer.getByRole('img', { name: /Mã QR/ })).toHaveCount(23);
  await expect(officer.getByRole('article').filter({ hasText: 'Tổ dân phố Lương Quán' })).toHaveCount(1);
  const links = await officer.locator('article .link span').allInnerTexts();
  expect(new Set(links).size).toBe(23);

  // On paper each has a page of its own, and the desk is not printed.
  await officer.emulateMedia({ media: 'print' });
  await expect(officer.getByRole('navigation')).toBeHidden();
  const pages = (await officer.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)!;
  expect(pages).toHaveLength(23);
  await officer.emulateMedia({ media: 'screen' });

  for (const link of links) leaders.push(await WireLeader.opens(link));
  await officer.goto(`${app.url}/ward/accounts`);
  await expect(officer.getByText('✓ đang dùng')).toHaveCount(24);
});

test('in the week all but three walk their round; the desk names those three first, and why', async () => {
  for (const [place, leader] of leaders.entries()) {
    const households = [await leader.addsHousehold(1), await leader.addsHousehold(2)];
    if (SLOW.includes(place)) unseen.set(leader, households);
    else for (const household of households) await leader.visits(household, today());
  }
  const periods = await periodsOf(officer);
  for (const [place, leader] of leaders.entries()) {
    if (!SLOW.includes(place)) for (const period of periods) await leader.signs(period, today());
  }

  await officer.goto(`${app.url}/ward/urging`);
  const rows = officer.getByRole('table', { name: 'Các tổ chậm' }).locator('tbody tr');
  for (const place of [0, 1, 2]) {
    await expect(rows.nth(place)).toContainText('Quá hạn chốt số liệu');
    await expect(rows.nth(place)).toContainText('Rà soát 0/2 hộ');
  }
  await expect(rows.nth(3)).not.toContainText('Rà soát');
});

test('the three are urged with their own figures, once; one of them does what was asked, and the desk sees it', async () => {
  for (const place of [0, 1, 2]) {
    await officer.goto(`${app.url}/ward/urging`);
    await officer
      .getByRole('table', { name: 'Các tổ chậm' })
      .getByRole('rowheader')
      .nth(place)
      .getByRole('link')
      .click();
    const text = await officer.getByLabel('Lời nhắn gửi tổ').inputValue();
    expect(text).toContain('rà soát tiếp 2 hộ còn lại');
    expect(text).not.toContain('Nguyễn');
    await officer.getByRole('button', { name: 'Gửi và ghi lại' }).click();
    await expect(officer.getByText('Đã ghi lời đôn đốc.')).toBeVisible();
    await expect(officer.getByText(/một lần trong 7\s+ngày/)).toBeVisible();
    await expect(officer.getByRole('button', { name: 'Gửi và ghi lại' })).toBeHidden();
  }

  const diligent = leaders[SLOW[0]!]!;
  expect(await diligent.reads(today())).toContain('rà soát tiếp 2 hộ còn lại');
  for (const household of unseen.get(diligent)!) await diligent.visits(household, today());
  await officer.goto(`${app.url}/ward/urging?group=${diligent.group}`);
  await expect(officer.getByText(/✓ Tổ trưởng .* đã xem/)).toBeVisible();
  const then = officer.getByRole('table', { name: 'Việc được đôn đốc' });
  await expect(then.getByRole('row', { name: /Rà soát 0\/2 hộ/ })).toContainText('✓ đã xong');
  await expect(then.getByRole('row', { name: /Quá hạn chốt số liệu/ }).first()).toContainText('!');

  await expect(officer.getByText(/Nếu chưa xong, trình lãnh đạo được từ/)).toBeVisible();
});

test('each cell opens into its group and there into its people, and the period is closed', async () => {
  await officer.goto(`${app.url}/ward`);
  const row = officer
    .getByRole('row')
    .filter({ has: officer.getByRole('rowheader') })
    .first();
  await row.getByRole('link', { name: '0/2' }).first().click();
  await expect(officer.getByRole('heading', { name: /còn thiếu, chưa rõ: 2 / })).toBeVisible();
  await expect(officer.getByRole('rowheader', { name: 'Nguyễn Văn Hùng' }).first()).toBeVisible();

  await officer.goto(`${app.url}/ward/calendar`);
  await expect(officer.getByText(/chưa chốt: 3 tổ/).first()).toBeVisible();
  await officer
    .getByRole('link', { name: /Các tổ chốt số liệu/ })
    .last()
    .click();
  await officer.getByRole('button', { name: 'Chốt kỳ này' }).click();
  await expect(officer.getByText('Đã chốt kỳ.')).toBeVisible();
  await officer.goto(`${app.url}/ward/calendar`);
  await expect(officer.getByText('✓ kỳ đã chốt')).toBeVisible();
});

test('axe finds nothing serious on the pages of the week, nor is any wider than a phone', async () => {
  const group = leaders[SLOW[1]!]!.group;
  const account = leaders[0]!.account;
  for (const path of [
    ...['/ward', '/ward/urging', `/ward/urging?group=${group}`, '/ward/calendar', `/ward/groups/${group}`],
    ...[
      `/ward/groups/${group}?indicator=10`,
      '/ward/accounts',
      `/ward/accounts/${account}`,
      '/ward/accounts?sheets'
    ]
  ]) {
    await officer.setViewportSize({ width: 1280, height: 800 });
    await officer.goto(app.url + path);
    const { violations } = await new AxeBuilder({ page: officer }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([]);
    await officer.setViewportSize({ width: 390, height: 800 });
    const width = await officer.evaluate(() => document.documentElement.scrollWidth);
    expect([path, width]).toEqual([path, 390]);
  }
});

/** Ids of the plan's periods, from the addresses on the desk. */
async function periodsOf(page: Page): Promise<string[]> {
  await page.goto(`${app.url}/ward/periods`);
  const links = page.locator('main a[href^="/ward/periods/"]');
  await expect(links.first()).toBeVisible();
  const paths = await Promise.all((await links.all()).map((link) => link.getAttribute('href')));
  return [...new Set(paths.map((path) => path!.split('/')[3]!))];
}
