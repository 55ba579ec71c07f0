const IN_USE = /^0(?:(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}|2\d{9})$/;

/** Mobile numbers of eleven digits became ten in 2018 (chuyển đổi mã mạng). */
const NEW_PREFIXES: Readonly<Record<string, string>> = {
  ...{ '0162': '032', '0163': '033', '0164': '034', '0165': '035', '0166': '036', '0167': '037' },
  ...{ '0168': '038', '0169': '039', '0120': '070', '0121': '079', '0122': '077', '0126': '076' },
  ...{ '0128': '078', '0123': '083', '0124': '084', '0125': '085', '0127': '081', '0129': '082' },
  ...{ '0186': '056', '0188': '058', '0199': '059' }
};

/**
 * What people type ("+84 912.345.678", an old "0168 …", a landline from before 2017) as it is dialled today;
 * text that is no number comes back to be refused.
 */
export const normalisePhoneNumber = (typed: string): string =>
  typed
    .replace(/[\s.()-]/g, '')
    .replace(/^(?:\+84|0084|84(?=\d{9}$))0?/, '0')
    .replace(/^(01\d\d)(?=\d{7}$)/, (old) => NEW_PREFIXES[old] ?? old)
    .replace(/^031(?=\d{7}$)/, '0225');

/** Whether a number may be mistyped: nobody's network begins so, or it has too many or too few digits. */
export const isDoubtfulPhoneNumber = (stored: string): boolean => !IN_USE.test(stored);

/** "0912 345 678", "0225 3741 234". */
export const showPhoneNumber = (stored: string): string =>
  stored.startsWith('02')
    ? stored.replace(/^(\d{4})(\d{4})(\d+)$/, '$1 $2 $3')
    : stored.replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3');
