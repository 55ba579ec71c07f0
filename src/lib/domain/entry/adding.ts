import type { Act } from './entry';

/** Whether an act brings in a row that was not there. An event of life brings in some and changes others: it says which. */
export function isAdding({ kind, body: { about } }: Pick<Act, 'kind' | 'body'>, id: string): boolean {
  if (kind === 'life-event') return about !== undefined && 'adds' in about && about.adds.includes(id);
  return kind === 'household.add' || kind === 'person.add';
}
