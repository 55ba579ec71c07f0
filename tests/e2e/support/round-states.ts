import { expect, type Page } from '@playwright/test';

/** Every face of the evening round, one after the other; `look` is called at each. */
export async function seeTheRound(
  page: Page,
  url: string,
  look: (state: string) => Promise<void>
): Promise<void> {
  // What turns slowly is not where it will be.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const door = page.getByRole('button', { name: /^(Không thay đổi|Xong, hộ tiếp)$/ });
  await page.goto(`${url}/round`);
  await expect(door).toBeVisible();
  await look('a door');
  const person = page.locator('section.person').first();
  await person.locator('summary').click();
  await expect(person.getByRole('group').first()).toBeVisible();
  await look('somebody opened');
  await person.getByRole('radio', { checked: false }).first().check({ force: true });
  await expect(person.getByText('trên máy').or(person.getByText('phường đã nhận')).first()).toBeVisible();
  await look('an answer, and the undo');
  await door.click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã ghi: hộ' })).toBeVisible();
  await look('the next door');
  await page.waitForURL(/at=/);
  await page.goto(`${page.url()}&end`);
  await expect(page.getByRole('heading', { name: /^(Xong|Hết) / })).toBeVisible();
  await look('the end of an alley');
  await page.goto(`${url}/round/alleys`);
  await expect(page.getByRole('heading', { name: 'Hỏi riêng một câu' })).toBeVisible();
  await look('the alleys');
  for (const field of ['insurance', 'insuranceExpiry', 'training']) {
    await page.goto(`${url}/round/questions/${field}`);
    await expect(page.getByRole('group').first()).toBeVisible();
    await look(`one question: ${field}`);
  }
  await page.goto(`${url}/round/order`);
  await page.getByRole('radio').nth(2).check();
  await expect(page.getByRole('button', { name: 'Xuống' })).toBeVisible();
  await look('the order of the walk');
  await page.goto(`${url}/history`);
  await expect(page.getByRole('button', { name: /Lấy lại/ }).first()).toBeVisible();
  await look('what was recorded');
}
