import type { Household } from '$lib/domain/people/household';

type Place = Pick<Household, 'houseNumber' | 'subAlley' | 'alley' | 'street' | 'addressNote'>;

/** What stands in the margin of the list: the number, with its ngách as people write it, "12/5". */
export const showHouseNumber = ({ houseNumber, subAlley }: Place): string =>
  houseNumber ? [houseNumber, subAlley].filter(Boolean).join('/') : (subAlley ?? '–');

export const NO_ALLEY = 'Chưa rõ ngõ';
