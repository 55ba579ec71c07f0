/** The version of the exchange. A server that no longer speaks a phone's answers "too-old" (EX10). */
export const PROTOCOL = 1;
export const OLDEST_PROTOCOL = 1;
