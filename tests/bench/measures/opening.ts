import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { groupOf, type Measure } from '../bench-world';
import { openBrowser, slowDown } from '../browser';
import { bundleScript } from '../bundle';
import { FOLDER } from '../folder';
import { openApp } from '../leader';
import type { SeenOpening } from '../programs/watch-opening';
import { startOurs } from '../processes';
import { alone, inMs, median } from '../table';
import { fillWard } from '../ward';

const SLOWER = 6;

/** A phone that was closed is opened on its list, the ward dead: until the rows stand there, and until a search answers. */
export const opening: Measure = async ({ chromium, runs }) => {
  const database = join(FOLDER, 'opening.db');
  const led = groupOf(await fillWard(database), 950);
  const server = await startOurs(database);
  const profile = await mkdtemp(join(tmpdir(), 'thi-dua-bench-'));
  const phone = await openBrowser(chromium, profile);
  await openApp(phone, server.url, led);
  await phone.close();
  await server.stop();
  const seen: SeenOpening[] = [];
  for (let run = 0; run < runs; run += 1) {
    const again = await openBrowser(chromium, profile);
    seen.push(await open(await again.context.newPage(), `${server.url}/households`));
    await again.close();
  }
  await rm(profile, { recursive: true, force: true });
  const rows = median(seen.map((one) => one.rows!));
  const search = median(seen.map((one) => one.found! - one.typed!));
  const name = `**Cold open to the list of ${led.households} households**, ward dead, processor slowed ${SLOWER} ×`;
  return [alone(name, `${inMs(rows)} ms`), alone('– a search in it answers after', `${inMs(search)} ms`)];
};

async function open(page: Page, address: string): Promise<SeenOpening> {
  await page.addInitScript(await bundleScript('watch-opening'));
  await slowDown(page, SLOWER);
  await page.goto(address);
  await page.locator('main li[id^="row-"]').first().waitFor();
  await page.getByRole('searchbox').fill('nguyen thi');
  await page.waitForFunction(() => globalThis.opening.found);
  return page.evaluate(() => globalThis.opening);
}
