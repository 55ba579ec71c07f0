import { Finder } from '$lib/domain/people/finding';
import { filesFrom, type HouseholdFile } from '$lib/domain/people/household-file';
import type { Row } from '$lib/domain/entry/row';
import { sampleWard } from '$lib/server/sample/sample-ward';
import { alone, median } from '../table';

const QUERIES = [
  'nguyen thi lan',
  'nva',
  '15 ngo 124',
  'hung 1958',
  'ngueyn van',
  'mang nuoc',
  'pham minh duc'
];
const SLOWER = 6;
const RUNS = 5;

/** Searching the largest group, letter by letter: processor time of the search alone, so that a busy machine does not count. */
export async function search() {
  const all = largestGroup().map((file) => ({ file }));
  const people = all.reduce((sum, { file }) => sum + file.people.length, 0);
  const folding = spent(() => new Finder().prepare(all.map(({ file }) => file)));
  const letters = QUERIES.flatMap((query) => {
    const finder = new Finder();
    finder.prepare(all.map(({ file }) => file));
    return [...query].map((_, end) => leastOf(RUNS, () => finder.find(query.slice(0, end + 1), all)));
  });
  const slowed = (ms: number) => `${(ms * SLOWER).toFixed(1).replace('.', ',')} ms`;
  const name = `**A search among ${all.length} households, ${people} people**, processor time × ${SLOWER}`;
  const spread = `median ${slowed(median(letters))}, slowest ${slowed(Math.max(...letters))}`;
  return [alone(name, spread), alone('– all names folded, once', slowed(folding))];
}

function largestGroup(): HouseholdFile[] {
  const { rows, groups } = sampleWard({ seed: 7, year: 2026, today: '2026-11-23' });
  const files = filesFrom(
    rows.map(({ values, ...row }): Row => ({
      ...row,
      seq: 1,
      fields: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [value, 1]]))
    }))
  );
  const own = groups.map(({ id }) => [...files.values()].filter(({ household }) => household.group === id));
  return own.sort((a, b) => b.length - a.length)[0]!;
}

/** The collector and the compiler work beside it now and then. */
const leastOf = (runs: number, run: () => void): number =>
  Math.min(...Array.from({ length: runs }, () => spent(run)));

/** Milliseconds of the processor. */
function spent(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
