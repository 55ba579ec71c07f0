import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { SYNC_PATH } from '$lib/protocol/paths';

/** A person at a phone or a desk of their own. */
export type Someone = Readonly<{ context: BrowserContext; page: Page }>;

const DESK = { width: 1280, height: 800 };

/** Signs in as the ward's people do; a leader waits until the phone has all it needs to work alone. */
export async function signIn(
  browser: Pick<Browser, 'newContext'>,
  url: string,
  login: string
): Promise<Someone> {
  const atTheWard = login === 'canbo' || login === 'lanhdao';
  const context = await browser.newContext(atTheWard ? { viewport: DESK } : {});
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByRole('textbox', { name: 'Mã PIN' }).fill('246810');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  if (atTheWard) await expect(page.getByRole('heading', { name: 'Tổng quan' })).toBeVisible();
  else await isReady(page);
  return { context, page };
}

/** The group is on the phone and the worker stands before the network. */
export async function isReady(page: Page): Promise<void> {
  await expect(truthOf(page)).toContainText('Phường đã nhận hết', { timeout: 60_000 });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
}

/** The one line that says where the work is. */
export const truthOf = (page: Page): Locator => page.getByRole('link', { name: /Mở Sổ gửi/ });

/** Sends what waits, takes what is new, and waits for both. */
export async function sendsAll(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/outbox`);
  const answered = page.waitForResponse((response) => response.url().endsWith(SYNC_PATH));
  const send = page.getByRole('button', { name: 'Gửi ngay' });
  await send.click();
  // With nothing to send the line of truth is content before the ward has answered.
  await answered;
  await expect(send).toBeVisible({ timeout: 60_000 });
  await expect(truthOf(page)).toContainText('Phường đã nhận hết', { timeout: 60_000 });
}

/** Taps an answer that is not given yet, and waits until it is said to be safe: on the phone, or already at the ward. */
export async function answersOtherwise(question: Locator): Promise<string> {
  const other = question.locator('label').filter({ has: question.page().locator('input:not(:checked)') });
  const word = (await other.first().textContent())!.trim();
  await question.locator('label', { hasText: word }).first().click();
  await expect(question.getByText(/trên máy|phường đã nhận/)).toBeVisible({ timeout: 30_000 });
  return word;
}

/** Addresses of the first households of the list. */
export async function firstHouseholds(page: Page, url: string, count: number): Promise<string[]> {
  await page.goto(`${url}/households`);
  const links = page.locator('main a[href^="/households/"]:not([href$="/new"])');
  await expect(links.nth(count)).toBeVisible();
  return Promise.all(
    Array.from({ length: count }, async (_, n) => (await links.nth(n).getAttribute('href'))!)
  );
}
