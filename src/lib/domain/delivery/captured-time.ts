import type { Entry } from '../entry/entry';

/**
 * When the tap was, in server time (TI1): the device's clock corrected by the offset at its last contact, and
 * kept between that contact and the receipt. It is shown, and judged against a deadline; it never orders anything.
 */
export function capturedAt({ wall, contact }: Entry['clock'], receivedAt: number): number {
  if (!contact) return Math.round(Math.min(wall, receivedAt));
  const corrected = wall + contact.server - contact.device;
  const earliest = Math.min(contact.server, receivedAt);
  return Math.round(Math.min(Math.max(corrected, earliest), receivedAt));
}
