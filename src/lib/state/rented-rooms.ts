import type { Household } from '$lib/domain/people/household';
import type { HouseholdId, PersonId } from '$lib/domain/ids';
import type { NewChange } from '$lib/domain/entry/compose';
import { MOST_CHANGES } from '$lib/domain/entry/entry';
import { placeFor } from './new-household';
import type { Phone, Recorded } from './phone.svelte';

type Address = Pick<Household, 'houseNumber' | 'subAlley' | 'alley' | 'street' | 'addressNote'>;

/** A block of rented rooms (dãy nhà trọ): whose it is, where, and how many live in each room. */
export type Block = Readonly<{ owner: string; address: Address; rooms: readonly number[] }>;

/** Each room in which somebody lives is a household of its own; as few entries as hold them, a room never parted. */
export async function addRooms(phone: Phone, { owner, address, rooms }: Block): Promise<Recorded[]> {
  const first = placeFor(phone, address);
  const households = rooms.flatMap((people, place) => {
    if (people === 0) return [];
    const name = `Phòng ${place + 1}`;
    const note = [name, owner && `nhà trọ ${owner}`, address.addressNote].filter(Boolean).join(', ');
    return [aRoom(phone, name, people, { ...address, addressNote: note, walkOrder: first + place / 100 })];
  });
  const recorded: Recorded[] = [];
  for (const changes of entriesOf(households)) recorded.push(await phone.record('household.add', changes));
  return recorded;
}

/** Names are asked at the door; until then a room counts with as many as live in it. */
function aRoom(
  phone: Phone,
  room: string,
  people: number,
  set: Address & { walkOrder: number }
): NewChange[] {
  const household = phone.newId<HouseholdId>();
  const ids = Array.from({ length: people }, () => phone.newId<PersonId>());
  const filled = Object.fromEntries(
    Object.entries(set).filter(([, value]) => value !== null && value !== '')
  );
  return [
    { type: 'household', id: household, household, set: { ...filled, head: ids[0]! } },
    ...ids.map((id, place): NewChange => ({
      ...{ type: 'person', id, household },
      set: {
        ...{ name: `Người thuê ${place + 1}, ${room.toLocaleLowerCase('vi')}`, residence: 'temporary' },
        relation: place === 0 ? 'head' : 'other'
      }
    }))
  ];
}

function entriesOf(households: readonly NewChange[][]): NewChange[][] {
  const entries: NewChange[][] = [];
  for (const changes of households) {
    const last = entries.at(-1);
    if (last && last.length + changes.length <= MOST_CHANGES) last.push(...changes);
    else entries.push([...changes]);
  }
  return entries;
}
