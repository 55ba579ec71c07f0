import type { Entry } from './entry';

/** A time as it is shown, in milliseconds; "about" (khoảng) when the phone's clock could not be believed. */
export type ShownTime = Readonly<{ at: number; about: boolean }>;

/**
 * The device's clock corrected by its offset at the last contact, and clamped between that contact and the
 * receipt (TI1). Shown, and judged against a deadline; it never decides which of two values stands.
 */
export function shownTime({ wall, contact }: Entry['clock'], received: number | null): ShownTime {
  const corrected = contact ? wall + contact.server - contact.device : wall;
  const earliest = contact?.server ?? -Infinity;
  const at = Math.min(Math.max(corrected, earliest), received ?? Infinity);
  return { at, about: at !== corrected };
}
