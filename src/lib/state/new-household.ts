import { alleyOf } from '$lib/domain/people/address';
import type { Household } from '$lib/domain/people/household';
import type { HouseholdId, PersonId } from '$lib/domain/ids';
import type { FieldValue } from '$lib/domain/entry/row';
import type { Phone, Recorded } from './phone.svelte';

type Address = Pick<Household, 'houseNumber' | 'subAlley' | 'alley' | 'street' | 'addressNote'>;
type Head = { name: string; birth: string | null; sex: string | null; nationalId: string | null };

/** The address of a new household before it is typed: new houses stand where one is walking. */
export const addressNear = (near: Address | undefined) => ({
  houseNumber: '',
  subAlley: '',
  alley: near?.alley ?? '',
  street: near?.street ?? '',
  addressNote: ''
});

/** A household and its head in one entry: both are there, or neither. */
export async function addHousehold(
  phone: Phone,
  address: Address & Pick<Household, 'phone'>,
  head: Head
): Promise<Recorded & { household: HouseholdId }> {
  const [household, person] = [phone.newId<HouseholdId>(), phone.newId<PersonId>()];
  const recorded = await phone.record('household.add', [
    {
      type: 'household',
      id: household,
      household,
      set: { ...filled(address), head: person, walkOrder: placeFor(phone, address) }
    },
    { type: 'person', id: person, household, set: { ...filled(head), relation: 'head' } }
  ]);
  return { ...recorded, household };
}

/** Where a household stands in the walk: behind the last of its alley; a new alley comes last. */
export function placeFor({ picture: { files } }: Phone, address: Address): number {
  const heading = alleyOf(address);
  const before = files.findLastIndex(({ household }) => alleyOf(household) === heading);
  const last = files.at(-1)?.household.walkOrder ?? 0;
  if (before < 0 || before === files.length - 1) return last + 1;
  return (files[before]!.household.walkOrder + files[before + 1]!.household.walkOrder) / 2;
}

const filled = (values: Record<string, FieldValue>): Record<string, FieldValue> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
