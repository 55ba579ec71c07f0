import type { Likeness } from '$lib/domain/people/duplicates';

/** Why two records may be one. */
export const LIKENESS_WORDS: Readonly<Record<Likeness, string>> = {
  number: 'cùng số định danh',
  'name-and-birthday': 'cùng họ tên và ngày sinh',
  'name-and-address': 'cùng họ tên, năm sinh và địa chỉ',
  'address-and-people': 'cùng địa chỉ và có người cùng tên, cùng năm sinh'
};
