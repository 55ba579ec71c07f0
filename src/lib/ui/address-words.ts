import type { Household } from '$lib/domain/people/household';

type Place = Pick<Household, 'houseNumber' | 'subAlley' | 'alley' | 'street' | 'addressNote'>;

/** What stands in the margin of the list: the number, with its ngách as people write it, "12/5". */
export const showHouseNumber = ({ houseNumber, subAlley }: Place): string =>
  houseNumber ? [houseNumber, subAlley].filter(Boolean).join('/') : (subAlley ?? '–');

export const NO_ALLEY = 'Chưa rõ ngõ';

/** "Số 12/5, ngõ 124, Lạch Tray": one line, where a household is one of many. */
export const oneLineAddress = (place: Omit<Place, 'addressNote'>): string =>
  [
    place.houseNumber || place.subAlley ? `số ${showHouseNumber({ ...place, addressNote: null })}` : '',
    place.alley ? `ngõ ${place.alley}` : '',
    place.street ?? ''
  ]
    .filter(Boolean)
    .join(', ');
