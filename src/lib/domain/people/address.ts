import type { Household } from './household';

type Address = Pick<Household, 'houseNumber' | 'subAlley' | 'alley' | 'street' | 'addressNote'>;

const NATURAL = new Intl.Collator('vi', { numeric: true });

/** An address as it is said, small to large: "Số 15 ngách 12 ngõ 124 đường Lạch Tray" (domain 5.5). */
export function showAddress({ houseNumber, subAlley, alley, street, addressNote }: Address): string {
  const way = [
    called('số', houseNumber),
    called('ngách', subAlley),
    called('ngõ', alley),
    streetOf(street)
  ].filter(Boolean);
  return capitalise([way.join(' '), addressNote].filter(Boolean).join(', '));
}

/** The heading under which a household stands in the list (ngõ); empty where nothing is known but the number. */
export const alleyOf = ({ alley, street }: Address): string =>
  capitalise([called('ngõ', alley), streetOf(street)].filter(Boolean).join(' '));

/** Along the alleys: the leader's own order first, then by street, ngõ, ngách and number, where 2 comes before 10. */
export function compareWalk(a: Household, b: Household): number {
  return (
    a.walkOrder - b.walkOrder ||
    compareNumbers(a.street, b.street) ||
    compareNumbers(a.alley, b.alley) ||
    compareNumbers(a.subAlley, b.subAlley) ||
    compareNumbers(a.houseNumber, b.houseNumber) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

/** "2" before "10", "12" before "12A"; nothing comes first. */
export const compareNumbers = (a: string | null, b: string | null): number =>
  NATURAL.compare(a ?? '', b ?? '');

/** A number takes its word ("ngõ 124"); what already says what it is does not ("tòa B", "lô 5", "xóm Đình"). */
function called(word: string, name: string | null): string {
  if (!name) return '';
  return /^\d/.test(name) ? `${word} ${name}` : name;
}

const STREET = /^(đường|phố|quốc lộ|tỉnh lộ|đại lộ|khu|xóm|thôn|đội)(\s|$)/i;

const streetOf = (street: string | null): string =>
  !street || STREET.test(street.normalize('NFC')) ? (street ?? '') : `đường ${street}`;

const capitalise = (text: string): string => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
