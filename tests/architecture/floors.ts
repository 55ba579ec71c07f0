/** A place where code runs, and what it may name there. Paths are regular expressions from the root of the project. */
export type Floor = Readonly<{
  name: string;
  path: string;
  /** Other floors. */
  mayName: readonly string[];
  /** Packages, without what the package itself brings. */
  packages: readonly string[];
  /** Node's own modules. */
  node?: boolean;
}>;

/** The table of imports of src/README.md. */
export const FLOORS: readonly Floor[] = [
  { name: 'domain', path: '^src/lib/domain/', mayName: [], packages: ['zod'] },
  { name: 'protocol', path: '^src/lib/protocol/', mayName: ['domain'], packages: ['zod'] },
  { name: 'device', path: '^src/lib/device/', mayName: ['domain', 'protocol'], packages: ['idb'] },
  { name: 'sync', path: '^src/lib/sync/', mayName: ['domain', 'protocol', 'device'], packages: [] },
  {
    name: 'state',
    path: '^src/lib/state/',
    mayName: ['domain', 'protocol', 'device', 'sync'],
    packages: ['svelte', 'workbox-window']
  },
  { name: 'ui', path: '^src/lib/ui/', mayName: ['domain'], packages: ['svelte', 'chart.js'] },
  // Of the screens' floor, and named by the server too: a file says what the screen says, in the same words.
  {
    name: 'words',
    path: '^src/lib/ui/(ward/|ward/lists/|exemplar/)?(format|[a-z-]*words)\\.ts$',
    mayName: ['domain'],
    packages: []
  },
  {
    name: 'server',
    path: '^src/lib/server/',
    mayName: ['domain', 'protocol', 'words'],
    packages: [
      '@sveltejs/kit',
      'kysely',
      'better-sqlite3',
      'pg',
      'zod',
      'docx',
      'fflate',
      'write-excel-file',
      'qr'
    ],
    node: true
  },
  {
    name: 'doors',
    path: '^src/(hooks\\.server\\.ts|app\\.d\\.ts|routes/.*(\\+server|\\.server)\\.ts)$',
    mayName: ['domain', 'protocol', 'server'],
    packages: ['@sveltejs/kit']
  },
  {
    name: "ward's screens",
    path: '^src/routes/\\(ward\\)/(?!.*(\\+server|\\.server)\\.ts$)',
    mayName: ['domain', 'ui'],
    packages: ['svelte']
  },
  {
    name: "leader's screens",
    path: '^src/routes/(?!\\(ward\\)/)(?!.*(\\+server|\\.server)\\.ts$)',
    mayName: ['domain', 'state', 'ui'],
    packages: ['svelte', '@sveltejs/kit']
  },
  {
    name: 'service worker',
    path: '^src/service-worker\\.ts$',
    mayName: ['domain', 'protocol', 'device', 'sync'],
    packages: ['workbox-core', 'workbox-precaching', 'workbox-routing']
  }
];

/** Packages that only one corner of their floor may name. */
export const CORNERS: readonly Readonly<{ package: string; path: string }>[] = [
  // Its doors take any schema; the schemas themselves stand in protocol.
  { package: 'zod', path: '^src/lib/(domain/|protocol/|server/http/endpoint\\.ts$)' },
  { package: 'kysely', path: '^src/lib/server/(database|queries)/' },
  { package: 'better-sqlite3', path: '^src/lib/server/database/' },
  { package: 'pg', path: '^src/lib/server/database/' },
  { package: 'docx', path: '^src/lib/server/papers/' },
  { package: 'write-excel-file', path: '^src/lib/server/(exports|papers)/' },
  { package: 'qr', path: '^src/lib/server/accounts/sign-in-sheets\\.ts$' },
  { package: 'chart.js', path: '^src/lib/ui/ranking/(StandingsChart|TrendChart|GroupBars)\\.svelte$' }
];
