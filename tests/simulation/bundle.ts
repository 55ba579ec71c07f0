import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { Bug } from './bugs';

const FOLDER = resolve('test-results/simulation');

/** The program as plain JavaScript, with a deliberate bug in it or none; its path. */
export async function bundle(bug?: Bug): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  const name = `${bug?.name ?? 'whole'}.mjs`;
  let found = !bug;
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { $lib: resolve('src/lib') } },
    plugins: [
      {
        name: 'deliberate-bug',
        enforce: 'pre',
        transform(code, id) {
          if (!bug || !id.endsWith(bug.file)) return;
          found = code.includes(bug.replaces);
          return found ? code.replace(bug.replaces, () => bug.by) : undefined;
        }
      }
    ],
    ssr: { noExternal: true, external: ['better-sqlite3', 'pg'] },
    build: {
      outDir: FOLDER,
      emptyOutDir: false,
      minify: false,
      ssr: resolve('tests/simulation/program.ts'),
      rollupOptions: {
        external: ['better-sqlite3', 'pg'],
        output: { entryFileNames: name, codeSplitting: false }
      }
    }
  });
  if (!found) throw new Error(`The place of "${bug!.name}" is no longer in ${bug!.file}.`);
  return join(FOLDER, name);
}
