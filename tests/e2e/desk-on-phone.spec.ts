import type { Page } from '@playwright/test';
import { openApp } from './support/app';
import { signIn } from './support/people';
import { expect, test } from './support/test';

/** One address of each kind: what stands for a group, a list, a period is left out. */
const kindOf = ({ pathname, searchParams }: URL): string =>
  `${pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')}?${[...searchParams.keys()].sort().join('&')}`;

/** Files are taken out by forms; what a link leads to is a page. */
const isPage = ({ pathname }: URL): boolean =>
  /^\/ward(\/|$)/.test(pathname) && !/\/(file|template)$/.test(pathname);

async function linksOn(page: Page): Promise<URL[]> {
  const links = page.locator('a[href]');
  const found = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  return found.map((link) => new URL(link)).filter(isPage);
}

test('every page to which the desk leads fits a phone of 360 px and says how old its figures are; none of its links is dead', async ({
  browser
}) => {
  test.setTimeout(240_000);
  const app = await openApp();
  const { page } = await signIn(browser, app.url, 'canbo');
  await page.setViewportSize({ width: 360, height: 740 });
  const ways = [new URL(`${app.url}/ward`)];
  const known = new Set(ways.map(kindOf));
  const wide: string[] = [];
  for (const way of ways) {
    const answer = await page.goto(way.href);
    expect(answer!.status(), way.pathname).toBe(200);
    await expect(page.getByText(/^Số liệu phường nhận được đến \d+:\d+ hôm nay\.$/)).toBeVisible();
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
      wide.push(kindOf(way));
    for (const link of await linksOn(page)) {
      if (known.has(kindOf(link))) continue;
      known.add(kindOf(link));
      ways.push(link);
    }
  }
  expect(wide).toEqual([]);
  expect(known.size).toBeGreaterThan(60);
});
