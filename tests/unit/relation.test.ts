import { expect, it } from 'vitest';
import { judgeBirth } from '$lib/domain/figures/indicators/population';
import { relationUnder } from '$lib/domain/people/relation';
import { aCampaign, aHousehold, aPerson, THE_DAY } from '../support/factories';

it.each([
  ['spouse', 'child', 'child'],
  ['child', 'head', 'parent'],
  ['child', 'spouse', 'parent'],
  ['child', 'child', 'sibling'],
  ['parent', 'child', 'grandchild'],
  ['sibling', 'parent', 'parent'],
  ['other', 'child', null],
  [null, 'child', null],
  ['head', 'child', 'child']
])('where the %s of the old head is head, the %s is now: %s', (head, relation, now) =>
  expect(relationUnder(head, relation)).toBe(now)
);

it('a child that went to another household of the group was born once', () => {
  const judged = (closed: string | null) =>
    judgeBirth(
      aPerson({ birth: '2025-05-01', closed, closedOn: closed && THE_DAY }),
      THE_DAY,
      aCampaign(),
      aHousehold()
    ).class;
  expect([judged(null), judged('moved-away'), judged('other-household')]).toEqual([
    'counted',
    'counted',
    'outside'
  ]);
});
