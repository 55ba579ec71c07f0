import { compareWalk } from '$lib/domain/people/address';
import { filesFrom, type HouseholdFile, isOpen } from '$lib/domain/people/household-file';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import { fromStored, readRowsOfGroup } from '../queries/rows';
import type { Services } from '../services';

/** A household to be chosen from a list: where it is, and whose it is. */
export type HouseholdToChoose = Readonly<{
  id: HouseholdId;
  address: Readonly<{
    houseNumber: string | null;
    subAlley: string | null;
    alley: string | null;
    street: string | null;
  }>;
  head: string;
}>;

/** Those of a group that are open, in the order of the walk. */
export async function householdsToChoose({ db }: Services, group: GroupId): Promise<HouseholdToChoose[]> {
  const rows = (await readRowsOfGroup(db, group, ['household', 'person'])).map(fromStored);
  return [...filesFrom(rows).values()]
    .filter(isOpen)
    .sort((a, b) => compareWalk(a.household, b.household))
    .map(homeIn);
}

/** Where a household is, and by whose name it goes: of those who are followed the first. */
export const homeIn = ({
  household: { id, houseNumber, subAlley, alley, street },
  people
}: HouseholdFile): HouseholdToChoose => ({
  id,
  address: { houseNumber, subAlley, alley, street },
  head: people.find(({ closed }) => closed === null)?.name ?? ''
});
