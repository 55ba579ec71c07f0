import { addDays, type Day } from '../../calendar';
import type { Person } from '../../people/person';
import { counted, type Judgement, missing, unknown } from '../reason';

/** A card that ends within so many days is worth a visit now (sắp hết hạn). */
export const EXPIRES_SOON_DAYS = 30;

/**
 * Chỉ tiêu 10, tỷ lệ người dân tham gia BHYT. "Không có trong danh sách BHXH" is not "không có thẻ": the army's and the
 * police's relatives hold cards that the list does not know, so only an answer makes somebody missing.
 */
export function judgeInsurance({ insurance, insuranceExpiry }: Person, asOf: Day): Judgement {
  if (insurance === null) return unknown('not-asked');
  if (insurance === 'unclear') return unknown('unclear');
  if (insurance === 'no') return missing('no-card');
  if (insurance !== 'yes') return unknown('unrecognised');

  if (insuranceExpiry === null) return counted('card-valid');
  if (insuranceExpiry < asOf) return missing('card-expired');
  return counted(insuranceExpiry <= soonAfter(asOf) ? 'card-expires-soon' : 'card-valid');
}

let soon = { from: '', until: '' };

/** The last day that is soon; reckoned once for everybody. */
function soonAfter(asOf: Day): Day {
  if (soon.from !== asOf) soon = { from: asOf, until: addDays(asOf, EXPIRES_SOON_DAYS) };
  return soon.until;
}
