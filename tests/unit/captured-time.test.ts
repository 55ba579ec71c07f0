import { expect, it } from 'vitest';
import { capturedAt, isAbout } from '$lib/domain/delivery/captured-time';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 20, 5);
const contact = { device: NOON + 9 * MINUTE, server: NOON };

it.each([
  ['a clock that is wrong by as much as at the last contact', NOON + 30 * MINUTE, NOON + 21 * MINUTE, false],
  ['a clock set back since, before that contact', NOON - 60 * MINUTE, NOON, true],
  ['a clock set forward since, beyond the receipt', NOON + 500 * MINUTE, NOON + 60 * MINUTE, true],
  ['some seconds before that contact', NOON + 9 * MINUTE - 5_000, NOON, false]
])('[TI1] %s', (_what, wall, at, about) => {
  const received = NOON + 60 * MINUTE;
  expect(capturedAt({ wall, contact }, received)).toBe(at);
  expect(isAbout({ wall, contact }, received)).toBe(about);
});
