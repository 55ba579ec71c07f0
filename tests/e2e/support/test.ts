import { test as base } from '@playwright/test';

export { expect } from '@playwright/test';

/** Who signed in for one test goes home after it: phones left open keep asking a ward that is gone. */
export const test = base.extend<{ goHome: undefined }>({
  goHome: [
    async ({ browser }, use) => {
      const there = new Set(browser.contexts());
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => there.has(context) || context.close()));
    },
    { auto: true }
  ]
});
