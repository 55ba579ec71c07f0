import { isAdding } from './adding';
import type { Act } from './entry';
import { keyOf } from './reading';

type OwnEntry = Pick<Act, 'kind' | 'body'> & Readonly<{ id: string }>;

/** Taken back by choosing, signing or saying again, not by taking back. */
const FINAL_KINDS: readonly string[] = [
  ...['cancel', 'resolve', 'merge', 'unmerge', 'move'],
  ...['sign-off', 'message-seen', 'nomination']
];

/**
 * Which of one's own entries may still be taken back (lấy lại): those that no newer one of them stands upon.
 * Newest first, and only such as are in effect or will be.
 */
export function findTakeable(newestFirst: readonly OwnEntry[]): Set<string> {
  const takeable = new Set<string>();
  const stoodUpon = new Set<string>();
  for (const entry of newestFirst) {
    const fields = fieldsOf(entry);
    if (!FINAL_KINDS.includes(entry.kind) && !fields.some((field) => stoodUpon.has(field))) {
      takeable.add(entry.id);
    }
    fields.forEach((field) => stoodUpon.add(field));
  }
  return takeable;
}

/** Every field that the entry writes, and the one by which it would be taken back. */
const fieldsOf = (entry: OwnEntry): string[] =>
  entry.body.changes.flatMap((change) => {
    const undoneBy = entry.kind === 'visit' ? ['undone'] : isAdding(entry, change.id) ? ['closed'] : [];
    return [...Object.keys(change.set), ...undoneBy].map((field) => `${keyOf(change)}.${field}`);
  });
