import { readFileSync } from 'node:fs';
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
const PATIENCE = 60_000;
const ATTEMPTS = 5;

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
    let [page, before] = await opens(context, households[0]!);
    while (figures.kills < count && faults.length < 10) {
      const household = households[figures.kills % households.length]!;
      page = await readies(context, page, household);
      const renderers = await renderersOf(browser);
      // Not awaited: the page may be gone before it answers.
      void page.evaluate(`void setTimeout(() => ${TAP})`).catch(() => undefined);
      await pause(random.between(0, LONGEST));
      renderers.forEach(killOne);
      await closes(page);
      let after: OnPhone;
      [page, after] = await opens(context, household);
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
    await app.close();
    return { figures, faults };
  }
};

/** The household lies open, and the drill hears what is said. */
async function readies(context: BrowserContext, page: Page, household: string): Promise<Page> {
  const reasons: unknown[] = [];
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const ready = page
      .goto(household, { timeout: PATIENCE })
      .then(() => questionIsThere(page))
      .then(() => page.evaluate(WATCH))
      .then(() => true);
    if (await within(PATIENCE, ready).catch((fault) => void reasons.push(fault))) return page;
    await closes(page);
    [page] = await opens(context, household);
  }
  throw new AggregateError(reasons, `the household does not open any more: ${reasons.join(' | ')}`);
}

/**
 * A new page, and what it finds on the phone. Whatever is asked of a killed page may never be answered, and the browser
 * may hand out a process that it does not know to be dead yet: nothing is waited for without an end, and tried again.
 */
async function opens(context: BrowserContext, household: string): Promise<[Page, OnPhone]> {
  const reasons: unknown[] = [];
  const note = (fault: unknown): void => void reasons.push(fault);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const page = await within(PATIENCE, context.newPage()).catch(note);
    if (!page) continue;
    const reading = page.goto(household, { timeout: PATIENCE }).then(() => onPhone(page));
    const read = await within(PATIENCE, reading).catch(note);
    if (read) return [page, read];
    await closes(page);
  }
  throw new AggregateError(reasons, `the notebook does not open any more: ${reasons.join(' | ')}`);
}

const within = <T>(ms: number, answer: Promise<T>): Promise<T> =>
  Promise.race([
    answer,
    pause(ms).then(() => {
      throw new Error(`no answer within ${ms} ms`);
    })
  ]);

const closes = (page: Page): Promise<unknown> => within(3_000, page.close()).catch(() => undefined);

async function renderersOf(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type, id }) => type === 'renderer' && isOfAPage(id)).map(({ id }) => id);
}

/**
 * The browser draws its own window by a renderer too, which is no page of ours; one that has just begun does not
 * say yet what it is, and is let be.
 */
function isOfAPage(id: number): boolean {
  try {
    const told = readFileSync(`/proc/${id}/cmdline`, 'utf8');
    return told.includes('--type=renderer') && !told.includes('--top-chrome-webui');
  } catch {
    return false;
  }
}

function killOne(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (fault) {
    if ((fault as { code?: string }).code !== 'ESRCH') throw fault;
  }
}
