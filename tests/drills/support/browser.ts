import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page
} from '@playwright/test';
import { type App, openApp, SAMPLE } from '../../e2e/support/app';
import fillSample from '../../e2e/support/fill-sample';
import { type Someone, signIn } from '../../e2e/support/people';

const A_DAY = 86_400_000;
/** A busy machine is slow, not dead. Milliseconds. */
const PATIENCE = 120_000;

/** The built app on a copy of the sample ward. */
export async function openSampleApp(environment: Record<string, string> = {}): Promise<App> {
  if (!existsSync(SAMPLE) || Date.now() - statSync(SAMPLE).mtimeMs > A_DAY) await fillSample();
  return openApp(environment);
}

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: ARGUMENTS });

/** With a profile on the disk: in a private window a full disk cannot be felt. */
export async function openWithProfile(): Promise<{
  browser: Pick<Browser, 'newContext'>;
  context: BrowserContext;
}> {
  const profile = await mkdtemp(join(tmpdir(), 'thi-dua-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: ARGUMENTS
  });
  return { browser: { newContext: async () => context }, context };
}

const chromiumPath = (): string =>
  process.env.CHROMIUM || execFileSync('sh', ['.ci/chromium'], { encoding: 'utf8' }).trim();

/** A phone in a real browser, signed in, with all it needs to work alone. */
export async function openPhone(
  browser: Pick<Browser, 'newContext'>,
  url: string,
  login = 'totruong1'
): Promise<Someone> {
  const patient = async (options?: BrowserContextOptions) => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    return context;
  };
  const someone = await signIn({ newContext: patient }, url, login);
  await someone.context.addInitScript(`document.documentElement.style.scrollBehavior = 'auto'`);
  return someone;
}

/** What the phone's own storage holds, read past the app. */
export type OnPhone = Readonly<{
  waiting: { id: string; n: number; body: string }[];
  sent: string[];
  /** The highest n ever given. */
  n: number;
}>;

const READ_WORK = `(async () => {
  const name = (await indexedDB.databases()).map((one) => one.name).find((one) => /-work-/.test(one));
  if (!name) return null;
  const db = await new Promise((done, fail) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const tx = db.transaction(['entries', 'sent', 'meta']);
  const read = (request) => new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const [entries, sent, counts] = await Promise.all([
    read(tx.objectStore('entries').getAll()),
    read(tx.objectStore('sent').getAll()),
    read(tx.objectStore('meta').get('counts'))
  ]);
  db.close();
  return {
    waiting: entries.map(({ entry }) => ({ id: entry.id, n: entry.n, body: entry.body })),
    sent: sent.map(({ entry }) => entry.id),
    n: counts ? counts.n : 0
  };
})()`;

export async function onPhone(page: Page): Promise<OnPhone> {
  return ((await page.evaluate(READ_WORK)) as OnPhone | null) ?? { waiting: [], sent: [], n: 0 };
}

/** Addresses of households that somebody lives in and that are not closed, in any order. */
export async function householdsOnPhone(page: Page, url: string): Promise<string[]> {
  const ids = (await page.evaluate(`(async () => {
    const name = (await indexedDB.databases()).map((one) => one.name).find((one) => /-confirmed-/.test(one));
    const db = await new Promise((done) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => done(asked.result);
    });
    const all = await new Promise((done) => {
      const asked = db.transaction('rows').objectStore('rows').getAll();
      asked.onsuccess = () => done(asked.result.map(({ row }) => row));
    });
    db.close();
    const closed = (row) => Boolean(row.fields.closed && row.fields.closed[0]);
    const lived = new Set(all.filter((row) => row.type === 'person' && !closed(row)).map((row) => row.household));
    return all.filter((row) => row.type === 'household' && !closed(row) && lived.has(row.id)).map((row) => row.id);
  })()`)) as string[];
  return ids.map((id) => `${url}/households/${id}`);
}

/** The first question of the first person, as the page knows it. */
export const FIRST_QUESTION = `document.querySelector('section.person fieldset')`;

/** Taps an answer that is not given yet, without looking whether it was taken. */
export const TAP = `${FIRST_QUESTION}.querySelector('input:not(:checked)').click()`;

export const questionIsThere = (page: Page): Promise<unknown> =>
  page.locator('section.person fieldset').first().waitFor();
