import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from './browser';
import type { Measure, World } from './bench-world';
import { bundleScript } from './bundle';
import { FOLDER } from './folder';
import { crowd } from './measures/crowd';
import { desk } from './measures/desk';
import { evening } from './measures/evening';
import { figures } from './measures/figures';
import { lists } from './measures/lists';
import { load } from './measures/load';
import { million } from './measures/million';
import { opening } from './measures/opening';
import { papers } from './measures/papers';
import { ranking } from './measures/ranking';
import { push } from './measures/push';
import { search } from './measures/search';
import { size } from './measures/size';
import { tap } from './measures/tap';
import { startBare, startOurs } from './processes';
import { asMarkdown, type Line } from './table';
import { fillWard } from './ward';

/** `npm run bench` measures all; `npm run bench -- push load` only these. */
const MEASURES: Readonly<Record<string, Measure>> = {
  push: push(1_000),
  'push-slow': push(1_000, 'slow 3G'),
  'push-large': push(10_000),
  load,
  crowd,
  million,
  tap,
  evening,
  opening,
  figures,
  desk,
  lists,
  papers,
  ranking,
  search,
  size
};

const RUNS = Number(process.env.RUNS ?? 3);

await mkdir(FOLDER, { recursive: true });
execFileSync('sh', ['.ci/build'], { stdio: 'inherit' });
const chromium = execFileSync('sh', ['.ci/chromium'], { encoding: 'utf8' }).trim();
const asked = process.argv.slice(2);
const chosen = Object.entries(MEASURES).filter(([name]) => asked.length === 0 || asked.includes(name));

const database = join(FOLDER, 'ward.db');
const led = await fillWard(database);
const [ours, bare, script] = [await startOurs(database), await startBare(), await bundleScript('page')];
const browser = await openBrowser(chromium);
const world: World = { chromium, browser, script, ours, bare, led, runs: RUNS };
const version = browser.context.browser()?.version() ?? '';
const lines: Line[] = [];
try {
  for (const [name, measure] of chosen) {
    const began = Date.now();
    lines.push(...(await measure(world)));
    await writeFile(join(FOLDER, 'results.md'), asMarkdown(lines, version));
    console.error(`${name}: ${Math.round((Date.now() - began) / 1000)} s`);
  }
} finally {
  await browser.close();
  await Promise.all([ours.stop(), bare.stop()]);
  console.log(asMarkdown(lines, version));
}
