import type { Page } from '@playwright/test';
import { openApp } from './support/app';
import { firstHouseholds, signIn } from './support/people';
import { expect, test } from './support/test';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

/** A field, what is typed there, and what has to be opened before. */
type Typed = readonly [label: string, text: string, fold?: RegExp];

const opens = async (page: Page, fold: RegExp | undefined): Promise<void> => {
  if (fold)
    await page
      .getByText(fold)
      .or(page.getByRole('button', { name: fold }))
      .first()
      .click();
};

/** All that is kept as half typed on this phone, as it lies there. */
const draftsOn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const kept: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name!);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error!);
      });
      if (db.objectStoreNames.contains('drafts')) {
        const reading = db.transaction('drafts').objectStore('drafts').getAll();
        await new Promise((resolve) => (reading.onsuccess = resolve));
        kept.push(...reading.result);
      }
      db.close();
    }
    return JSON.stringify(kept);
  });

test('what is half typed stands there after the phone has died, on every screen on which one types', async ({
  browser
}) => {
  const app = await openApp();
  const { page: first, context } = await signIn(browser, app.url, 'totruong1');
  const [household] = await firstHouseholds(first, app.url, 2);
  await context.setOffline(true);
  const screens: readonly (readonly [string, readonly Typed[]])[] = [
    [
      '/households/new',
      [
        ['Họ và tên chủ hộ', 'Phạm Thị Minh Nguyệt'],
        ['Số nhà', '12 bis'],
        ['Ngõ, tòa nhà hoặc xóm', '99']
      ]
    ],
    [
      '/households/rooms',
      [
        ['Chủ nhà trọ', 'bà Hoa'],
        ['Số nhà', '7'],
        ['Có bao nhiêu phòng?', '9']
      ]
    ],
    [
      household!,
      [
        ['Số điện thoại', '0912', /^Sửa địa chỉ, số điện thoại/],
        ['Họ và tên', 'Lê Thị M', /^Thêm người vào hộ/]
      ]
    ],
    [
      `${household}/change/arrival`,
      [
        ['Họ và tên', 'Lê Văn T'],
        ['Về ở từ ngày', '1/1']
      ]
    ],
    ['/culture', [['Số người được mời', '61']]],
    ['/exemplars/new', [['Ai làm', 'Bà Hoa, số 12']]]
  ];
  let page = first;
  for (const [path, typed] of screens) {
    await page.goto(app.url + path);
    for (const [label, text, fold] of typed) {
      await opens(page, fold);
      await page.getByLabel(label, { exact: true }).last().fill(text);
    }
    await expect.poll(() => draftsOn(page), path).toContain(typed.at(-1)![1]);
    // An empty battery: what belongs to the tab alone is gone with it.
    await page.close();
    page = await context.newPage();
    await page.goto(app.url + path);
    for (const [label, text, fold] of typed) {
      const field = page.getByLabel(label, { exact: true }).last();
      if (fold && !(await field.isVisible())) await opens(page, fold);
      await expect(field, `${path}: ${label}`).toHaveValue(text);
    }
  }
});
