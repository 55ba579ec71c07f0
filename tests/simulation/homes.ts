import { follow } from '$lib/domain/entry/alias';
import { keyOf } from '$lib/domain/entry/reading';
import { bodyOf } from '$lib/domain/entry/upcast';
import { must } from './broken';
import type { WardState } from './invariants';

const IN_EFFECT = ['applied', 'review'];

/** I3: whoever was recorded before the first merge is at home: there, or in what that has become (CO4). */
export function everybodyIsAtHome({ entries, rows }: WardState): void {
  const inEffect = entries.filter(({ status }) => IN_EFFECT.includes(status));
  const merges = inEffect.filter(({ kind }) => kind === 'merge');
  if (merges.length === 0) return;
  const first = Math.min(...merges.map(({ decided }) => decided));
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const find = (type: string, id: string) => byKey.get(`${type}:${id}`);
  for (const entry of inEffect.filter(({ kind, decided }) => /add$/.test(kind) && decided < first)) {
    for (const { type, id, household } of bodyOf(entry).changes) {
      const home = follow(find, 'household', household)?.id;
      must(
        'I3',
        find(type, id)?.household === home || type === 'household',
        () => `${type} ${id} of ${household} is in ${find(type, id)?.household}, and should be in ${home}`
      );
    }
  }
}
