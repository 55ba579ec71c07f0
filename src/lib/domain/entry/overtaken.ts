import type { Act, Change } from './entry';
import { keyOf } from './reading';

/** An entry as its device counted it. */
type Made = Readonly<{ id: string; previous: string | null }>;

/** An entry of which the ward has spoken; only "applied" and "review" are in effect. */
export type Spoken = Readonly<{ id: string; kind: string; body: Act['body']; status: string | undefined }>;

/**
 * What a device made on top of one of its entries, step by step. By the names of the entries before, not by n:
 * a phone that was set back to a copy gives the same counts once more.
 */
export function madeAfter<T extends Made>(id: string, byPrevious: ReadonlyMap<string, readonly T[]>): T[] {
  const after = [...(byPrevious.get(id) ?? [])];
  const seen = new Set(after.map((one) => one.id));
  for (const one of after) {
    for (const next of byPrevious.get(one.id) ?? []) {
      if (seen.has(next.id)) continue;
      seen.add(next.id);
      after.push(next);
    }
  }
  return after;
}

/**
 * Fields about which newer entries of the same device have had the word, by `nameOf`: an older one that comes after them
 * changes nothing there (CO2). A proposal that was taken back has no word, and neither has its taking back.
 */
export function spokenFields(
  newer: readonly Spoken[],
  statusOf: (id: string) => string | undefined,
  nameOf: (change: Change, field: string) => string = fieldNamed
): Set<string> {
  const inEffect = newer.filter(({ status }) => status === 'applied' || status === 'review');
  const withdrawn = new Set<string>();
  for (const { id, kind, body } of inEffect) {
    const cancelled = kind === 'cancel' && body.about && 'entry' in body.about ? body.about.entry : undefined;
    if (cancelled && statusOf(cancelled) === 'review') withdrawn.add(id).add(cancelled);
  }
  const left = inEffect.filter(({ id }) => !withdrawn.has(id));
  return new Set(
    left.flatMap(({ body }) =>
      body.changes.flatMap((change) => Object.keys(change.set).map((field) => nameOf(change, field)))
    )
  );
}

/** One name for a field of a row. */
export const fieldNamed = (change: { type: string; id: string }, field: string): string =>
  `${keyOf(change)}/${field}`;
