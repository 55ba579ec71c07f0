import { describe, expect, it } from 'vitest';
import { classify } from '$lib/domain/figures/classify';
import type { Person } from '$lib/domain/people/person';
import { aCampaign, aFile, aPerson, THE_DAY } from '../support/factories';

const judged = (person: Partial<Person>, asOf = THE_DAY) => {
  const [only] = classify('insurance', aFile({ people: [aPerson(person)] }), asOf, aCampaign());
  return `${only?.class}: ${only?.reason}`;
};

describe('tham gia bảo hiểm y tế (10)', () => {
  it.each<[string, Partial<Person>, string]>([
    [
      'a card without an expiry date is valid',
      { insurance: 'yes', insuranceExpiry: null },
      'counted: card-valid'
    ],
    ['a card is valid on its last day', { insuranceExpiry: THE_DAY }, 'counted: card-expires-soon'],
    ['a card that ended yesterday is not', { insuranceExpiry: '2025-11-29' }, 'missing: card-expired'],
    ['thirty days ahead is soon', { insuranceExpiry: '2025-12-30' }, 'counted: card-expires-soon'],
    ['thirty-one days ahead is not', { insuranceExpiry: '2025-12-31' }, 'counted: card-valid'],
    ['no card', { insurance: 'no' }, 'missing: no-card'],
    [
      'an old expiry date beside "no card" changes nothing',
      { insurance: 'no', insuranceExpiry: '2026-05-01' },
      'missing: no-card'
    ],
    ['nobody asked', { insurance: null }, 'unknown: not-asked'],
    ['asked, not clear', { insurance: 'unclear' }, 'unknown: unclear'],
    [
      'an answer of a later version is kept and not guessed',
      { insurance: 'suspended' },
      'unknown: unrecognised'
    ],
    [
      'not on the BHXH list, card seen on paper',
      { insuranceSource: 'paper', insuranceGroup: 1 },
      'counted: card-valid'
    ],
    [
      'a newborn without a card counts as everybody',
      { birth: '2025-11-30', insurance: 'no' },
      'missing: no-card'
    ]
  ])('%s', (_, person, expected) => expect(judged(person)).toBe(expected));

  it('a child’s card that ends this month is good until then and not after', () => {
    const child = { birth: '2019-11-12', insuranceGroup: 3, insuranceExpiry: '2025-11-30' };
    expect(judged(child, '2025-11-30')).toBe('counted: card-expires-soon');
    expect(judged(child, '2025-12-01')).toBe('missing: card-expired');
  });

  it('the same answers give another figure on another day', () => {
    const person = { insuranceExpiry: '2025-12-05' };
    expect(['2025-11-30', '2025-12-05', '2025-12-06'].map((day) => judged(person, day))).toEqual([
      'counted: card-expires-soon',
      'counted: card-expires-soon',
      'missing: card-expired'
    ]);
  });
});
