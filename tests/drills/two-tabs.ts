import type { Page } from '@playwright/test';
import { becomes, type Drill, pause } from './drill';
import { openBehindWire } from './support/behind-wire';
import { householdsOnPhone, onPhone, openPhone, questionIsThere, TAP } from './support/browser';
import { passes } from './support/wire';
import { WardFile } from './support/ward-file';
import { workerOf } from './support/worker';

/** EX7: one exchange at a time per device, across pages and worker; every entry is stored exactly once. */
export const twoTabs: Drill = {
  promise:
    'two pages and the worker send at once; every entry is stored exactly once, one exchange at a time',
  count: 100,
  async run(count, random, say) {
    const { url, app, wire, browser, close } = await openBehindWire();
    wire.manner = async (asked, response) => {
      await pause(random.between(0, 60));
      await passes(asked, response);
    };
    const { context, page } = await openPhone(browser, url);
    const households = await householdsOnPhone(page, url);
    const pages = [page, await context.newPage()];
    const wakesWorker = await workerOf(page);
    const ward = new WardFile(app.database);
    const faults: string[] = [];
    const figures = { entries: 0, exchanges: 0, 'at once': 0, 'worker woken': 0 };
    const { n: first } = await onPhone(page);

    while (figures.entries < count && faults.length < 10) {
      const [one, two] = [households[figures.entries]!, households[figures.entries + 1]!];
      await Promise.all([opens(pages[0]!, one), opens(pages[1]!, two)]);
      // Both tap in the same moment, and the worker is woken into it.
      await Promise.all([pages[0]!.evaluate(TAP), pages[1]!.evaluate(TAP), wakesWorker()]);
      figures.entries += 2;
      figures['worker woken'] += 1;
      const made = first + figures.entries;
      if (!(await becomes(async () => (await onPhone(page)).n === made)))
        faults.push(`entry ${figures.entries}: not saved`);
      if (figures.entries % 20 === 0) say(`${figures.entries} entries, ${wire.exchanges} exchanges`);
    }
    if (!(await becomes(async () => (await onPhone(page)).waiting.length === 0, 60_000)))
      faults.push('not all was sent');
    const { sent, n } = await onPhone(page);
    const { present, most } = ward.stored(sent);
    if (sent.length !== n || new Set(sent).size !== n)
      faults.push(`${n} counted, ${sent.length} in the sent book`);
    if (present !== sent.length) faults.push(`${sent.length - present} entries are gone`);
    if (most > 1) faults.push(`an entry is stored ${most} times`);
    if (wire.mostAtOnce > 1) faults.push(`${wire.mostAtOnce} exchanges at once`);
    await close();
    return { figures: { ...figures, exchanges: wire.exchanges, 'at once': wire.mostAtOnce }, faults };
  }
};

/** Along a link, as a person goes: a page that is left whole would cut its own exchange off. */
async function opens(page: Page, household: string): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(household);
  else {
    await page.evaluate(`{
      const link = Object.assign(document.createElement('a'), { href: ${JSON.stringify(household)} });
      document.body.append(link);
      link.click();
      link.remove();
    }`);
  }
  await page.waitForURL(household);
  await questionIsThere(page);
}
