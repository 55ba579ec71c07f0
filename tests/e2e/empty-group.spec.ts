import Database from 'better-sqlite3';
import { cp } from 'node:fs/promises';
import { newDatabase, openAppOn, SAMPLE } from './support/app';
import { isFreeOfFaults } from './support/faults';
import { signIn } from './support/people';
import { expect, test } from './support/test';

/** The sample ward, in which one leader's group has no household yet. */
async function aWardWithAnEmptyGroup(login: string): Promise<string> {
  const database = await newDatabase();
  await cp(SAMPLE, database);
  const db = new Database(database);
  db.prepare(
    `delete from rows where group_id = (select group_id from assignments
     join accounts on accounts.id = assignments.account where login = ?)`
  ).run(login);
  db.close();
  return database;
}

test('a leader whose group has no household yet is told so on every screen, and nothing is called done', async ({
  browser
}) => {
  const app = await openAppOn(await aWardWithAnEmptyGroup('totruong5'));
  const { page } = await signIn(browser, app.url, 'totruong5');
  for (const [path, said] of [
    ['/', 'Sổ còn trống'],
    ['/households', 'Trong máy chưa có hộ nào.'],
    ['/round', 'Trong máy chưa có hộ nào để đi.'],
    ['/round/alleys', 'Trong máy chưa có hộ nào để đi.'],
    ['/round/order', 'Chưa có hộ nào để xếp thứ tự đi.'],
    ['/culture', 'Trong máy chưa có hộ nào để bình xét.'],
    ['/households/sheet', '0 hộ.']
  ] as const) {
    await page.goto(app.url + path);
    await expect(page.getByText(said).first(), path).toBeVisible();
    await expect(page.getByRole('main'), path).not.toContainText(
      /khi máy có mạng|giá trị của bản mới hơn|✓ Đã/i
    );
    await isFreeOfFaults(page, path);
  }
  await page.goto(app.url);
  await expect(page.getByText('nhờ phường đưa danh sách vào')).toBeVisible();
});
