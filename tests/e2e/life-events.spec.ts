import type { Page } from '@playwright/test';
import { openApp } from './support/app';
import { firstHouseholds, signIn } from './support/people';
import { expect, test } from './support/test';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

const SHOTS = process.env.SCREENSHOTS;
const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

test('without a network a child is born, a couple moves out into a household of its own, and the split is taken back', async ({
  browser
}) => {
  const app = await openApp();
  const { page, context } = await signIn(browser, app.url, 'totruong1');
  const homes = await firstHouseholds(page, app.url, 8);
  let home = '';
  for (const path of homes) {
    await page.goto(app.url + path);
    await expect(page.locator('.person').first()).toBeVisible();
    if ((await page.locator('.person').count()) >= 3) home = path;
    if (home) break;
  }
  await context.setOffline(true);
  const people = page.locator('.person h2');
  const before = await people.count();

  await page.getByRole('link', { name: 'Có thay đổi về người' }).click();
  await expect(page.getByRole('heading', { name: 'Có thay đổi về người' })).toBeVisible();
  await shot(page, 'events');
  await page.getByRole('link', { name: 'Sinh con' }).click();
  await page.getByRole('button', { name: 'Thêm trẻ vào hộ' }).click();
  await expect(page.getByRole('alert')).toHaveText('Ghi họ và tên trước.');
  await page.getByLabel('Họ và tên trẻ').fill('Nguyễn Thị Mới');
  await page.getByLabel('Ngày sinh, năm sinh hoặc tuổi').fill('20/11/2026');
  await page.getByLabel('Ngày sinh, năm sinh hoặc tuổi').blur();
  await shot(page, 'birth');
  await page.getByRole('button', { name: 'Thêm trẻ vào hộ' }).click();
  await expect(page).toHaveURL(app.url + home);
  await expect(page.getByText('Đã ghi: sinh con, Nguyễn Thị Mới.')).toBeVisible();
  await expect(people).toHaveCount(before + 1);

  await page.getByRole('link', { name: 'Có thay đổi về người' }).click();
  await page.getByRole('link', { name: 'Tách hộ' }).click();
  const leaver = page.getByRole('group', { name: 'Ai ra hộ mới?' }).getByRole('checkbox').nth(1);
  await leaver.check();
  await page.getByRole('group', { name: 'Ai là chủ hộ của hộ mới?' }).getByRole('radio').first().check();
  await shot(page, 'split');
  await page.getByRole('button', { name: 'Tách thành hộ mới' }).click();
  await expect(people).toHaveCount(before);
  await shot(page, 'after-split');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(people).toHaveCount(before + 1);

  await context.setOffline(false);
  await expect(page.getByRole('link', { name: /Mở Sổ gửi/ })).toContainText('Phường đã nhận hết', {
    timeout: 60_000
  });
});

test('half a name survives the death of the page: it stands there, marked as not recorded', async ({
  browser
}) => {
  const app = await openApp();
  const { page, context } = await signIn(browser, app.url, 'totruong1');
  const [home] = await firstHouseholds(page, app.url, 1);
  await page.goto(app.url + home!);
  await page.getByText('Sửa tên, ngày sinh').first().click();
  await page.getByLabel('Họ và tên').first().pressSequentially(' Th');
  const typed = await page.getByLabel('Họ và tên').first().inputValue();
  await expect.poll(() => keptDrafts(page), 'on the phone while it is typed').toContain(typed);
  const chrome = await context.newCDPSession(page);
  void chrome.send('Page.crash').catch(() => undefined);
  await page.close();
  const again = await context.newPage();
  await again.goto(app.url + home!);
  await again.getByText('Sửa tên, ngày sinh').first().click();
  await expect(again.getByLabel('Họ và tên').first()).toHaveValue(typed);
  await expect(again.getByText('chưa ghi vào sổ').first()).toBeVisible();
  await shot(again, 'half-typed');
});

/** What is half typed, as the phone's own storage has it. */
const keptDrafts = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const name = (await indexedDB.databases()).map((one) => one.name).find((one) => /-work-/.test(one ?? ''));
    return new Promise<string[]>((resolve, reject) => {
      const opening = indexedDB.open(name!);
      opening.onerror = () => reject(opening.error!);
      opening.onsuccess = () => {
        const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
        reading.onsuccess = () => {
          opening.result.close();
          resolve((reading.result as { text: string }[]).map(({ text }) => text));
        };
      };
    });
  });
