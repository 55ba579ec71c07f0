import type { Entry } from '../entry/entry';

/**
 * When the tap was, in server time (TI1): the device's clock corrected by the offset at its last contact, and
 * kept between that contact and the receipt. It is shown, and judged against a deadline; it never orders anything.
 */
export function capturedAt({ wall, contact }: Entry['clock'], receivedAt: number): number {
  const corrected = correctedAt({ wall, contact });
  const earliest = contact ? Math.min(contact.server, receivedAt) : -Infinity;
  return Math.round(Math.min(Math.max(corrected, earliest), receivedAt));
}

/** Whether that is only "khoảng": the clock said something that cannot be, by a minute or more. */
export const isAbout = (clock: Entry['clock'], receivedAt: number): boolean =>
  Math.abs(correctedAt(clock) - capturedAt(clock, receivedAt)) >= 60_000;

const correctedAt = ({ wall, contact }: Entry['clock']): number =>
  contact ? wall + contact.server - contact.device : wall;
