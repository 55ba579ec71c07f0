import type { CodeDoubt } from '$lib/domain/people/insurance-code';
import type { IdDoubt, IdMistake, ReadId } from '$lib/domain/people/national-id';

export const ID_MISTAKE_WORDS: Readonly<Record<IdMistake, string>> = {
  'old-nine': 'Chứng minh nhân dân 9 số không còn giá trị. Ghi số định danh 12 chữ số trên căn cước.',
  'lost-zero': 'Thiếu số 0 ở đầu? Số định danh có đúng 12 chữ số.',
  'insurance-code': 'Đây là mã thẻ BHYT. Số định danh có đúng 12 chữ số, in trên căn cước.',
  'wrong-length': 'Số định danh có đúng 12 chữ số.'
};

export const ID_DOUBT_WORDS: Readonly<Record<IdDoubt, string>> = {
  'unknown-place': 'ba số đầu không phải mã tỉnh nào',
  'not-born-yet': 'năm sinh trong số này chưa đến',
  'other-sex': 'giới tính khác với đã ghi',
  'other-year': 'năm sinh khác với đã ghi'
};

export const CODE_DOUBT_WORDS: Readonly<Record<CodeDoubt, string>> = {
  'unknown-object': 'Không có đối tượng nào mang hai chữ này. Xem lại trên thẻ.',
  'other-group': 'Nhóm trên thẻ khác với nhóm đã ghi. Thẻ đúng thì chọn lại nhóm ở dưới.',
  'other-person': 'Số này khác với số định danh đã ghi. Xem lại.'
};

/** "Hải Phòng, nữ, sinh năm 1958". */
export const sayId = ({ place, isAbroad, sex, year }: ReadId): string =>
  [place ?? (isAbroad && 'khai sinh ở nước ngoài'), sex === 'male' ? 'nam' : 'nữ', `sinh năm ${year}`]
    .filter(Boolean)
    .join(', ');
