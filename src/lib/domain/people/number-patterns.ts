// Alone, so that the rules of fields do not bring along what only a screen needs to read a number.

/** Số định danh cá nhân: 12 digits, kept as text (a leading zero is part of it). */
export const NATIONAL_ID = /^\d{12}$/;

/** What can be dialled, digits only; whose network it is may be doubted, and is never a wall. */
export const PHONE_NUMBER = /^0\d{8,10}$/;
