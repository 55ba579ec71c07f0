import type { Change } from '../entry/entry';
import { textOf, valueOf } from '../entry/reading';
import type { Row } from '../entry/row';
import { type Differing, differingHousehold, differingPerson } from './differing';
import { closing } from './gone';
import type { Fact, ListAct } from './item';
import { likeOfListed } from './known';
import { likeness, PROBABLE } from './likeness';
import type { ListHousehold } from './list';
import { actsOf, addingPerson, changing, isReplaced, type ListFacts } from './make-changes';
import type { Candidate } from './match';

/** Somebody of a listed household who lives in another one by the book: taken over here, they leave there. */
export type Stranger = Readonly<{ at: number; row: Row; fact: Fact }>;

/** A listed household laid over the one of the book that it is: what is otherwise, and the entries that would say so. */
export function meet(
  listed: ListHousehold,
  { known, pairs }: Candidate,
  strangers: readonly Stranger[],
  world: ListFacts
): { facts: Fact[]; acts: ListAct[]; isMoved: boolean } {
  const facts: Fact[] = strangers.map(({ fact }) => fact);
  const isMoved = listed.group !== known.group;
  const ofHousehold = noted('', known.row, differingHousehold(known.row, listed), facts, world);
  const ofPeople: Change[] = [];
  const added: Change[] = [];
  for (const [at, person] of listed.people.entries()) {
    const same = pairs.get(at);
    if (same) {
      const name = textOf(same.row, 'name') ?? person.name;
      ofPeople.push(...noted(name, same.row, differingPerson(same.row, person), facts, world));
      continue;
    }
    const left = known.left.find(({ like }) => likeness(likeOfListed(person), like) >= PROBABLE);
    if (left) {
      const reason = valueOf(left.row, 'closed');
      facts.push({ ...PLAIN, subject: person.name, says: 'person-closed', before: reason });
      continue;
    }
    added.push(addingPerson(known.id, person, world.newId));
    if (strangers.some((stranger) => stranger.at === at)) continue;
    facts.push({ ...PLAIN, subject: person.name, says: 'person-new', after: person.birth });
  }
  // Before the move its group is still the old one, and after it the row says so itself.
  const group = known.group;
  const acts: ListAct[] = [
    ...(isMoved ? [moving(known.row, listed)] : []),
    ...actsOf('household.change', group, ofHousehold),
    ...actsOf('person.change', group, ofPeople),
    ...actsOf('person.add', group, added),
    ...strangers.flatMap(({ row }) => closing(row, 'moved-away', world))
  ];
  if (isMoved)
    facts.unshift({ ...PLAIN, says: 'household-elsewhere', before: known.group, after: listed.group });
  return { facts, acts, isMoved };
}

const PLAIN: Fact = { subject: '', says: 'field', field: '', before: null, after: null, isDisputed: false };

const moving = (row: Row, { group }: ListHousehold): ListAct => ({
  kind: 'move',
  group: row.group,
  changes: [{ type: 'household', id: row.id, household: row.household, set: {} }],
  about: { group }
});

/** The change that a difference makes, none where there is none; each field is told. */
function noted(
  subject: string,
  row: Row,
  { values, refines }: Differing,
  facts: Fact[],
  world: ListFacts
): Change[] {
  for (const [field, after] of Object.entries(values)) {
    const isDisputed = !isReplaced(row, field, world.isOfList) && !refines.includes(field);
    facts.push({ ...PLAIN, subject, field, before: valueOf(row, field), after, isDisputed });
  }
  return Object.keys(values).length > 0 ? [changing(row, values, world, refines)] : [];
}
