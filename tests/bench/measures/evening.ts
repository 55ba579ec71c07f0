import { expect, type Page } from '@playwright/test';
import { groupOf, type Measure } from '../bench-world';
import { openBrowser, slowDown } from '../browser';
import { bundleScript } from '../bundle';
import { openApp } from '../leader';
import { alone, inMs, median, quantile } from '../table';

const DOORS = 30;
const SLOWER = 6;

/** Every tap of the round without a network, in the largest group, until the next paint (INP), as the browser measures it. */
export const evening: Measure = async ({ chromium, ours, led }) => {
  const group = groupOf(led, 950);
  const browser = await openBrowser(chromium);
  const page = await openApp(browser, ours.url, group);
  await page.addInitScript(await bundleScript('watch-interactions'));
  await page.goto(`${ours.url}/round/alleys`);
  await page.locator('main a[href^="/round?at"]').first().click();
  await expect(page.locator('section.person').first()).toBeVisible();
  await browser.context.setOffline(true);
  await slowDown(page, SLOWER);
  let taps = 0;
  for (let door = 1; door <= DOORS; door += 1) taps += await seeTheDoor(page, door);
  const seen = await page.evaluate(() => [...globalThis.interactions.values()]);
  await browser.close();
  const all = [...seen, ...Array.from({ length: Math.max(0, taps - seen.length) }, () => 16)];
  const spread = `median ${inMs(median(all))} ms, p98 ${inMs(quantile(all, 0.98))} ms, slowest ${inMs(Math.max(...all))} ms`;
  const name = `**${taps} taps of the round in a group of ${group.households} households**, to the next paint, processor slowed ${SLOWER} ×`;
  return [alone(name, spread)];
};

/** Somebody is opened and answers, a visit is taken back, one looks back and on; mostly nothing has changed. */
async function seeTheDoor(page: Page, door: number): Promise<number> {
  let taps = 0;
  const tap = async (name: string | RegExp) => {
    const before = page.url();
    await page.getByRole('button', { name }).click();
    taps += 1;
    await expect.poll(() => page.url()).not.toBe(before);
  };
  const onward = page.getByRole('button', { name: /^Đi tiếp:/ });
  const done = page.getByRole('button', { name: /^(Không thay đổi|Xong, hộ tiếp|Hộ tiếp)$/ });
  await expect(onward.or(done)).toBeVisible();
  if (await onward.isVisible()) await tap(/^Đi tiếp:/);
  await expect(done).toBeVisible();
  if (door % 5 === 0 && (await page.locator('section.person').count()) > 0) {
    const person = page.locator('section.person').first();
    await person.locator('summary').click();
    await person.locator('label:not(:has(:checked))').first().click();
    await expect(person.getByText('trên máy').first()).toBeVisible();
    taps += 2;
  }
  if (door % 7 === 0) {
    await tap(/^Sau/);
    await tap(/^Trước/);
  }
  await tap(/^(Không thay đổi|Xong, hộ tiếp|Hộ tiếp)$/);
  if (door % 6 === 0) {
    await tap('Hoàn tác');
    await tap(/^(Không thay đổi|Xong, hộ tiếp|Hộ tiếp)$/);
  }
  return taps;
}
