import type { Browser } from '@playwright/test';
import { type App, freePort } from '../../e2e/support/app';
import { openChromium, openSampleApp } from './browser';
import { Wire } from './wire';

/** The built app as phones reach it: through a wire whose manners a drill decides. */
export type BehindWire = Readonly<{
  /** Where phones find the ward. */
  url: string;
  app: App;
  wire: Wire;
  browser: Browser;
  close: () => Promise<void>;
}>;

export async function openBehindWire(): Promise<BehindWire> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const app = await openSampleApp({ ORIGIN: url });
  const wire = new Wire(() => app.url, port);
  const browser = await openChromium();
  return {
    ...{ url, app, wire, browser },
    async close() {
      await browser.close();
      wire.close();
      await app.stop();
    }
  };
}
