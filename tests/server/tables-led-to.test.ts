import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { listTables } from '$lib/server/exports/catalogue';

const DESK = 'src/routes/(ward)/ward';
/** The page of the files themselves. */
const EXPORTS = join(DESK, 'exports/[table]');
/** Lists of people have no page of their own: the desk shows who lacks something, not everybody. */
const WITHOUT_PAGE = ['households', 'people'];

/** What a page is written of, its own components with it. */
const pages = readdirSync(DESK, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('+page.svelte'))
  .map((path) => dirname(join(DESK, path)))
  .map((folder) => ({
    folder,
    text: readdirSync(folder)
      .filter((name) => name.endsWith('.svelte'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
  }));
const leadsTo = (text: string) => [...text.matchAll(/<TakeOut\s+table="([^"]+)"/g)].map(([, code]) => code!);

it('every page of the desk that shows a table leads to it as a file, or has a paper of its own', () => {
  const without = pages
    .filter(({ folder, text }) => folder !== EXPORTS && /<(DeskTable|GroupsTable|table)[\s>]/.test(text))
    .filter(({ text }) => leadsTo(text).length === 0 && !text.includes('<PaperLine'));
  expect(without.map(({ folder }) => folder)).toEqual([]);
});

it('every table that can be taken out is led to from where it is shown', () => {
  const led = new Set(pages.flatMap(({ text }) => leadsTo(text)));
  const known = listTables(true).map(({ code }) => code as string);
  expect([...led].filter((code) => !known.includes(code))).toEqual([]);
  expect(known.filter((code) => !led.has(code))).toEqual(WITHOUT_PAGE);
});
