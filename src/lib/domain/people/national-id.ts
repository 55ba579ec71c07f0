/** Số định danh cá nhân: 12 digits, kept as text (a leading zero is part of it). */
export const NATIONAL_ID = /^\d{12}$/;
