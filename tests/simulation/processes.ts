import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A seed that failed, with what broke and the shrunk schedule. */
export type Failure = Readonly<{ seed: number; invariant: string; message: string; schedule?: unknown }>;

export type Tally = Readonly<{ done: number; failures: readonly Failure[] }>;

type Options = Readonly<{ most?: number; shrinks?: boolean; onFailure?: (failure: Failure) => void }>;

/** Runs seeds in two processes, for two cores. */
export async function runSeeds(
  program: string,
  first: number,
  count: number,
  { most = 5, shrinks = true, onFailure = () => undefined }: Options = {}
): Promise<Tally> {
  const failures: Failure[] = [];
  let done = 0;
  const half = Math.ceil(count / 2);
  const parts = [
    [first, half],
    [first + half, count - half]
  ].filter(([, size]) => size! > 0);
  await Promise.all(
    parts.map((part) =>
      linesOf(program, [...part, most].map(String), shrinks, (line) => {
        if ('done' in line) done += line.done as number;
        else {
          failures.push(line as Failure);
          onFailure(line as Failure);
        }
      })
    )
  );
  return { done, failures: failures.sort((a, b) => a.seed - b.seed) };
}

/** What became of the schedules that are kept, by name; null where all holds. */
export async function runFound(program: string): Promise<Map<string, string | null>> {
  const outcomes = new Map<string, string | null>();
  await linesOf(program, ['found'], false, ({ name, outcome }) =>
    outcomes.set(name as string, outcome as string | null)
  );
  return outcomes;
}

function linesOf(
  program: string,
  given: string[],
  shrinks: boolean,
  take: (line: Record<string, unknown>) => void
): Promise<void> {
  const child = spawn(process.execPath, [program, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '', SHRINK: shrinks ? '1' : '0' }
  });
  createInterface(child.stdout).on('line', (line) => take(JSON.parse(line)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`the simulation ended with ${code}`))
    );
  });
}
