import { openApp } from './support/app';
import { answersOtherwise, firstHouseholds, signIn, truthOf } from './support/people';
import { expect, test } from './support/test';

test('a leader records with the ward dead, reloads, comes back; the ranking moves on every screen', async ({
  browser
}) => {
  const app = await openApp();
  const { page: deputy } = await signIn(browser, app.url, 'topho1');
  const { page: officer } = await signIn(browser, app.url, 'canbo');
  const { page } = await signIn(browser, app.url, 'totruong1');

  await page.goto(`${app.url}/ranking`);
  await page.getByLabel('Xếp theo').selectOption('insurance');
  const own = page.locator('li', { hasText: 'tổ mình' });
  const before = await own.textContent();
  const officerBefore = await officer.locator('tr', { hasText: 'Đồng Tâm' }).first().textContent();
  const households = await firstHouseholds(page, app.url, 8);
  await app.stop();

  // A dozen people over at least three households.
  let people = 0;
  const visited: { href: string; answers: string[] }[] = [];
  for (const href of households) {
    if (people >= 12 && visited.length >= 3) break;
    await page.goto(app.url + href);
    const sections = page.locator('section.person');
    await expect(sections.first()).toBeVisible();
    const answers: string[] = [];
    for (const section of await sections.all()) {
      answers.push(await answersOtherwise(section.getByRole('group', { name: /Thẻ BHYT/ })));
      const work = section.getByRole('group', { name: /^Việc làm/ });
      if (await work.isVisible()) await answersOtherwise(work);
      people += 1;
    }
    await answersOtherwise(page.getByRole('group', { name: /Bình xét/ }));
    visited.push({ href, answers });
  }
  expect(people).toBeGreaterThanOrEqual(12);
  const unsent = Number(/(\d+) mục trên máy/.exec((await truthOf(page).textContent())!)![1]);
  expect(unsent).toBeGreaterThanOrEqual(people + visited.length);

  // A reload, and a deep link that this page never opened, with the ward still dead.
  await page.reload();
  for (const { href, answers } of visited) {
    await page.goto(app.url + href);
    const questions = page.getByRole('group', { name: /Thẻ BHYT/ });
    await expect(questions.first()).toContainText('trên máy');
    for (const [n, word] of answers.entries()) {
      await expect(
        questions.nth(n).locator('label', { hasText: word }).first().locator('input')
      ).toBeChecked();
    }
  }
  await expect(truthOf(page)).toContainText(`${unsent} mục trên máy`);
  await page.goto(`${app.url}/ranking`);
  await expect(page.getByText(`kể cả ${unsent} mục chưa gửi: khoảng hạng`)).toBeVisible();

  await app.start();
  await page.goto(`${app.url}/outbox`);
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await expect(truthOf(page)).toContainText('Phường đã nhận hết');
  await expect(page.getByText('Phường nhận hôm nay')).toBeVisible();

  await page.goto(`${app.url}/ranking`);
  await page.getByLabel('Xếp theo').selectOption('insurance');
  await expect(own).not.toHaveText(before!);
  const after = (await own.textContent())!;
  await deputy.goto(`${app.url}/ranking`);
  await deputy.getByLabel('Xếp theo').selectOption('insurance');
  await expect(deputy.locator('li', { hasText: 'tổ mình' })).toHaveText(after);
  await officer.reload();
  const officerAfter = officer.locator('tr', { hasText: 'Đồng Tâm' }).first();
  await expect(officerAfter).not.toHaveText(officerBefore!);
  await expect(officerAfter).toContainText(/\d[\d.]*\/\d[\d.]*/.exec(after)![0]);
});

test('[CO1] two phones, one question: both answers are kept, and one tap chooses', async ({ browser }) => {
  const app = await openApp();
  const hoa = await signIn(browser, app.url, 'totruong1');
  const lan = await signIn(browser, app.url, 'topho1');
  const [href] = await firstHouseholds(hoa.page, app.url, 1);
  for (const { page, context } of [hoa, lan]) {
    await page.goto(app.url + href!);
    await expect(page.locator('section.person').first()).toBeVisible();
    await context.setOffline(true);
  }
  const question = ({ page }: typeof hoa) => page.getByRole('group', { name: /Thẻ BHYT/ }).first();
  const checked = await question(hoa).locator('input:checked').getAttribute('value');
  const [first, second] = ['yes', 'no', 'unclear'].filter((code) => code !== checked);
  const WORDS: Record<string, string> = { yes: 'Có', no: 'Không', unclear: 'Chưa rõ' };
  for (const [who, code] of [
    [hoa, first!],
    [lan, second!]
  ] as const) {
    await question(who)
      .locator('label', { has: who.page.locator(`input[value="${code}"]`) })
      .click();
    await expect(question(who).getByText('trên máy')).toBeVisible();
  }
  for (const { page, context } of [hoa, lan]) {
    await context.setOffline(false);
    await page.goto(`${app.url}/outbox`);
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await expect(truthOf(page)).toContainText('Phường đã nhận hết');
  }
  await lan.page.goto(app.url + href!);
  await expect(lan.page.getByText('Hai giá trị')).toBeVisible();
  await expect(question(lan).locator(`input[value="${first}"]`)).toBeChecked();
  await lan.page.getByRole('button', { name: new RegExp(WORDS[second!]!) }).click();
  await expect(lan.page.getByText('Hai giá trị')).toBeHidden();
  await expect(question(lan).locator(`input[value="${second}"]`)).toBeChecked();
  await expect(truthOf(lan.page)).toContainText('Phường đã nhận hết');
  await hoa.page.goto(app.url + href!);
  await expect(question(hoa).locator(`input[value="${second}"]`)).toBeChecked();
});
