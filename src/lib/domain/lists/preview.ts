import { textOf, valueOf } from '../entry/reading';
import type { GroupId, HouseholdId } from '../ids';
import { showAddress } from '../people/address';
import type { Fact, ListAct, ListItem, ListOption } from './item';
import { closing, goneItems } from './gone';
import { addressOfRow, type KnownHousehold, type KnownPerson, likeOfListed } from './known';
import type { ListHousehold } from './list';
import { actsOf, addingHousehold, changing, type ListFacts } from './make-changes';
import { type Book, type Candidate, type Match } from './match';
import { meet, type Stranger } from './meet';

/** What became of a list beside the book: lines to be looked at, and how many households and people are as they are. */
export type Preview = Readonly<{ items: ListItem[]; same: number; people: number }>;

/** Lays a list over the book (xem trước); nothing is written by it. */
export class PreviewMaker {
  readonly #book: Book;
  readonly #facts: ListFacts;
  readonly #met = new Set<HouseholdId>();
  /** People of the book who stand in the list, wherever. */
  readonly #listed = new Set<string>();
  readonly #items: ListItem[] = [];
  #same = 0;
  #people = 0;

  constructor(book: Book, facts: ListFacts) {
    this.#book = book;
    this.#facts = facts;
  }

  /** Whom the list has, before anybody is said to be missing from it. */
  note(match: Match): void {
    const candidates =
      match.kind === 'one' ? [match.candidate] : match.kind === 'unclear' ? match.candidates : [];
    for (const { known, pairs } of candidates) {
      this.#met.add(known.id);
      for (const person of pairs.values()) this.#listed.add(person.row.id);
      if (match.kind === 'unclear') known.people.forEach(({ row }) => this.#listed.add(row.id));
    }
  }

  add(listed: ListHousehold, match: Match): void {
    this.#people += listed.people.length;
    if (match.kind === 'new') this.#addNew(listed);
    else if (match.kind === 'unclear') this.#addUnclear(listed, match.candidates);
    else this.#addMet(listed, match.candidate);
  }

  /** Whoever of the groups in the list it does not have; said only of whole lists. */
  finish(groups: ReadonlySet<GroupId>): Preview {
    for (const known of this.#book.households.values()) {
      if (!groups.has(known.group)) continue;
      this.#items.push(...goneItems(known, this.#met.has(known.id), this.#listed, this.#facts));
    }
    return { items: this.#items, same: this.#same, people: this.#people };
  }

  #addNew(listed: ListHousehold): void {
    const left = this.#book.closedLike(listed);
    if (left) return this.#addLeft(listed, left);
    const strangers = this.#strangersOf(listed, new Map());
    const facts = strangers.map(({ fact }) => fact);
    const isUnclear = strangers.length > 0;
    const leaving = strangers.flatMap(({ row }) => closing(row, 'moved-away', this.#facts));
    const acts = [...addingHousehold(listed, this.#facts), ...leaving];
    const take: ListOption = { code: 'take', label: '', acts };
    this.#items.push({
      ...headOf(listed),
      kind: isUnclear ? 'unclear' : 'new',
      facts,
      options: [take, KEEP],
      choice: isUnclear ? null : 0
    });
  }

  /** The book says that they left, the list that they are here: only a person knows. */
  #addLeft(listed: ListHousehold, { row }: KnownHousehold): void {
    const before = valueOf(row, 'closed');
    const values = { closed: null, ...(valueOf(row, 'closedOn') !== null && { closedOn: null }) };
    const again = changing(row, values, this.#facts, Object.keys(values));
    const reopen: ListOption = { code: 'reopen', label: '', acts: actsOf('reopen', row.group, [again]) };
    const asNew: ListOption = { code: 'as-new', label: '', acts: addingHousehold(listed, this.#facts) };
    this.#items.push({
      ...headOf(listed),
      kind: 'unclear',
      facts: [{ subject: '', says: 'household-closed', field: '', before, after: null, isDisputed: false }],
      options: [reopen, asNew, KEEP],
      choice: null
    });
  }

  #addMet(listed: ListHousehold, candidate: Candidate): void {
    const { facts, acts, isMoved } = this.#meet(listed, candidate);
    if (acts.length === 0 && facts.length === 0) {
      this.#same += 1;
      return;
    }
    // Who is in another household by the book is moved only by a person.
    const isUnclear = facts.some(({ says }) => says === 'person-elsewhere');
    const kind = isMoved ? 'moved' : isUnclear ? 'unclear' : 'changed';
    const options: ListOption[] = acts.length > 0 ? [{ code: 'take', label: '', acts }, KEEP] : [KEEP];
    const choice = isMoved ? 1 : isUnclear ? null : 0;
    this.#items.push({ ...headOf(listed), kind, facts, options, choice });
  }

  #addUnclear(listed: ListHousehold, candidates: readonly Candidate[]): void {
    const options = candidates.map((candidate): ListOption => {
      const { acts } = this.#meet(listed, candidate);
      return { code: 'same-as', label: nameOf(candidate.known), acts };
    });
    const asNew: ListOption = { code: 'as-new', label: '', acts: addingHousehold(listed, this.#facts) };
    this.#items.push({
      ...headOf(listed),
      kind: 'unclear',
      facts: [],
      options: [...options, asNew, KEEP],
      choice: null
    });
  }

  #meet(listed: ListHousehold, candidate: Candidate): { facts: Fact[]; acts: ListAct[]; isMoved: boolean } {
    const strangers = this.#strangersOf(listed, candidate.pairs);
    return meet(listed, candidate, strangers, this.#facts);
  }

  /** People of a listed household who certainly live in another one, by the book. */
  #strangersOf(listed: ListHousehold, pairs: ReadonlyMap<number, KnownPerson>): Stranger[] {
    return listed.people.flatMap((person, at): Stranger[] => {
      if (pairs.has(at)) return [];
      const found = this.#book.find(likeOfListed(person));
      if (!found) return [];
      this.#listed.add(found.person.row.id);
      return [{ at, row: found.person.row, fact: elsewhere(person.name, found.home) }];
    });
  }
}

const KEEP: ListOption = { code: 'keep', label: '', acts: [] };

const headOf = ({ group, sheet, row, people, address }: ListHousehold) => ({
  ...{ group, sheet, row },
  title: people[0]?.name ?? '',
  others: people.slice(1).map(({ name }) => name),
  address: showAddress(address)
});

const elsewhere = (subject: string, home: KnownHousehold): Fact => ({
  ...{ subject, says: 'person-elsewhere', field: '', before: nameOf(home), after: null, isDisputed: false }
});

/** "Nguyễn Văn An, số 15 ngõ 124". */
function nameOf({ people, row }: KnownHousehold): string {
  const address = showAddress(addressOfRow(row));
  const head = people[0] ? (textOf(people[0].row, 'name') ?? '') : '';
  return [head, address].filter(Boolean).join(', ');
}
