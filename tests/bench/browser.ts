import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';

/** A browser whose profile lies on the disk: in a private window nothing durable is ever written. One is kept if named. */
export type Browser = Readonly<{ context: BrowserContext; close: () => Promise<void> }>;

export async function openBrowser(executablePath: string, kept?: string): Promise<Browser> {
  const profile = kept ?? (await mkdtemp(join(tmpdir(), 'thi-dua-bench-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 360, height: 740 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run'
    ]
  });
  return {
    context,
    async close() {
      await context.close();
      if (!kept) await rm(profile, { recursive: true, force: true });
    }
  };
}

/** An empty page of a server's own origin with the phone's floors in it. */
export async function openBench(context: BrowserContext, address: string, script: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(script);
  return page;
}

/** Slow 3G: 400 kbit/s both ways, 400 ms; or the wire as it is. */
export async function setWire(page: Page, wire: 'slow 3G' | 'as it is'): Promise<void> {
  const slow = wire === 'slow 3G';
  const chrome = await page.context().newCDPSession(page);
  await chrome.send('Network.enable');
  await chrome.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow ? 400 : 0,
    downloadThroughput: slow ? 400_000 / 8 : -1,
    uploadThroughput: slow ? 400_000 / 8 : -1
  });
}

/** Slows the page's processor so many times. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const chrome = await page.context().newCDPSession(page);
  await chrome.send('Emulation.setCPUThrottlingRate', { rate: times });
}
