import { expect, it } from 'vitest';
import { addRooms } from '$lib/state/rented-rooms';
import { aStandInPhone } from './stand-in-phone';

const address = { houseNumber: '7', subAlley: null, alley: '124', street: 'Lạch Tray', addressNote: null };

it('a block of rented rooms: each room with people is a household, an empty one is none, none is parted', async () => {
  const { phone, recorded } = aStandInPhone();
  await addRooms(phone, { owner: 'bà Hoa', address, rooms: [2, 0, ...Array<number>(20).fill(3)] });
  const households = recorded.flatMap(({ changes }) => changes.filter(({ type }) => type === 'household'));
  const people = recorded.flatMap(({ changes }) => changes.filter(({ type }) => type === 'person'));
  expect([households.length, people.length]).toEqual([21, 62]);
  expect(households[1]!.set.addressNote).toBe('Phòng 3, nhà trọ bà Hoa');
  expect(people.every(({ set }) => set.residence === 'temporary')).toBe(true);
  for (const { kind, changes } of recorded) {
    expect(kind).toBe('household.add');
    expect(changes.length).toBeLessThanOrEqual(40);
    const here = new Set(changes.filter(({ type }) => type === 'household').map(({ id }) => id));
    expect(changes.every(({ household }) => here.has(household))).toBe(true);
  }
});
