import { type App, openApp } from './support/app';
import { insuranceOn, recordsOffline } from './support/busy-ward';
import { answersOtherwise, firstHouseholds, signIn, truthOf } from './support/people';
import { allGoHome, expect, test } from './support/test';

let app: App;
test.beforeAll(async () => {
  app = await openApp();
});
test.afterAll(({ browser }) => allGoHome(browser));

test('A7: the storage does not open any more; what was not sent is counted, and sent from its mirror', async ({
  browser
}) => {
  const hoa = await signIn(browser, app.url, 'totruong1');
  await recordsOffline(app, hoa, await firstHouseholds(hoa.page, app.url, 2));
  await expect(truthOf(hoa.page)).toContainText('2 mục trên máy');
  await hoa.page.close();
  await hoa.context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    };
  });
  const page = await hoa.context.newPage();
  await page.goto(app.url);
  await expect(page.getByRole('heading', { name: 'Máy này chưa mở được sổ' })).toBeVisible();
  await expect(page.getByText('Trên máy còn giữ 2 mục chưa gửi, không mất')).toBeVisible();
  await page.getByRole('button', { name: 'Gửi về phường' }).click();
  await expect(page.getByText('cần có mạng')).toBeVisible();
  await hoa.context.setOffline(false);
  await page.getByRole('button', { name: 'Gửi về phường' }).click();
  await expect(page.getByText('Phường đã nhận 2 trong 2 mục')).toBeVisible();
});

test('A9: the system has closed the storage under the app; the next tap is saved, and nothing is blank', async ({
  browser
}) => {
  const { page, context } = await signIn(browser, app.url, 'totruong2');
  await context.addInitScript(() => {
    const opened: IDBDatabase[] = [];
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...asked) {
      const request = open.apply(this, asked);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    };
    Object.assign(window, { closeAllStorage: () => opened.splice(0).forEach((db) => db.close()) });
  });
  const [first, second] = await firstHouseholds(page, app.url, 2);
  await context.setOffline(true);
  await page.goto(app.url + first!);
  await expect(insuranceOn(page)).toBeVisible();
  await page.evaluate('closeAllStorage()');
  await answersOtherwise(insuranceOn(page));
  await page.evaluate('closeAllStorage()');
  await page.goto(app.url + second!);
  await answersOtherwise(insuranceOn(page));
  await expect(truthOf(page)).toContainText('2 mục trên máy');
  await context.setOffline(false);
  await page.goto(`${app.url}/outbox`);
  await page.evaluate('closeAllStorage()');
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await expect(truthOf(page)).toContainText('Phường đã nhận hết');
});
