import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type Drill, pause } from './drill';
import {
  FIRST_QUESTION,
  householdsOnPhone,
  onPhone,
  type OnPhone,
  openChromium,
  openPhone,
  openSampleApp,
  questionIsThere,
  TAP
} from './support/browser';

/** A save takes some tens of milliseconds: the page is killed before, in and after it. */
const LONGEST = 60;
/** A page that does not open within so many milliseconds is dead. */
const PATIENCE = 15_000;

/** Tells the drill at the very moment when the screen says that the answer is on the phone. */
const WATCH = `new MutationObserver((_, watch) => {
  if (!${FIRST_QUESTION}?.textContent.includes('trên máy')) return;
  watch.disconnect();
  window.drillSaid(location.pathname);
}).observe(document.body, { childList: true, subtree: true, characterData: true })`;

/** OB1: "trên máy" is only said of what is durable. */
export const killRenderer: Drill = {
  promise: 'the page is killed around a save; where "trên máy" was said, the entry is there',
  count: 100,
  async run(count, random, say) {
    const app = await openSampleApp();
    const browser = await openChromium();
    const { context, page: first } = await openPhone(browser, app.url);
    const households = await householdsOnPhone(first, app.url);
    const said = new Set<string>();
    await context.exposeFunction('drillSaid', (path: string) => void said.add(path));
    await first.close();
    await app.stop();

    const faults: string[] = [];
    const figures = { kills: 0, 'said and there': 0, 'there, not said yet': 0, neither: 0 };
    let page = await context.newPage();
    await page.goto(households[0]!);
    let before = await onPhone(page);
    while (figures.kills < count && faults.length < 10) {
      const household = households[figures.kills % households.length]!;
      await page.goto(household);
      await questionIsThere(page);
      await page.evaluate(WATCH);
      const renderers = await renderersOf(browser);
      // Not awaited: the page may be gone before it answers.
      void page.evaluate(`void setTimeout(() => ${TAP})`).catch(() => undefined);
      await pause(random.between(0, LONGEST));
      renderers.forEach(killOne);
      await closes(page);
      let after: OnPhone;
      [page, after] = await opensAgain(context, household);
      const [isThere, isSaid] = [after.n > before.n, said.has(new URL(household).pathname)];
      figures.kills += 1;
      if (isSaid && !isThere) faults.push(`kill ${figures.kills}: said to be on the phone, and is not`);
      if (after.waiting.length !== after.n)
        faults.push(`kill ${figures.kills}: ${after.n} counted, ${after.waiting.length} there`);
      if (after.waiting.some(({ n }, place) => n !== place + 1))
        faults.push(`kill ${figures.kills}: the count has a hole`);
      figures[isSaid ? 'said and there' : isThere ? 'there, not said yet' : 'neither'] += 1;
      before = after;
      if (figures.kills % 20 === 0) say(`${figures.kills} kills, ${after.n} entries`);
    }
    await app.start();
    await browser.close();
    await app.stop();
    return { figures, faults };
  }
};

/** The browser may hand out a page of a process that it does not know to be dead yet: then another one. */
async function opensAgain(context: BrowserContext, household: string): Promise<[Page, OnPhone]> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const page = await context.newPage().catch(() => undefined);
    if (!page) continue;
    const reading = page.goto(household, { timeout: PATIENCE }).then(() => onPhone(page));
    const read = await Promise.race([reading.catch(() => undefined), pause(PATIENCE)]);
    if (read) return [page, read];
    await closes(page);
  }
  throw new Error('the notebook does not open any more');
}

const closes = (page: Page): Promise<unknown> =>
  Promise.race([page.close().catch(() => undefined), pause(3_000)]);

async function renderersOf(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

function killOne(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (fault) {
    if ((fault as { code?: string }).code !== 'ESRCH') throw fault;
  }
}
