import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { FOLDER } from './folder';

const PROGRAMS = resolve('tests/bench/programs');
const common = {
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { $lib: resolve('src/lib') } }
} as const;

/** One of the programs as a script for a page; its text. */
export async function bundleScript(
  program: 'page' | 'watch-taps' | 'watch-opening' | 'watch-interactions' | 'own-figures'
): Promise<string> {
  await build({
    ...common,
    // The picture of a phone is made of runes.
    plugins: program === 'own-figures' ? [svelte({ configFile: false })] : [],
    build: {
      outDir: FOLDER,
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: join(PROGRAMS, `${program}.ts`),
        formats: ['iife'],
        name: 'program',
        fileName: () => `${program}.js`
      }
    }
  });
  return `${await readFile(join(FOLDER, `${program}.js`), 'utf8')};undefined`;
}

/** The bare server as plain JavaScript, so that no compiler is counted in its memory; its path. */
export async function bundleBareServer(): Promise<string> {
  await build({
    ...common,
    build: {
      outDir: FOLDER,
      emptyOutDir: false,
      ssr: join(PROGRAMS, 'bare-server.ts'),
      rollupOptions: { external: ['better-sqlite3'], output: { entryFileNames: 'bare-server.js' } }
    }
  });
  return join(FOLDER, 'bare-server.js');
}
