import { openApp } from './support/app';
import { signIn } from './support/people';
import { expect, test } from './support/test';

test('on a slow line the officer types before the page has come alive: nothing of it is set back', async ({
  browser
}) => {
  const app = await openApp();
  const { page } = await signIn(
    { newContext: (options) => browser.newContext({ ...options, serviceWorkers: 'block' }) },
    app.url,
    'canbo'
  );
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/_app/immutable/**/*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(`${app.url}/ward/units`, { waitUntil: 'commit' });
  const note = page.getByLabel('Ghi chú');
  const unit = page.getByLabel('Đơn vị', { exact: true });
  const all = page.getByRole('textbox', { name: 'Các đơn vị phải báo cáo' });
  await note.fill('Bản giấy, gửi qua văn thư');
  await unit.selectOption('Trạm y tế phường');
  await all.fill('Trạm y tế phường\nTrường Tiểu học');
  await expect(page.getByText('chưa chọn tệp')).toBeHidden();

  arrive();
  await expect(page.getByText('chưa chọn tệp')).toBeVisible();
  await expect(note).toHaveValue('Bản giấy, gửi qua văn thư');
  await expect(unit.locator('option:checked')).toHaveText('Trạm y tế phường');
  await expect(all).toHaveValue('Trạm y tế phường\nTrường Tiểu học');
});
