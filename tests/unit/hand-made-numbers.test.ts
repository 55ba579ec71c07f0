import { expect, it } from 'vitest';
import { wholeIn } from '$lib/server/http/desk';

it.each([
  ['7', 7],
  ['0', 0],
  ['999999999', 999_999_999],
  ['1e300', 0],
  ['-1', 0],
  ['1.5', 0],
  ['99999999999999999999', 0],
  ['٣', 0],
  ['', 0]
])('a number typed into an address by hand, %j, asks the database for %d', (said, whole) => {
  expect(wholeIn(new URLSearchParams({ page: said }), 'page')).toBe(whole);
  expect(wholeIn(new URLSearchParams(), 'page')).toBe(0);
});
