/** Entries in the first batch of a device, and the most that follow (EX2). */
export const FIRST_BATCH = 200;
export const LARGEST_BATCH = 1_000;
/** Bytes of a request before compression (EX2), with room for one entry of the largest size. */
export const LARGEST_REQUEST = 1024 * 1024;
/** What the server reads at most, inflated. */
export const LARGEST_INFLATED = 2 * LARGEST_REQUEST;
/** Bodies over this travel gzipped, both ways. */
export const GZIP_FROM = 1024;
/** Rows in one answer: about 256 KiB gzipped. */
export const PAGE_OF_ROWS = 4_000;
/** Levels of nesting that are looked at, before validation (SV8). */
export const DEEPEST = 16;
