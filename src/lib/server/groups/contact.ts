import { PHONE_NUMBER } from '$lib/domain/people/number-patterns';
import { normalisePhoneNumber } from '$lib/domain/people/phone-number';

/** The number under which leaders call the ward (phòng Văn hóa - Xã hội); null where none, or no number, is set. */
export function wardPhone(set: string | undefined): string | null {
  const number = normalisePhoneNumber(set ?? '');
  return PHONE_NUMBER.test(number) ? number : null;
}
