import type { Page } from '@playwright/test';
import type { App } from './app';

/** Signs in as one of the sample ward's people. */
export async function signIn(page: Page, { url }: App, login: string, pin = '246810'): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mã PIN', { exact: true }).fill(pin);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}
