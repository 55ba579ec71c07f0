import type { Page } from '@playwright/test';
import { openApp } from './support/app';
import { aKeyboard, aThumb, type Hand } from './support/hands';
import { signIn, truthOf } from './support/people';
import { expect, test } from './support/test';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

const HOUSEHOLDS = 40;
const MOST_TAPS = 90;

test('a whole evening offline with one thumb: 40 households, 34 unchanged, four answers, a birth, a move, an undo', async ({
  browser
}) => {
  test.slow();
  const app = await openApp();
  const { page, context } = await signIn(browser, app.url, 'totruong1');
  await context.setOffline(true);
  const thumb = await aThumb(page);
  await walksAnEvening(page, thumb);
  const taps = await thumb.count();
  test.info().annotations.push({ type: 'taps of the evening', description: String(taps) });
  expect(taps).toBeLessThanOrEqual(MOST_TAPS);

  // A dead battery, then the network: what was said to be on the phone reaches the ward.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.setOffline(false);
  await page.goto(`${app.url}/outbox`);
  await page.getByRole('button', { name: 'Gửi ngay' }).tap();
  await expect(truthOf(page)).toContainText('Phường đã nhận hết', { timeout: 60_000 });
});

test('the same evening with the keyboard alone', async ({ browser }) => {
  test.slow();
  const app = await openApp();
  const { page, context } = await signIn(browser, app.url, 'totruong1');
  await context.setOffline(true);
  const keyboard = aKeyboard(page);
  await walksAnEvening(page, keyboard);
  test.info().annotations.push({ type: 'keys of the evening', description: String(await keyboard.count()) });
});

test('the same evening with text twice as large', async ({ browser }) => {
  test.slow();
  const app = await openApp();
  const { page, context } = await signIn(browser, app.url, 'totruong1');
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '200%'))
  );
  await page.reload();
  await context.setOffline(true);
  const thumb = await aThumb(page);
  await walksAnEvening(page, thumb);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
  expect(await thumb.count()).toBeLessThanOrEqual(MOST_TAPS);
});

/** What each evening has; the rest are unchanged. */
const ANSWERED = [4, 11, 18, 27];
const UNDONE = 8;
const BIRTH = 22;
const MOVE = 33;

async function walksAnEvening(page: Page, hand: Hand): Promise<void> {
  const before = await seen(page);
  await hand.press(page.getByRole('link', { name: /Đi rà soát tiếp/ }));
  const waiting = [...ANSWERED];
  let [isBirthDue, isMoveDue, unchanged] = [true, true, 0];
  for (let door = 1; door <= HOUSEHOLDS; door += 1) {
    await comesToADoor(page, hand);
    const people = await page.locator('section.person').count();
    if (people > 0 && waiting.length > 0 && door >= waiting[0]!) {
      waiting.shift();
      await answersForTheFirst(page, hand);
    } else if (isBirthDue && door >= BIRTH) {
      isBirthDue = false;
      await hasAChild(page, hand);
    } else if (isMoveDue && people > 1 && door >= MOVE) {
      isMoveDue = false;
      await lastOneMovesAway(page, hand);
    } else {
      unchanged += 1;
      await leaves(page, hand, 'Không thay đổi');
      if (door === UNDONE) await takesBackAndAgain(page, hand);
    }
  }
  expect(unchanged).toBe(34);
  await hand.press(page.getByRole('link', { name: 'Hôm nay' }));
  await expect(truthOf(page)).toContainText('mục trên máy');
  expect(await seen(page)).toBe(before + HOUSEHOLDS);
}

/** "Đã qua 257 trên 425 hộ". */
async function seen(page: Page): Promise<number> {
  const said = await page.getByText(/Đã qua [\d.]+ trên/).textContent();
  return Number(/Đã qua ([\d.]+)/.exec(said ?? '')?.[1]?.replaceAll('.', ''));
}

/** Past the end of an alley, where the last one was. */
async function comesToADoor(page: Page, hand: Hand): Promise<void> {
  const onward = page.getByRole('button', { name: /^Đi tiếp:/ });
  const done = page.getByRole('button', { name: /^(Không thay đổi|Xong, hộ tiếp)$/ });
  await expect(onward.or(done)).toBeVisible();
  if (await onward.isVisible()) await hand.press(onward);
  await expect(done).toBeVisible();
}

async function leaves(page: Page, hand: Hand, word: string): Promise<void> {
  const door = page.url();
  await hand.press(page.getByRole('button', { name: word, exact: true }));
  await expect.poll(() => page.url(), 'one goes on to the next door').not.toBe(door);
}

async function answersForTheFirst(page: Page, hand: Hand): Promise<void> {
  const person = page.locator('section.person').first();
  const card = person.getByRole('group', { name: /^Thẻ BHYT(?! (sẽ|đã))/ });
  if ((await card.count()) === 0) await hand.press(person.locator('summary'));
  await hand.press(card.getByRole('radio', { checked: false }).first());
  await expect(card.getByText('trên máy')).toBeVisible();
  await leaves(page, hand, 'Xong, hộ tiếp');
}

async function takesBackAndAgain(page: Page, hand: Hand): Promise<void> {
  const next = page.url();
  await hand.press(page.getByRole('button', { name: 'Hoàn tác' }));
  await expect.poll(() => page.url(), 'one is back at the door before').not.toBe(next);
  await leaves(page, hand, 'Không thay đổi');
  await expect.poll(() => page.url()).toBe(next);
}

async function hasAChild(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole('link', { name: /^Có thay đổi về người/ }));
  await hand.press(page.getByRole('link', { name: /^Sinh con/ }));
  await hand.write(page.getByLabel('Họ và tên trẻ'), 'Nguyễn Bảo An');
  await hand.write(page.getByLabel('Ngày sinh, năm sinh hoặc tuổi'), '5/10/2026');
  await hand.press(page.getByRole('button', { name: 'Thêm trẻ vào hộ' }));
  await expect(page.locator('section.person', { hasText: 'Nguyễn Bảo An' })).toBeVisible();
  await leaves(page, hand, 'Xong, hộ tiếp');
}

async function lastOneMovesAway(page: Page, hand: Hand): Promise<void> {
  const people = page.locator('section.person');
  const count = await people.count();
  await hand.press(page.getByRole('link', { name: /^Có thay đổi về người/ }));
  await hand.press(page.getByRole('link', { name: /^Có người chuyển đi/ }));
  await hand.press(page.getByRole('group', { name: 'Ai chuyển đi?' }).getByRole('checkbox').last());
  await hand.press(page.getByRole('button', { name: 'Ghi người chuyển đi' }));
  await expect(people).toHaveCount(count - 1);
  await leaves(page, hand, 'Xong, hộ tiếp');
}
