/** Entries in the first batch of a device, and the most that follow (EX2). */
export const FIRST_BATCH = 200;
export const LARGEST_BATCH = 1_000;
/** Bytes of a request before compression (EX2), with room for one entry of the largest size. */
export const LARGEST_REQUEST = 1024 * 1024;
/** What the server reads at most, inflated. */
export const LARGEST_INFLATED = 2 * LARGEST_REQUEST;
/** Bytes of a name and a PIN, or of a link and a PIN. */
export const LARGEST_SIGN_IN = 4 * 1024;
/** Entries that a device may bring at once with nobody signed in (SV6). */
export const LARGEST_UNSIGNED_BATCH = 256;
/** Bytes of a photo of an exemplary model, as the phone has shrunk it. */
export const LARGEST_PHOTO = 300 * 1024;
/** Bodies over this travel gzipped, both ways. */
export const GZIP_FROM = 1024;
/** Rows in one answer: about 256 KiB gzipped. */
export const PAGE_OF_ROWS = 4_000;
/** Levels of nesting that are looked at, before validation (SV8). */
export const DEEPEST = 16;
