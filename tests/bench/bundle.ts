import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { FOLDER } from './folder';

const PROGRAMS = resolve('tests/bench/programs');
const common = {
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { $lib: resolve('src/lib') } }
} as const;

/** The phone's floors as one script for a page; its text. */
export async function bundlePage(): Promise<string> {
  await build({
    ...common,
    build: {
      outDir: FOLDER,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: join(PROGRAMS, 'page.ts'), formats: ['iife'], name: 'page', fileName: () => 'page.js' }
    }
  });
  return readFile(join(FOLDER, 'page.js'), 'utf8');
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
