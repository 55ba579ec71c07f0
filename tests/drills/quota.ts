import type { CDPSession, Page } from '@playwright/test';
import { becomes, type Drill, pause } from './drill';
import {
  FIRST_QUESTION,
  householdsOnPhone,
  onPhone,
  openPhone,
  openSampleApp,
  openWithProfile,
  questionIsThere,
  TAP
} from './support/browser';

/** Households visited while the phone is full. */
const SPELL = 10;
/** The browser keeps a closed database at hand, and the room it was given, for about two seconds. */
const UNTIL_FORGOTTEN = 3_000;

/** OB1: a full phone says so in words, keeps what was typed, and keeps no half of an entry. */
export const quota: Drill = {
  promise: 'the phone is full; the person is told, what was typed stays, nothing is half saved',
  count: 100,
  async run(count, random, say) {
    const app = await openSampleApp();
    const { browser, context } = await openWithProfile();
    const { page } = await openPhone(browser, app.url);
    const households = await householdsOnPhone(page, app.url);
    const session = await context.newCDPSession(page);
    await context.setOffline(true);
    await settles(page, session, households[0]!);
    const faults: string[] = [];
    const figures = { rounds: 0, 'told full': 0, saved: 0, 'saved with room again': 0 };

    while (figures.rounds < count && faults.length < 10) {
      await page.goto('about:blank');
      await hasRoom(session, app.url, random.between(0, 5_000));
      await pause(UNTIL_FORGOTTEN);
      let refused: string | undefined;
      for (let spell = 0; spell < SPELL && figures.rounds < count; spell += 1) {
        await page.goto(households[figures.rounds]!);
        await questionIsThere(page);
        figures.rounds += 1;
        await tries('tap', () => page.evaluate(TAP));
        const typed = `Cạnh quán nước số ${figures.rounds}`;
        const isSaved = await tries('text', () => types(page, typed));
        if ((await (await openField(page)).inputValue()) !== typed)
          faults.push(`${round()}: what was typed is gone`);
        refused = isSaved ? undefined : typed;
      }
      await hasRoom(session, app.url);
      if (refused && (await tries('text with room again', () => types(page, `${refused}, tầng 2`)))) {
        figures['saved with room again'] += 1;
      }
      say(`${figures.rounds} rounds, ${figures['told full']} told`);
    }
    if (figures['told full'] < count / 2)
      faults.push('the phone was hardly ever full: this drill shows nothing');
    await context.close();
    await app.close();
    return { figures, faults };

    function round(): string {
      return `round ${figures.rounds}`;
    }

    /** One act: saved whole, or told. Says which. */
    async function tries(what: string, act: () => Promise<unknown>): Promise<boolean> {
      const before = await onPhone(page);
      const toldBefore = await timesTold(page);
      await act();
      const isAnswered = async () =>
        (await timesTold(page)) > toldBefore || (await onPhone(page)).n > before.n || isSaidToBeThere(what);
      if (!(await becomes(isAnswered))) faults.push(`${round()}: ${what}, and no word`);
      const { n, waiting } = await onPhone(page);
      if (waiting.length !== n) faults.push(`${round()}: ${n} counted, ${waiting.length} there`);
      if (n > before.n + 1) faults.push(`${round()}: one ${what} made ${n - before.n} entries`);
      const isSaved = n > before.n;
      if (!isSaved && (await isSaidToBeThere(what)))
        faults.push(`${round()}: ${what} is said to be there, and is not`);
      figures[isSaved ? 'saved' : 'told full'] += 1;
      return isSaved;
    }

    async function isSaidToBeThere(what: string): Promise<boolean> {
      if (what !== 'tap') return false;
      return (await page.evaluate(`${FIRST_QUESTION}.textContent.includes('trên máy')`)) as boolean;
    }
  }
};

/** What the first load left behind is cleared away when the storage is opened anew: room that nobody reckoned with. */
async function settles(page: Page, session: CDPSession, household: string): Promise<void> {
  const { origin } = new URL(household);
  let usage = Infinity;
  let before: number;
  do {
    before = usage;
    await page.goto('about:blank');
    await pause(UNTIL_FORGOTTEN);
    await page.goto(household);
    await questionIsThere(page);
    ({ usage } = await session.send('Storage.getUsageAndQuota', { origin }));
  } while (usage < before);
}

/** Room beyond what is taken now; as much as there is where nothing is said. */
async function hasRoom(session: CDPSession, origin: string, room?: number): Promise<void> {
  if (room === undefined) return void (await session.send('Storage.overrideQuotaForOrigin', { origin }));
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + room });
}

const timesTold = (page: Page): Promise<number> => page.getByText(/Máy đã đầy|Mục này chưa ghi được/).count();

async function types(page: Page, text: string): Promise<void> {
  const field = await openField(page);
  await field.fill(text);
  await field.blur();
}

async function openField(page: Page) {
  const field = page.getByLabel('Chỉ dẫn thêm');
  if (!(await field.isVisible())) await page.getByText('Sửa địa chỉ, số điện thoại').click();
  await field.waitFor();
  return field;
}
