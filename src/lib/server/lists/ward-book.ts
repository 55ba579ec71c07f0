import type { GroupId } from '$lib/domain/ids';
import { valueOf } from '$lib/domain/entry/reading';
import { type KnownHousehold, knownFrom } from '$lib/domain/lists/known';
import { Book } from '$lib/domain/lists/match';
import { changedHouseholds } from '../changes/changed-households';
import type { Database } from '../database/open';
import { readGroups } from '../queries/ward';
import { yieldTurn } from '../turns';

/** The whole ward's book to lay a list over, read group by group with a turn for phones between. */
export async function readWardBook(
  db: Database
): Promise<{ book: Book; nextPlace: (group: GroupId) => number }> {
  const book = new Book(new Book());
  const places = new Map<GroupId, number>();
  for (const known of await readKnown(db)) {
    book.add(known);
    const place = Number(valueOf(known.row, 'walkOrder') ?? 0);
    if (place > (places.get(known.group) ?? 0)) places.set(known.group, Math.ceil(place));
  }
  const nextPlace = (group: GroupId): number => {
    const next = (places.get(group) ?? 0) + 1;
    places.set(group, next);
    return next;
  };
  return { book, nextPlace };
}

/** All households with their people, those that left among them. */
export async function readKnown(db: Database): Promise<KnownHousehold[]> {
  const all: KnownHousehold[] = [];
  for (const group of await readGroups(db)) {
    const homes = await changedHouseholds(db, group, undefined, ['household', 'person']);
    await yieldTurn();
    for (const rows of homes) {
      const known = knownFrom(rows);
      if (known) all.push(known);
    }
    await yieldTurn();
  }
  return all;
}
