import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { openApp } from '../e2e/support/app';
import fillSample from '../e2e/support/fill-sample';
import type { Driver } from './driver';
import { spendAnEvening } from './evening';
import { openFirefox } from './firefox';
import { openWebKit } from './webkit';

/**
 * A program: an evening in Gecko and in WebKit, as far as this machine has them (firefox-esr; webkit2gtk-driver, xvfb, dbus).
 * `npx tsx tests/engines/run.ts [firefox|webkit]` after a build; SCREENSHOTS=FOLDER keeps pictures.
 */
const ENGINES: Readonly<Record<string, () => Promise<Driver> | undefined>> = {
  firefox: () => {
    const program = process.env.FIREFOX ?? asked('which', 'firefox-esr');
    return program ? openFirefox(program) : undefined;
  },
  webkit: () => {
    const driver = asked('which', 'WebKitWebDriver');
    const browser = asked('sh', '-c', 'dpkg -L libwebkit2gtk-4.1-0 | grep "/MiniBrowser$"');
    return driver && browser ? openWebKit(driver, browser) : undefined;
  }
};

await fillSample();
const wanted = process.argv.slice(2);
let failed = 0;
for (const [name, open] of Object.entries(ENGINES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const opening = open();
  if (!opening) {
    console.log(`${name}: not on this machine`);
    continue;
  }
  const app = await openApp();
  const driver = await opening;
  try {
    const before = count(app.database);
    const { entries, width } = await spendAnEvening(driver, app, (state) => keep(driver, state));
    const arrived = count(app.database) - before;
    if (arrived !== entries) throw new Error(`${entries} were said to be on the phone, ${arrived} arrived.`);
    console.log(
      `${driver.name}, ${width} pixels wide: ${entries} entries made without the ward, all received`
    );
  } catch (fault) {
    failed += 1;
    await keep(driver, 'failed').catch(() => undefined);
    console.error(`${driver.name}:`, fault);
  } finally {
    await driver.close();
    await app.close();
  }
}
process.exit(failed);

function count(file: string): number {
  const db = new Database(file, { readonly: true });
  const entries = db.prepare('select count(*) from entries').pluck().get() as number;
  db.close();
  return entries;
}

async function keep(driver: Driver, state: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/${driver.name}-${state}.png`, Buffer.from(await driver.screenshot(), 'base64'));
}

function asked(program: string, ...told: string[]): string | undefined {
  try {
    return execFileSync(program, told, { encoding: 'utf8' }).trim().split('\n')[0] || undefined;
  } catch {
    return undefined;
  }
}
