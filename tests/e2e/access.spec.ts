import type { Page } from '@playwright/test';
import { openApp } from './support/app';
import { isFreeOfFaults as hasNoFaults } from './support/faults';
import { answersOtherwise, firstHouseholds, signIn } from './support/people';
import { seeTheRound } from './support/round-states';
import { expect, test } from './support/test';

async function isFreeOfFaults(page: Page): Promise<void> {
  await hasNoFaults(page);
  await expect(page).toHaveTitle(/.+ · Thi đua|Thi đua/);
}

/** Every screen of the leader but the round's, which have states of their own. */
const screensOf = (household: string): string[] => [
  ...['/', '/ranking', '/outbox', '/history', '/messages', '/indicators/10', '/periods', '/culture'],
  ...['/households', '/households/new', '/households/rooms', '/households/sheet', household],
  ...['history', 'change', 'change/birth', 'change/split', 'change/join'].map(
    (page) => `${household}/${page}`
  ),
  ...['/exemplars', '/exemplars/new', '/share', '/phone-check', '/help', '/help/ra-soat']
];

test('axe finds nothing on any screen of the leader', async ({ browser }) => {
  test.slow();
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  const [household] = await firstHouseholds(page, app.url, 1);
  for (const path of screensOf(household!)) {
    await page.goto(app.url + path);
    await expect(page.getByRole('main')).toBeVisible();
    await isFreeOfFaults(page);
  }
  await page.goto(app.url + household!);
  await answersOtherwise(page.getByRole('group', { name: /Thẻ BHYT/ }).first());
  await isFreeOfFaults(page);
  await opensRanking(page, app.url);
  await isFreeOfFaults(page);
});

test('axe finds nothing where something was typed wrong, or is half typed', async ({ browser }) => {
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  await page.goto(`${app.url}/households/new`);
  await page.getByText('Ghi thêm số định danh, số điện thoại').click();
  for (const [label, wrong] of [
    ['Họ và tên chủ hộ', 'nguyễn văn 4n'],
    ['Ngày sinh, năm sinh hoặc tuổi', '45/13/99'],
    ['Số định danh (căn cước)', '031'],
    ['Số điện thoại', '12']
  ] as const) {
    await page.getByLabel(label, { exact: true }).fill(wrong);
  }
  await page.getByRole('heading', { level: 1 }).click();
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(3);
  await isFreeOfFaults(page);
  await page.reload();
  await expect(page.getByText('Đang gõ dở lần trước').first()).toBeVisible();
  await isFreeOfFaults(page);
  await page.goto(`${app.url}/exemplars/new`);
  await page.getByRole('button', { name: 'Ghi và gửi phường' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await isFreeOfFaults(page);
});

test('axe finds nothing at the door, on the ward page and on a wrong address', async ({ browser }) => {
  const app = await openApp();
  const { page: officer } = await signIn(browser, app.url, 'canbo');
  await isFreeOfFaults(officer);
  const page = await (await browser.newContext()).newPage();
  for (const path of ['/sign-in', '/invite', '/khong-co-trang-nay']) {
    await page.goto(app.url + path);
    await isFreeOfFaults(page);
  }
});

test('every screen of the leader stays whole at 320 pixels, and with text twice as large', async ({
  browser
}) => {
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  const [household] = await firstHouseholds(page, app.url, 1);
  for (const path of screensOf(household!)) {
    for (const [width, text] of [
      [320, '100%'],
      [360, '200%']
    ] as const) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(app.url + path);
      await expect(page.getByRole('main')).toBeVisible();
      await page.addStyleTag({ content: `html { font-size: ${text} !important }` });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${path} runs out to the right at ${width} px, text ${text}`).toBeLessThanOrEqual(0);
    }
  }
});

/** A place explained and both pictures drawn: the ranking at its fullest. */
async function opensRanking(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/ranking`);
  await page.getByRole('button', { name: /Lương Quán/ }).click();
  await page.getByRole('button', { name: 'Xem các tổ bằng hình' }).click();
  await page.getByRole('button', { name: 'Xem tổ mình qua từng ngày' }).click();
  await expect(page.getByRole('img')).toHaveCount(2);
}

test('the ranking opened stays whole at 320 pixels, and a place is explained with the keyboard alone', async ({
  browser
}) => {
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  await page.setViewportSize({ width: 320, height: 740 });
  await opensRanking(page, app.url);
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow()).toBeLessThanOrEqual(0);
  const own = page.getByRole('button', { name: /Đồng Tâm/ });
  await own.focus();
  await page.keyboard.press('Enter');
  await expect(own).toHaveAttribute('aria-expanded', 'true');
});

test('an answer is given and taken back with the keyboard alone', async ({ browser }) => {
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  const [household] = await firstHouseholds(page, app.url, 1);
  await page.goto(app.url + household!);
  const choice = page.getByRole('group', { name: /Thẻ BHYT/ }).first();
  const before = await choice.locator('input:checked').getAttribute('value');
  await choice.locator('input:checked').focus();
  await page.keyboard.press('ArrowRight');
  await expect(choice.getByText('trên máy')).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).focus();
  await page.keyboard.press('Enter');
  await expect(choice.locator(`input[value="${before}"]`)).toBeChecked();
});

test('axe finds nothing in any state of the round', async ({ browser }) => {
  test.slow();
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  await seeTheRound(page, app.url, () => isFreeOfFaults(page));
});

test('every state of the round stays whole at 320 pixels, and with text twice as large', async ({
  browser
}) => {
  test.slow();
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  for (const [width, text] of [
    [320, '100%'],
    [360, '200%']
  ] as const) {
    await page.setViewportSize({ width, height: 740 });
    await page.addInitScript(
      (size) => addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = size)),
      text
    );
    await seeTheRound(page, app.url, async (state) => {
      expect(await cutOff(page), `${state} at ${width} px, text ${text}`).toEqual([]);
    });
  }
});

/** What runs out of the page to the right, or is cut where it stands. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(
        (element) =>
          element.checkVisibility() && !element.closest('.visually-hidden, #svelte-announcer, select')
      )
      .filter(
        (element) =>
          element.getBoundingClientRect().right > window.innerWidth + 1 ||
          (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline')
      )
      .map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`)
  );

test('a screen reader hears a door of the round in order: where, who, what is asked, what to do', async ({
  browser
}) => {
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'totruong1');
  await page.goto(`${app.url}/round`);
  const done = page.getByRole('button', { name: 'Không thay đổi' });
  await expect(done).toBeVisible();
  const heard = await page.locator('body').ariaSnapshot();
  const order = [
    /heading .+ \[level=1\]/,
    /link ".*Mở Sổ gửi"/,
    /status: Số .+, .+, (\d+ câu cần hỏi|không có câu cần hỏi)/,
    /Hộ \d+ trên \d+/,
    /progressbar "Số hộ đã rà soát của ngõ"/,
    /heading .+ \[level=2\]/,
    /region ".+"/,
    /link "Có thay đổi về người/,
    /button "Không thay đổi"/,
    /button "Trước ?: hộ trước"/,
    /button "Vắng nhà"/,
    /button "Sau ?: hộ sau"/,
    /navigation "Các trang chính"/
  ];
  const places = order.map((words) => heard.search(words));
  expect(places, heard).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));

  // What a tap has done is said, and then the next door.
  const door = await page.getByRole('status').filter({ hasText: /^Số / }).textContent();
  await done.click();
  await expect(
    page.getByRole('status').filter({ hasText: /^Đã ghi: hộ số .+ không thay đổi/ })
  ).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^(Số|Hết) / })).not.toHaveText(door!);
});
