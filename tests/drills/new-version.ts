import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { becomes, type Drill } from './drill';
import {
  householdsOnPhone,
  onPhone,
  openChromium,
  openPhone,
  openSampleApp,
  questionIsThere
} from './support/browser';
import { keepWaiting, workerOf } from './support/worker';

const LABELS = ['Số nhà', 'Ngách', 'Ngõ, tòa nhà hoặc xóm', 'Đường, phố', 'Chỉ dẫn thêm'];

/** CO5 and A12: a new version never interrupts; what is being typed is saved before it takes over. */
export const newVersion: Drill = {
  promise:
    'a new version is published while a field is edited; nothing typed is lost, no page reloads by itself',
  count: 20,
  async run(count, random, say) {
    const builds = ['build', buildOther()];
    const app = await openSampleApp();
    const browser = await openChromium();
    const { context, page } = await openPhone(browser, app.url);
    const households = await householdsOnPhone(page, app.url);
    const faults: string[] = [];
    const figures = {
      publications: 0,
      'taken over while typing': 0,
      'taken over afterwards': 0,
      'while the worker waited': 0,
      'pressed beside': 0
    };
    const wakesWorker = await workerOf(page);
    let opened = 0;
    page.on('domcontentloaded', () => (opened += 1));

    while (figures.publications < count && faults.length < 10) {
      const label = LABELS[figures.publications % LABELS.length]!;
      await page.goto(households[figures.publications]!);
      await questionIsThere(page);
      await page.getByText('Sửa địa chỉ, số điện thoại').click();
      const field = page.getByLabel(label);
      const text = `Bản ${figures.publications + 1} ${label}`.slice(0, 38);
      const [half, rest] = [text.slice(0, 5), text.slice(5)];
      const before = await onPhone(page);
      await field.fill('');
      await field.pressSequentially(half);
      opened = 0;

      figures.publications += 1;
      const round = `publication ${figures.publications}`;
      await app.stop();
      await app.start(builds[figures.publications % 2]!);
      await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
      const button = page.getByRole('button', { name: 'Dùng bản mới' });
      if (!(await becomes(() => button.isVisible(), 60_000))) {
        faults.push(`${round}: the new version was not offered`);
        break;
      }
      if (opened > 0) faults.push(`${round}: the page reloaded by itself`);
      if ((await field.inputValue()) !== half)
        faults.push(`${round}: "${half}" became "${await field.inputValue()}"`);
      await field.pressSequentially(rest);
      const isTyping = random.chance(0.5);
      if (!isTyping) await field.blur();
      figures[isTyping ? 'taken over while typing' : 'taken over afterwards'] += 1;
      if (opened > 0) faults.push(`${round}: the page reloaded by itself`);

      if (figures.publications % 2 === 1) {
        await keepWaiting(page, wakesWorker);
        figures['while the worker waited'] += 1;
      }
      figures['pressed beside'] += await presses(page, button);
      if (!(await becomes(() => opened > 0, 60_000))) {
        faults.push(`${round}: the new version did not take over`);
        break;
      }
      await questionIsThere(page);
      if (!(await becomes(() => isOnPhone(page, before.n, text))))
        faults.push(`${round}: "${text}" was not saved`);
      if (!(await becomes(() => isShown(page, label, text)))) faults.push(`${round}: "${text}" is not shown`);
      if (opened > 1) faults.push(`${round}: the page was opened ${opened} times anew`);
      if (figures.publications % 5 === 0) say(`${figures.publications} versions`);
    }
    await context.close();
    await browser.close();
    await app.close();
    return { figures, faults };
  }
};

const LISTEN = `{
  window.drillHeard = false;
  const hear = ({ target }) => (window.drillHeard = target.textContent.trim() === 'Dùng bản mới');
  document.addEventListener('click', hear, { capture: true, once: true });
}`;

/** As a person does: again, where news has moved the button away between press and release. Says how often. */
async function presses(page: Page, button: Locator): Promise<number> {
  for (let beside = 0; ; beside += 1) {
    await page.evaluate(LISTEN);
    await button.click();
    // The new version may stand there already.
    if (await page.evaluate('window.drillHeard !== false').catch(() => true)) return beside;
  }
}

/** One more entry than before, with exactly this text; it may have been sent already. */
async function isOnPhone(page: Page, n: number, text: string): Promise<boolean> {
  const { waiting, sent, n: now } = await onPhone(page).catch(() => ({ waiting: [], sent: [], n: 0 }));
  if (now !== n + 1 || waiting.length + sent.length !== now) return false;
  const last = waiting.find((entry) => entry.n === now);
  return !last || last.body.includes(JSON.stringify(text));
}

async function isShown(page: Page, label: string, text: string): Promise<boolean> {
  const field = page.getByLabel(label);
  if (!(await field.isVisible())) await page.getByText('Sửa địa chỉ, số điện thoại').click();
  return (await field.inputValue({ timeout: 2_000 }).catch(() => '')) === text;
}

/** The same source under another version's name. */
function buildOther(): string {
  const folder = resolve('test-results/drills/other-version');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of [
    'src',
    'static',
    'package.json',
    'svelte.config.js',
    'vite.config.ts',
    'tsconfig.json'
  ]) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const env = { ...process.env, APP_VERSION: 'other' };
  execFileSync('npx', ['vite', 'build', '--logLevel', 'error'], { cwd: folder, env, stdio: 'ignore' });
  return join(folder, 'build');
}
