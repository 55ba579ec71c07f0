const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Work of one person that the ward has not received yet; the oldest by this phone's clock, milliseconds. */
export type Unsent = Readonly<{ count: number; oldest: number | null }>;

/** After 48 hours it is said plainly on the first screen. */
export const isLongUnsent = ({ oldest }: Unsent, now: number): boolean =>
  oldest !== null && now - oldest > 48 * HOUR;

/** The second copy (bản sao dự phòng) is offered by itself after 30 unsent entries or 3 days (OB6). */
export const isCopyDue = ({ count, oldest }: Unsent, now: number): boolean =>
  count >= 30 || (oldest !== null && now - oldest >= 3 * DAY);

/** A clock off by 10 minutes is told to the person (TI1). */
export const isClockOff = (ahead: number): boolean => Math.abs(ahead) > 10 * MINUTE;
