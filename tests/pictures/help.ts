import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { openApp } from '../e2e/support/app';
import fillSample from '../e2e/support/fill-sample';
import { answersOtherwise, firstHouseholds, signIn } from '../e2e/support/people';

// The pictures of the help pages, of the real screens and the invented ward: npx tsx tests/pictures/help.ts after a build.
const SIZE = { width: 360, height: 560 };
const QUALITY = 55;

await fillSample();
const app = await openApp();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
const { page } = await signIn(browser, app.url, 'totruong1');
await page.setViewportSize(SIZE);
mkdirSync('static/help', { recursive: true });

async function keep(name: string): Promise<void> {
  const chrome = await page.context().newCDPSession(page);
  const { data } = (await chrome.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })) as {
    data: string;
  };
  writeFileSync(`static/help/${name}.webp`, Buffer.from(data, 'base64'));
}

const [, household] = await firstHouseholds(page, app.url, 3);
await page.getByRole('searchbox').fill('nguyen van');
await keep('search');
await page.goto(app.url + household!);
await page.locator('section.person').first().waitFor();
await keep('household');
await page.goto(`${app.url}${household}/change`);
await page.getByRole('link', { name: 'Tách hộ' }).waitFor();
await keep('events');
await page.goto(app.url + household!);
await answersOtherwise(page.getByRole('group', { name: /Thẻ BHYT/ }).first());
await keep('undo');
await page.goto(`${app.url}/outbox`);
await page.getByRole('button', { name: 'Gửi ngay' }).waitFor();
await keep('outbox');

for (const [name, path, shown] of [
  ['round', '/round', 'Không thay đổi'],
  ['culture', '/culture', '1. Họp bình xét'],
  ['periods', '/periods', 'Chỉ tiêu'],
  ['rooms', '/households/rooms', 'Mỗi phòng mấy người?'],
  ['share', '/share', 'Đã rà soát']
] as const) {
  await page.goto(app.url + path);
  await page.getByText(shown).first().waitFor();
  await keep(name);
}

await page.context().setOffline(true);
await page.goto(app.url + household!);
await answersOtherwise(page.getByRole('group', { name: /Thẻ BHYT/ }).first());
await page.goto(app.url);
await page.getByRole('link', { name: /mục trên máy/ }).waitFor();
await keep('offline');

await browser.close();
await app.close();
