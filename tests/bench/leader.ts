import { expect, type Page } from '@playwright/test';
import { isReady } from '../e2e/support/people';
import type { Browser } from './browser';
import { type Led, PIN } from './ward';

/** A leader at the door of the built app, signed in, with the group on the phone and the worker before the network. */
export async function openApp({ context }: Browser, url: string, { login }: Led): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByRole('textbox', { name: 'Mã PIN' }).fill(PIN);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('navigation')).toBeVisible({ timeout: 60_000 });
  await isReady(page);
  return page;
}
