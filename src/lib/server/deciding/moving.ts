import { dayOf } from '$lib/domain/calendar';
import { differenceFrom } from '$lib/domain/entry/difference';
import { textOf } from '$lib/domain/entry/reading';
import type { GroupId } from '$lib/domain/ids';
import { searchFor } from '$lib/domain/people/names';
import type { Receipt } from '$lib/protocol/sync';
import { seenAs, writeAtDesk } from '../office/desk';
import { candidateOf, readDirectory } from './directory';
import { fromStored, readDifferencesOf, readRowsById } from '../queries/rows';
import { readContacts } from '../queries/supervision';
import { readGroupsByOrder } from '../queries/ward';
import type { Services } from '../services';
import { readSides, type Side } from './sides';

/** A household on the page from which it can be moved, and what would follow. */
export type MovingPlace = Readonly<{
  home: Side;
  groups: { id: string; name: string }[];
  /** What the phones of its group had not sent when they last called. */
  unsent: number;
  lastContact: number | null;
  /** Fields with two values, which go along. */
  differences: number;
  /** The group that it came from, where it can go back. */
  from: { id: string; name: string } | null;
}>;

/** Open households by what lives in them: names, initials, house number, alley. */
export async function searchHouseholds(
  services: Services,
  query: string,
  most: number
): Promise<{ count: number; found: Side[] }> {
  if (query.trim() === '') return { count: 0, found: [] };
  const { words } = await readDirectory(services);
  const isWanted = searchFor(query);
  const homes = [...words.values()].filter(({ text }) => isWanted(text));
  // Who asks for a name mostly means the head.
  homes.sort((one, other) => Number(isWanted(other.head)) - Number(isWanted(one.head)));
  const shown = homes.slice(0, most).map(({ home }) => home);
  return { count: homes.length, found: shown.map(await readSides(services, shown)) };
}

/** What was moved lately, the last first. */
export async function recentMoves(
  services: Services,
  most: number
): Promise<{ home: Side; from: { id: string; name: string } }[]> {
  const { moved } = await readDirectory(services);
  const last = [...moved.values()].sort((a, b) => b.number - a.number).slice(0, most);
  const homes = last.map(({ home }) => home);
  const [sideOf, groups] = await Promise.all([readSides(services, homes), readGroupsByOrder(services.db)]);
  return last.flatMap(({ home, from }) => {
    const group = groups.find(({ id }) => id === from);
    return group ? [{ home: sideOf(home), from: group }] : [];
  });
}

/** Nothing where there is no such household, or it is another name of one by now. */
export async function readMovingPlace(services: Services, id: string): Promise<MovingPlace | undefined> {
  const { db, now } = services;
  const row = (await readRowsById(db, [id])).map(fromStored).find(({ type }) => type === 'household');
  if (!row || textOf(row, 'mergedInto') !== null) return;
  const candidate = candidateOf(row);
  const [sideOf, groups, contacts, differences] = await Promise.all([
    readSides(services, [candidate]),
    readGroupsByOrder(db),
    readContacts(db, dayOf(now())),
    readDifferencesOf(db, [id])
  ]);
  const contact = contacts.find(({ group_id }) => group_id === row.group);
  const from = textOf(row, 'movedFrom');
  return {
    home: sideOf(candidate),
    groups,
    unsent: Number(contact?.unsent ?? 0),
    lastContact: contact?.last_contact ?? null,
    differences: differences.map(fromStored).filter((one) => differenceFrom(one).open).length,
    from: (from !== row.group && groups.find((group) => group.id === from)) || null
  };
}

/** A household belongs to another group from now on (chuyển tổ); by an entry of the officer's (CO4). */
export const moveAtDesk = (
  services: Services,
  account: string,
  household: string,
  group: GroupId
): Promise<Receipt | undefined> =>
  writeAtDesk(services, account, async (row) => {
    const moved = await row('household', household);
    return (
      moved && { kind: 'move', group: moved.group, body: { changes: [seenAs(moved, {})], about: { group } } }
    );
  });
