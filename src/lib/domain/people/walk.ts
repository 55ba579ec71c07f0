import type { HouseholdId } from '../ids';
import { alleyOf } from './address';
import type { Household } from './household';
import type { HouseholdFile } from './household-file';

/** Households one after the other in one alley (ngõ): a leg of the walk. */
export type Leg = Readonly<{ heading: string; files: readonly HouseholdFile[] }>;

/** A new place of a household in the walk. */
export type Placed = Readonly<{ household: HouseholdId; walkOrder: number }>;

/** The walk, an alley at a time; where the leader's own order comes back to an alley, that is another leg. */
export function legsOf(files: readonly HouseholdFile[]): Leg[] {
  const legs: { heading: string; files: HouseholdFile[] }[] = [];
  for (const file of files) {
    const heading = headingOf(file.household);
    const last = legs.at(-1);
    if (last?.heading === heading) last.files.push(file);
    else legs.push({ heading, files: [file] });
  }
  return legs;
}

/**
 * Puts a household behind another one, or first (thứ tự đi): as few new numbers as there can be. Mostly one, between its
 * new neighbours; where these have the same number, all that follow in that number move up together.
 */
export function placeBehind(
  walk: readonly Household[],
  moved: HouseholdId,
  behind: HouseholdId | null
): Placed[] {
  const others = walk.filter(({ id }) => id !== moved);
  const at = others.findIndex(({ id }) => id === behind) + 1;
  const [before, after] = [others[at - 1], others[at]];
  if (!before) return after ? placeFirst(others, moved) : [];
  if (!after) return [{ household: moved, walkOrder: before.walkOrder + 1 }];
  const middle = between(before.walkOrder, after.walkOrder);
  if (middle !== undefined) return [{ household: moved, walkOrder: middle }];
  return placeAmongEquals(others, moved, at);
}

function placeFirst(others: readonly Household[], moved: HouseholdId): Placed[] {
  const first = others[0]!.walkOrder;
  if (first > 0) return [{ household: moved, walkOrder: first / 2 }];
  return placeAmongEquals(others, moved, 0);
}

/** Those behind the gap that share its number get one between it and the next larger: among themselves they stay as they were. */
function placeAmongEquals(others: readonly Household[], moved: HouseholdId, at: number): Placed[] {
  const { walkOrder } = others[at]!;
  const behind = others.slice(at);
  const larger = behind.find((household) => household.walkOrder > walkOrder);
  const room = larger ? larger.walkOrder - walkOrder : 3;
  const up = behind.filter((household) => household.walkOrder === walkOrder);
  const own = at === 0 ? walkOrder : walkOrder + room / 3;
  return [
    { household: moved, walkOrder: own },
    ...up.map(({ id }) => ({ household: id, walkOrder: walkOrder + (room * 2) / 3 }))
  ];
}

/** Numbers that a computer can still tell apart. */
function between(before: number, after: number): number | undefined {
  const middle = (before + after) / 2;
  return middle > before && middle < after ? middle : undefined;
}

const HEADINGS = new WeakMap<Household, string>();

/** Made once for each household as it is: the walk is looked through at every tap. */
function headingOf(household: Household): string {
  const known = HEADINGS.get(household);
  if (known !== undefined) return known;
  const heading = alleyOf(household);
  HEADINGS.set(household, heading);
  return heading;
}
