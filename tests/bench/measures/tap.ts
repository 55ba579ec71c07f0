import type { Page } from '@playwright/test';
import { groupOf, type Measure } from '../bench-world';
import { openBrowser, slowDown } from '../browser';
import { bundleScript } from '../bundle';
import { openApp } from '../leader';
import type { SeenTap } from '../programs/watch-taps';
import { alone, inMs, median, quantile } from '../table';

const TAPS = 60;

/** Taps in the household screen without a network: until the store says durable, and until the mark stands there. */
export const tap: Measure = async ({ chromium, ours, led }) => {
  const browser = await openBrowser(chromium);
  const page = await openApp(browser, ours.url, groupOf(led, 950));
  await page.addInitScript(await bundleScript('watch-taps'));
  await page.goto(`${ours.url}/households`);
  const links = page.locator('main li a[href^="/households/"]');
  await links.nth(40).waitFor();
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  await browser.context.setOffline(true);
  const lines = [];
  for (const [times, name] of [
    [1, 'plain'],
    [6, 'processor slowed 6 ×']
  ] as const) {
    const seen = await tapAlong(page, addresses.splice(0, 20), times);
    lines.push(
      alone(
        `**Tap to "✓ trên máy" on the screen**, ${name}`,
        spread(seen.map(({ at, shown }) => shown! - at))
      ),
      alone('– tap to durable in the store', spread(seen.map(({ at, durable }) => durable! - at)))
    );
  }
  await browser.close();
  return lines;
};

async function tapAlong(page: Page, addresses: string[], slower: number): Promise<SeenTap[]> {
  const seen: SeenTap[] = [];
  for (const address of addresses) {
    await page.goto(address);
    await page.locator('section.person').first().waitFor();
    await slowDown(page, slower);
    const questions = page.locator('section.person fieldset:visible');
    for (let index = 0; index < (await questions.count()) && seen.length < TAPS; index += 1) {
      const question = questions.nth(index);
      await question.evaluate((field) => field.scrollIntoView({ block: 'center' }));
      await question.locator('label:not(:has(:checked))').first().click();
      await question.getByText('✓ trên máy').waitFor();
      seen.push((await page.evaluate(() => globalThis.taps.at(-1)))!);
    }
    if (seen.length === TAPS) return seen;
  }
  throw new Error(`Only ${seen.length} questions were found.`);
}

const spread = (all: number[]): string =>
  `median ${inMs(median(all))} ms, p95 ${inMs(quantile(all, 0.95))} ms`;
