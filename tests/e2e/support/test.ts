import { type Browser, type BrowserContext, test as base } from '@playwright/test';
import { type App, openApps } from './app';

export { expect } from '@playwright/test';

/** Who signed in for one test goes home after it, and the ward that was opened for it is closed. */
export const test = base.extend<{ goHome: undefined }>({
  goHome: [
    async ({ browser }, use) => {
      const here = new Set([...browser.contexts(), ...openApps]);
      await use(undefined);
      await allGoHome(browser, here);
    },
    { auto: true }
  ]
});

/** After a file whose people stay from test to test. Phones left open would ask a ward that is gone. */
export async function allGoHome(browser: Browser, but: ReadonlySet<BrowserContext | App> = new Set()) {
  await Promise.all(browser.contexts().map((context) => but.has(context) || context.close()));
  await Promise.all([...openApps].map((app) => but.has(app) || app.close()));
}
