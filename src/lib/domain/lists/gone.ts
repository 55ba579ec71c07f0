import { textOf } from '../entry/reading';
import type { Row } from '../entry/row';
import { showAddress } from '../people/address';
import type { ListAct, ListItem, ListOption } from './item';
import { addressOfRow, type KnownHousehold } from './known';
import { actsOf, changing, type ListFacts } from './make-changes';

/** A household, or some of its people, of whom a whole list says nothing: they stay in the book unless a person says otherwise. */
export function goneItems(
  known: KnownHousehold,
  isMet: boolean,
  listed: ReadonlySet<string>,
  world: ListFacts
): ListItem[] {
  const { row, people, group } = known;
  const missing = people.filter((person) => !listed.has(person.row.id));
  const line = {
    ...{
      kind: 'gone' as const,
      group,
      sheet: '',
      row: 0,
      address: showAddress(addressOfRow(row)),
      choice: 0
    },
    others: [],
    title: people[0] ? (textOf(people[0].row, 'name') ?? '') : ''
  };
  if (!isMet) {
    const isElsewhere = people.length > 0 && missing.length === 0;
    if (isElsewhere) return [];
    return [{ ...line, facts: [], options: [KEEP, option('moved-away', closing(row, 'moved-away', world))] }];
  }
  return missing.map((person) => {
    const name = textOf(person.row, 'name') ?? '';
    const fact = { subject: name, says: 'person-gone' as const, field: '', before: null, after: null };
    const reasons = (['moved-away', 'died'] as const).map((code) =>
      option(code, closing(person.row, code, world))
    );
    return { ...line, title: name, facts: [{ ...fact, isDisputed: false }], options: [KEEP, ...reasons] };
  });
}

const KEEP: ListOption = { code: 'keep', label: '', acts: [] };

const option = (code: ListOption['code'], acts: readonly ListAct[]): ListOption => ({
  code,
  label: '',
  acts
});

/** Closing is an officer's choice made on the page, not the list's word: it is based on what the page shows. */
export const closing = (row: Row, reason: string, world: ListFacts): ListAct[] =>
  actsOf('close', row.group, [changing(row, { closed: reason }, world, ['closed'])]);
