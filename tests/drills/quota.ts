import type { CDPSession, Page } from '@playwright/test';
import type { Drill } from './drill';
import {
  becomes,
  FIRST_QUESTION,
  householdsOnPhone,
  onPhone,
  openChromium,
  openPhone,
  openSampleApp,
  questionIsThere,
  TAP
} from './support/browser';

/** OB1: a full phone says so in words, keeps what was typed, and keeps no half of an entry. */
export const quota: Drill = {
  promise: 'the phone is full; the person is told, what was typed stays, nothing is half saved',
  count: 100,
  async run(count, random, say) {
    const app = await openSampleApp();
    const browser = await openChromium();
    const { context, page } = await openPhone(browser, app.url);
    const households = await householdsOnPhone(page, app.url);
    const session = await context.newCDPSession(page);
    await context.setOffline(true);
    const faults: string[] = [];
    const figures = { rounds: 0, 'told full': 0, saved: 0, 'typed, kept': 0, 'saved with room again': 0 };

    while (figures.rounds < count && faults.length < 10) {
      const household = households[figures.rounds]!;
      await page.goto(household);
      await questionIsThere(page);
      const before = await onPhone(page);
      await hasRoom(session, app.url, random.between(0, 5_000));
      // Reopened: a database that is open keeps for a while the room it was given.
      await page.goto('about:blank');
      await page.goto(household);
      await questionIsThere(page);
      figures.rounds += 1;

      await page.evaluate(TAP);
      if (!(await becomes(() => answerIsSettled(page))))
        faults.push(`round ${figures.rounds}: a tap and no word`);
      await look(before.n, 'tap');

      const tapped = await onPhone(page);
      const typed = `Cạnh quán nước số ${figures.rounds}`;
      const field = await openField(page);
      await field.fill(typed);
      await field.blur();
      const told = await becomes(async () => (await isTold(page)) || (await onPhone(page)).n > tapped.n);
      if (!told) faults.push(`round ${figures.rounds}: typed, and no word`);
      if ((await field.inputValue()) !== typed)
        faults.push(`round ${figures.rounds}: what was typed is gone`);
      else figures['typed, kept'] += 1;
      const isRefused = (await look(tapped.n, 'text')) === 0;

      await hasRoom(session, app.url);
      if (isRefused) {
        await page.goto('about:blank');
        await page.goto(household);
        const again = await openField(page);
        await again.fill(typed);
        await again.blur();
        if (await becomes(async () => (await onPhone(page)).n === tapped.n + 1))
          figures['saved with room again'] += 1;
        else faults.push(`round ${figures.rounds}: not saved with room again`);
      }
      if (figures.rounds % 20 === 0) say(`${figures.rounds} rounds, ${figures['told full']} told`);
    }
    if (figures['told full'] < count / 4)
      faults.push('the phone was hardly ever full: this drill shows nothing');
    await browser.close();
    await app.stop();
    return { figures, faults };

    async function look(n: number, what: string): Promise<number> {
      const now = await onPhone(page);
      const made = now.n - n;
      if (now.waiting.length !== now.n)
        faults.push(`round ${figures.rounds}: ${now.n} counted, ${now.waiting.length} there`);
      if (made === 0 && !(await isTold(page)))
        faults.push(`round ${figures.rounds}: ${what} not saved, and nobody was told`);
      if (made > 1) faults.push(`round ${figures.rounds}: one ${what} made ${made} entries`);
      figures[made === 0 ? 'told full' : 'saved'] += 1;
      return made;
    }
  }
};

/** Room beyond what is taken now; as much as there is where nothing is said. */
async function hasRoom(session: CDPSession, origin: string, room?: number): Promise<void> {
  if (room === undefined) return void (await session.send('Storage.overrideQuotaForOrigin', { origin }));
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + room });
}

const isTold = async (page: Page): Promise<boolean> =>
  (await page.getByText(/Máy đã đầy|Máy chưa ghi được/).count()) > 0;

const answerIsSettled = async (page: Page): Promise<boolean> =>
  (await isTold(page)) ||
  ((await page.evaluate(`${FIRST_QUESTION}.textContent.includes('trên máy')`)) as boolean);

async function openField(page: Page) {
  const field = page.getByLabel('Chỉ dẫn thêm');
  if (!(await field.isVisible())) await page.getByText('Sửa địa chỉ, số điện thoại').click();
  await field.waitFor();
  return field;
}
