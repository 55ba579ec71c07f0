import type { Browser } from '@playwright/test';
import { type App, freePort } from '../../e2e/support/app';
import { openChromium, openSampleApp } from './browser';
import { Wire } from './wire';

/** The built app as phones reach it: through a wire whose manners a test decides. */
export type WardBehindWire = Readonly<{
  /** Where phones find the ward. */
  url: string;
  app: App;
  wire: Wire;
  close: () => Promise<void>;
}>;

export async function openWardBehindWire(): Promise<WardBehindWire> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const app = await openSampleApp({ ORIGIN: url });
  const wire = new Wire(() => app.url, port);
  return {
    ...{ url, app, wire },
    async close() {
      wire.close();
      await app.close();
    }
  };
}

/** The same with a browser of its own. */
export async function openBehindWire(): Promise<WardBehindWire & { browser: Browser }> {
  const ward = await openWardBehindWire();
  const browser = await openChromium();
  return {
    ...ward,
    browser,
    async close() {
      await browser.close();
      await ward.close();
    }
  };
}
