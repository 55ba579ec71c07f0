import { must } from './broken';

/** Breaks an invariant where two things are not the same, whatever the order of their keys; says where they part. */
export function same(invariant: string, expected: unknown, found: unknown, where: string): void {
  const [a, b] = [stable(expected), stable(found)];
  if (a === b) return;
  const at = [...a].findIndex((sign, place) => sign !== b[place]);
  const near = (text: string) => text.slice(Math.max(0, at - 160), at + 120);
  must(invariant, false, () => `${where}: the ward has …${near(a)}… and it has …${near(b)}…`);
}

const stable = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  );
