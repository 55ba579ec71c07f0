import type { Relation } from './person';

/** What follows for the others when the wife, the son, the father … of the old head is head; what does not follow is asked. */
const UNDER: Readonly<Record<string, Partial<Record<Relation, Relation>>>> = {
  spouse: { head: 'spouse', child: 'child', grandchild: 'grandchild', parent: 'other', sibling: 'other' },
  child: { head: 'parent', spouse: 'parent', child: 'sibling', parent: 'other', sibling: 'other' },
  parent: { head: 'child', spouse: 'other', child: 'grandchild', parent: 'spouse', sibling: 'child' },
  sibling: { head: 'sibling', parent: 'parent', sibling: 'sibling', spouse: 'other', child: 'other' },
  grandchild: { head: 'other', spouse: 'other' }
};

/** The relation to a new head (quan hệ với chủ hộ), from the relation of both to the old one; null where it does not follow. */
export const relationUnder = (head: string | null, relation: string | null): string | null =>
  head === 'head' ? relation : (UNDER[head ?? '']?.[relation as Relation] ?? null);
