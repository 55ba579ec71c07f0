import type { Household } from '../people/household';
import { fold } from '../people/names';

/** An address taken apart; null where it says nothing (domain 5.5). */
export type ListAddress = Pick<Household, 'houseNumber' | 'subAlley' | 'alley' | 'street' | 'addressNote'>;

export const NO_ADDRESS: ListAddress = {
  houseNumber: null,
  subAlley: null,
  alley: null,
  street: null,
  addressNote: null
};

/** "Số 15 ngách 12 ngõ 124 đường Lạch Tray, TDP 5, phường An Hải", "15/12/124 Lạch Tray", "căn 0805 tòa B". */
export function readAddress(typed: string): ListAddress {
  let rest = typed
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(OFFICE, '')
    .replace(/^[\s,.-]+|[\s,.-]+$/g, '');
  const found: { -readonly [Part in keyof ListAddress]: ListAddress[Part] } = { ...NO_ADDRESS };
  const take = (part: keyof ListAddress, pattern: RegExp) => {
    if (found[part] !== null) return;
    const match = pattern.exec(rest);
    if (!match) return;
    found[part] = (match[1] ?? match[0]).trim().replace(/\s+/g, ' ');
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`.replace(
      /^[\s,]+|[\s,]+$/g,
      ''
    );
  };
  const slashed =
    /^(?:số(?: nhà)?|sn|nhà)?\.? *(\d[\da-z]*(?: bis)?)\/(\d+[a-z]?)(?:\/(\d+[a-z]?))?(?=[ ,]|$)/i.exec(rest);
  if (slashed) {
    const [whole, house, one, two] = slashed;
    Object.assign(found, { houseNumber: house, subAlley: two ? one : null, alley: two ?? one });
    rest = rest.slice(whole.length).replace(/^[\s,]+/, '');
  }
  take('subAlley', /(?:^|[ ,])(?:ngách|hẻm)\.? *(\d+[a-z]?(?:\/\d+)?)(?=[ ,]|$)/i);
  take('alley', /(?:^|[ ,])ngõ\.? *(\d+[a-z]?(?:\/\d+)?)(?=[ ,]|$)/i);
  take('houseNumber', /(?:^|[ ,])(căn(?: hộ)? *[\da-z.-]*\d[\da-z.-]*)(?=[ ,]|$)/i);
  take('houseNumber', /^(?:số nhà|nhà số|số|sn)\.? *(\d[\da-z-]*(?: bis)?)(?=[ ,]|$)/i);
  take('houseNumber', /^(\d[\da-z-]*(?: bis)?)(?=[ ,]|$)/i);
  take('alley', /(?:^|[ ,])((?:tòa|toà|chung cư|xóm|đội|ngõ) *[^,\d]*?\d*[a-z]?)(?= *(?:,|đường|phố|$))/iu);
  take('street', /(?:^|[ ,])(?:đường|phố) +([^,]+)/i);
  if (found.street === null && rest !== '' && (found.alley ?? found.houseNumber) !== null && isStreet(rest)) {
    const [street = '', ...others] = rest.split(',');
    found.street = street.trim();
    rest = others.join(',');
  }
  found.addressNote = rest.replace(/^[\s,]+|[\s,]+$/g, '').replace(/\s+/g, ' ') || null;
  return found;
}

/** Ward, city and group are known without being read; the district level ended on 1/7/2025. */
const OFFICE =
  /[\s,.-]*(?<![\p{L}])(?:tdp|tổ dân phố|tổ(?= *(?:số)? *\d)|phường|p\.|quận|q\.|huyện|xã|thành phố|tp)[\s.]*(?![\p{L}]*phố).*$/iu;

/** What is left beside a number is the street, unless it tells where to look. */
const isStreet = (rest: string): boolean =>
  !/^(canh|sau|doi dien|gan|phong tro|truoc|ben)\b/.test(fold(rest));
