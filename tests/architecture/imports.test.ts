import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cruise } from './cruise';

const floor = (name: string) => `${name} names a floor it may not`;
const wanted = (name: string) => `${name} names a package it may not`;
const script = (text: string) => `<script lang="ts">${text}</script>`;

/** One file for each way to break the table. */
const BROKEN: [rule: string, path: string, text: string][] = [
  [floor('domain'), 'src/lib/domain/upwards.ts', "import '$lib/protocol/b';"],
  [wanted('domain'), 'src/lib/domain/stores.ts', "import 'kysely';"],
  ['domain names Node', 'src/lib/domain/hashes.ts', "import 'node:crypto';"],
  ['no circles', 'src/lib/domain/egg.ts', "import './hen';"],
  ['no orphans', 'src/lib/domain/orphan.ts', 'export const alone = 1;'],
  ['nothing unresolved', 'src/lib/domain/lost.ts', "import './nowhere';"],
  ['nothing names tests', 'src/lib/domain/tested.ts', "import '../../../tests/support/b';"],
  [floor('protocol'), 'src/lib/protocol/upwards.ts', "import '$lib/device/b';"],
  [wanted('device'), 'src/lib/device/draws.ts', "import 'svelte';"],
  [
    floor('sync'),
    'src/lib/sync/upwards.ts',
    "import type { B } from '$lib/state/b.svelte'; export type C = B;"
  ],
  [wanted('sync'), 'src/lib/sync/stores.ts', "import 'idb';"],
  [floor('state'), 'src/lib/state/draws.svelte.ts', "import '$lib/ui/b';"],
  [floor('ui'), 'src/lib/ui/Asks.svelte', script("import { b } from '$lib/state/b.svelte'; b;")],
  ['chart.js outside its corner', 'src/lib/ui/Chart.svelte', script("import 'chart.js';")],
  [floor('server'), 'src/lib/server/phone.ts', "import '$lib/device/b';"],
  [floor('server'), 'src/lib/server/draws.ts', "import '$lib/ui/b';"],
  [floor('words'), 'src/lib/ui/ward/drawn-words.ts', "import '../b';"],
  ['zod outside its corner', 'src/lib/server/parses.ts', "import 'zod';"],
  ['kysely outside its corner', 'src/lib/server/selects.ts', "import 'kysely';"],
  [floor("leader's screens"), 'src/routes/(leader)/+page.svelte', script("import '$lib/device/b';")],
  [floor("leader's screens"), 'src/routes/sign-in/+page.svelte', script("import '$lib/sync/b';")],
  [floor("ward's screens"), 'src/routes/(ward)/ward/+page.svelte', script("import '$lib/state/b.svelte';")],
  [wanted('doors'), 'src/routes/api/health/+server.ts', "import '$lib/server/b'; import 'zod';"],
  [floor('doors'), 'src/routes/(ward)/ward/+page.server.ts', "import '$lib/device/b';"],
  [floor('doors'), 'src/routes/api/sync/+server.ts', "import '$lib/sync/b';"],
  [floor('service worker'), 'src/service-worker.ts', "import '$lib/state/b.svelte';"]
];

/** Something to name on every floor. */
const NEIGHBOURS: [path: string, text: string][] = [
  ...['domain', 'protocol', 'device', 'sync', 'ui', 'server'].map((name): [string, string] => [
    `src/lib/${name}/b.ts`,
    'export const b = 1;'
  ]),
  ['src/lib/state/b.svelte.ts', 'export const b = 1; export type B = 1;'],
  ['src/lib/domain/hen.ts', "import './egg';"],
  ['src/lib/protocol/c.ts', "import '$lib/domain/b';"],
  ['tests/support/b.ts', 'export {};']
];

describe('who may name whom', () => {
  it('every import of the house is allowed by the table', async () => {
    expect(await cruise(process.cwd())).toEqual([]);
  });
});

describe('the table bites', () => {
  let found: string[];
  beforeAll(async () => {
    found = await cruiseInventedHouse();
  });

  it.each(BROKEN)('%s: %s', (rule, path) => {
    expect(found.some((line) => line.startsWith(`${rule}: ${path} `))).toBe(true);
  });

  it('and leaves alone what breaks nothing', () => {
    const broken = new Set(BROKEN.map(([, path]) => path));
    expect(found.filter((line) => !broken.has(line.split(/: | → /)[1]!))).toEqual([]);
  });
});

async function cruiseInventedHouse(): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), 'house-'));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  try {
    for (const [path, text] of NEIGHBOURS) await write(path, text);
    for (const [, path, text] of BROKEN) await write(path, text);
    await symlink(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
    await cp('tests/architecture', join(root, 'tests/architecture'), { recursive: true });
    return await cruise(root);
  } finally {
    await rm(root, { recursive: true });
  }
}
