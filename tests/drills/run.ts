import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { createRandom } from '$lib/server/sample/random';
import { type Drill, Impossible } from './drill';

/** `npm run drill -- kill-server 300`: each name is a file beside this one. SEED repeats a run. */
const DRILLS: Readonly<Record<string, () => Promise<Drill>>> = {
  'kill-server': async () => (await import('./kill-server')).killServer,
  'full-disk': async () => (await import('./full-disk')).fullDisk,
  'locked-database': async () => (await import('./locked-database')).lockedDatabase,
  restore: async () => (await import('./restore')).restoreDrill,
  proxy: async () => (await import('./proxy')).proxy,
  'kill-renderer': async () => (await import('./kill-renderer')).killRenderer,
  quota: async () => (await import('./quota')).quota,
  'two-tabs': async () => (await import('./two-tabs')).twoTabs,
  'new-version': async () => (await import('./new-version')).newVersion,
  'storage-deleted': async () => (await import('./storage-deleted')).storageDeleted
};

const [name = '', asked] = process.argv.slice(2);
const load = DRILLS[name];
if (!load) {
  console.log(`npm run drill -- NAME [COUNT]\n\n  ${Object.keys(DRILLS).join('\n  ')}`);
  process.exit(1);
}
execFileSync('sh', ['.ci/build'], { stdio: 'inherit' });
const drill = await load();
const count = Number(asked) > 0 ? Number(asked) : drill.count;
const seed = Number(process.env.SEED) || Date.now() % 1_000_000;
console.log(`${name}, ${count} times, seed ${seed}: ${drill.promise}`);
process.exit(await report());

async function report(): Promise<number> {
  const began = Date.now();
  try {
    const { figures, faults } = await drill.run(count, createRandom(seed), (words) =>
      console.log(`  ${words}`)
    );
    const seconds = Math.round((Date.now() - began) / 1_000);
    const told = Object.entries(figures).map(([what, figure]) => `${what} ${figure}`);
    for (const fault of faults.slice(0, 20)) console.log(`  ✗ ${fault}`);
    const verdict = faults.length === 0 ? 'held' : `BROKEN, ${faults.length} faults`;
    console.log(`${name}: ${verdict} · ${told.join(' · ')} · ${seconds} s`);
    keep({ name, count, seed, verdict, figures, seconds });
    return faults.length === 0 ? 0 : 1;
  } catch (fault) {
    console.log(fault instanceof Impossible ? `${name}: not possible here: ${fault.message}` : fault);
    return fault instanceof Impossible ? 2 : 1;
  }
}

function keep(result: object): void {
  mkdirSync('test-results', { recursive: true });
  appendFileSync(
    'test-results/drills.jsonl',
    `${JSON.stringify({ at: new Date().toISOString(), ...result })}\n`
  );
}
