import { type Browser, type BrowserContext, test as base } from '@playwright/test';

export { expect } from '@playwright/test';

/** Who signed in for one test goes home after it: phones left open keep asking a ward that is gone. */
export const test = base.extend<{ goHome: undefined }>({
  goHome: [
    async ({ browser }, use) => {
      const here = new Set(browser.contexts());
      await use(undefined);
      await allGoHome(browser, here);
    },
    { auto: true }
  ]
});

/** After a file whose people stay from test to test. */
export async function allGoHome(browser: Browser, but: ReadonlySet<BrowserContext> = new Set()) {
  await Promise.all(browser.contexts().map((context) => but.has(context) || context.close()));
}
