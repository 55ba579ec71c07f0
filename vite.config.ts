import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** "./x.ts?thread" is the whole program of x as text: a thread of its own starts it, in tests as in the built server. */
const threads = (): Plugin => ({
  name: 'threads',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith('?thread')) return;
    const made = await build({
      ...{ configFile: false, logLevel: 'error', publicDir: false },
      resolve: { alias: { $lib: fileURLToPath(new URL('src/lib', import.meta.url)) } },
      ssr: { noExternal: true },
      build: {
        ...{ ssr: id.replace('?thread', ''), write: false, minify: false },
        rolldownOptions: { output: { format: 'cjs', codeSplitting: false } }
      }
    });
    const { output } = (Array.isArray(made) ? made[0]! : made) as { output: { code: string }[] };
    return { code: `export default ${JSON.stringify(output[0]!.code)};`, map: null };
  }
});

const GENERATED = new URL('.svelte-kit/generated/client-optimized/nodes/', import.meta.url);

/** The pages of every evening; they name all they need at once. */
const EVERY_EVENING = /\(leader\)\/(\+|round\/\+|households\/(\[id\]\/)?\+)|sign-in/;

/** The desk's pages are rendered by the server and the others lie on the phone: the first screen need not carry the addresses of their scripts. */
const addressesFor = (file: string, needed: string[]): string[] => {
  const node = /nodes\/(\d+)\./.exec(file)?.[1];
  if (!node || EVERY_EVENING.test(readFileSync(new URL(`${node}.js`, GENERATED), 'utf8'))) return needed;
  return needed.filter((one) => one.endsWith('.css'));
};

export default defineConfig({
  // zod only describes: a schema that the phone never reads is left out of its scripts.
  build: {
    rolldownOptions: { treeshake: { manualPureFunctions: ['z'] } },
    modulePreload: { resolveDependencies: addressesFor }
  },
  plugins: [
    threads(),
    sveltekit(),
    SvelteKitPWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        lang: 'vi',
        name: 'Thi đua phường An Hải',
        short_name: 'Thi đua',
        description: 'Sổ tay thi đua của tổ dân phố, phường An Hải, thành phố Hải Phòng',
        background_color: '#FBF8F1',
        theme_color: '#FBF8F1',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' }
        ]
      },
      injectManifest: {
        globPatterns: ['client/**/*.{js,css,svg,png,webp,woff2,webmanifest}', 'prerendered/**/*.html']
      }
    })
  ],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'floors',
          include: ['tests/{unit,device,server,ring,simulation,contract,architecture}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000
        }
      },
      {
        extends: true,
        resolve: { conditions: ['browser'] },
        test: { name: 'state', include: ['tests/state/**/*.test.ts'], environment: 'jsdom' }
      }
    ]
  }
});
