import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWalk } from '$lib/domain/people/address';
import type { Household } from '$lib/domain/people/household';
import { legsOf, type Placed, placeBehind } from '$lib/domain/people/walk';
import { aFile, aHousehold } from '../support/factories';

const households = (...orders: number[]) =>
  orders.map((walkOrder, at) => aHousehold({ walkOrder, houseNumber: String(at + 1) })).sort(compareWalk);

const after = (walk: readonly Household[], placed: readonly Placed[]) =>
  walk
    .map((one) => ({
      ...one,
      walkOrder: placed.find(({ household }) => household === one.id)?.walkOrder ?? one.walkOrder
    }))
    .sort(compareWalk)
    .map(({ id }) => id);

describe('the walk along the alleys', () => {
  it('is cut into legs, and a leg comes back where the leader comes back', () => {
    const along = (alley: string) => aFile({ household: aHousehold({ alley }) });
    const legs = legsOf([along('12'), along('12'), along('14'), along('12')]);
    expect(legs.map(({ heading, files }) => `${heading}: ${files.length}`)).toEqual([
      'Ngõ 12 đường Lạch Tray: 2',
      'Ngõ 14 đường Lạch Tray: 1',
      'Ngõ 12 đường Lạch Tray: 1'
    ]);
  });

  it('one new number puts a household between two others', () => {
    const walk = households(1, 2, 3, 4);
    const placed = placeBehind(walk, walk[3]!.id, walk[0]!.id);
    expect(placed).toEqual([{ household: walk[3]!.id, walkOrder: 1.5 }]);
  });

  it('wherever it is put, it stands there, and nobody else changes places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 9 }),
        fc.nat(),
        fc.nat(),
        (orders, one, other) => {
          const walk = households(...orders);
          const moved = walk[one % walk.length]!;
          const rest = walk.filter(({ id }) => id !== moved.id);
          const at = other % (rest.length + 1);
          const placed = placeBehind(walk, moved.id, rest[at - 1]?.id ?? null);
          const wanted = rest.map(({ id }) => id);
          wanted.splice(at, 0, moved.id);
          expect(after(walk, placed)).toEqual(wanted);
          expect(placed.every(({ walkOrder }) => walkOrder >= 0)).toBe(true);
        }
      )
    );
  });
});
