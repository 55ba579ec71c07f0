/** A Vietnamese number as stored: digits only, mobile or Hải Phòng's landline. */
export const PHONE_NUMBER = /^0(?:(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}|225\d{7})$/;

/** What people type ("+84 912.345.678") as it is stored; text that is no number comes back as digits to be refused. */
export const normalisePhoneNumber = (typed: string): string =>
  typed.replace(/[\s.()-]/g, '').replace(/^(?:\+84|84(?=\d{9}$))/, '0');

/** "0912 345 678". */
export const showPhoneNumber = (stored: string): string =>
  stored.replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3');
