import { describe, expect, it } from 'vitest';
import type { Campaign } from '$lib/domain/plan/campaign';
import { classify } from '$lib/domain/figures/classify';
import type { Household } from '$lib/domain/people/household';
import type { Person } from '$lib/domain/people/person';
import { denominatorOf, tallyFiles } from '$lib/domain/figures/tally';
import { aCampaign, aFile, aHousehold, aPerson, THE_DAY } from '../support/factories';

const person = (changed: Partial<Person>, asOf = THE_DAY) => {
  const [only] = classify('insurance', aFile({ people: [aPerson(changed)] }), asOf, aCampaign());
  return `${only?.class}: ${only?.reason}`;
};

describe('who is in the denominator', () => {
  it.each<[string, Partial<Person>, string]>([
    ['who moved away today is out', { closed: 'moved-away', closedOn: THE_DAY }, 'outside: moved-away'],
    [
      'who moves away tomorrow is still here',
      { closed: 'moved-away', closedOn: '2025-12-01' },
      'counted: card-valid'
    ],
    ['who died yesterday is out', { closed: 'died', closedOn: '2025-11-29' }, 'outside: died'],
    ['closed without a day is out', { closed: 'moved-away', closedOn: null }, 'outside: moved-away'],
    [
      'entered by mistake was never there, whatever the day',
      { closed: 'entered-by-mistake', closedOn: '2025-12-20' },
      'outside: entered-by-mistake'
    ],
    [
      'a duplicate was never there, whatever the day',
      { closed: 'duplicate', closedOn: '2025-12-20' },
      'outside: duplicate'
    ],
    [
      'closed for a reason of a later version is closed',
      { closed: 'merged', closedOn: '2025-11-01' },
      'outside: closed'
    ],
    ['who arrives today is in', { arrivedOn: THE_DAY }, 'counted: card-valid'],
    ['who arrives tomorrow is not', { arrivedOn: '2025-12-01' }, 'outside: not-here-yet'],
    ['born today is in', { birth: THE_DAY }, 'counted: card-valid'],
    ['born tomorrow is not', { birth: '2025-12-01' }, 'outside: not-born-yet'],
    ['residence not asked counts as living here', { residence: null }, 'counted: card-valid'],
    ['tạm trú lives here', { residence: 'temporary' }, 'counted: card-valid'],
    ['thường trú vắng lives elsewhere', { residence: 'permanent-away' }, 'outside: lives-elsewhere'],
    ['a residence of a later version is not guessed', { residence: 'seasonal' }, 'unknown: unrecognised']
  ])('%s', (_, changed, expected) => expect(person(changed)).toBe(expected));

  it('who moved out on 20/11 counts on 19/11 and not on 20/11', () => {
    const left = { closed: 'moved-away', closedOn: '2025-11-20' };
    expect(person(left, '2025-11-19')).toBe('counted: card-valid');
    expect(person(left, '2025-11-20')).toBe('outside: moved-away');
  });

  it('the ward may choose which residences count', () => {
    const onlyPermanent = aCampaign({ choices: { ...aCampaign().choices, residences: ['permanent'] } });
    const file = aFile({
      people: [aPerson({ residence: 'temporary' }), aPerson({ residence: 'permanent' })]
    });
    expect(classify('insurance', file, THE_DAY, onlyPermanent).map((one) => one.class)).toEqual([
      'outside',
      'counted'
    ]);
  });

  it('a household that is closed takes its people with it, from its day on', () => {
    const household = aHousehold({ closed: 'moved-away', closedOn: '2025-11-20' });
    const file = aFile({ household, people: [aPerson(), aPerson({ insurance: 'no' })] });
    const on = (day: string) => classify('insurance', file, day, aCampaign()).map((one) => one.class);
    expect(on('2025-11-19')).toEqual(['counted', 'missing']);
    expect(on('2025-11-20')).toEqual(['outside', 'outside']);
  });
});

describe('hộ sống trong tổ dân phố', () => {
  const household = (changed: Partial<Household>, people: Partial<Person>[], asOf = THE_DAY) => {
    const file = aFile({ household: aHousehold(changed), people: people.map(aPerson) });
    return classify('culture-expected', file, asOf, aCampaign())[0]?.reason;
  };

  it.each<[string, Partial<Household>, Partial<Person>[], string]>([
    ['a household of lodgers only lives here', {}, [{ residence: 'temporary' }], 'expected'],
    ['a household that nobody has filled in yet stays in', {}, [], 'expected'],
    [
      'a household that has all gone to live elsewhere does not',
      {},
      [{ residence: 'permanent-away' }],
      'lives-elsewhere'
    ],
    ['one at home is enough', {}, [{ residence: 'permanent-away' }, {}], 'expected'],
    ['a household that moves in tomorrow is not here', {}, [{ arrivedOn: '2025-12-01' }], 'not-here-yet'],
    [
      'a household goes with the last of its people',
      {},
      [
        { closed: 'died', closedOn: '2025-10-01' },
        { closed: 'moved-away', closedOn: '2025-09-01' }
      ],
      'died'
    ],
    ['not before the last has gone', {}, [{ closed: 'moved-away', closedOn: '2025-12-01' }], 'expected'],
    [
      'people entered by mistake were never there: somebody has to ask who lives here',
      {},
      [{ closed: 'entered-by-mistake' }, { closed: 'duplicate' }],
      'expected'
    ],
    ['a residence of a later version is not guessed away', {}, [{ residence: 'seasonal' }], 'expected'],
    ['entered by mistake', { closed: 'entered-by-mistake' }, [{}], 'entered-by-mistake']
  ])('%s', (_, changed, people, expected) => expect(household(changed, people)).toBe(expected));

  it('the ward chooses which residences make a household that lives here', () => {
    const choosing = (...residences: string[]) =>
      aCampaign({ choices: { ...aCampaign().choices, residences } });
    const lodgers = aFile({ people: [aPerson({ residence: 'temporary' })] });
    const away = aFile({ people: [aPerson({ residence: 'permanent-away' })] });
    const word = (file: typeof lodgers, campaign: Campaign) =>
      classify('culture-expected', file, THE_DAY, campaign)[0]?.reason;
    expect([word(lodgers, choosing('permanent')), word(away, choosing('permanent-away'))]).toEqual([
      'lives-elsewhere',
      'expected'
    ]);
  });

  it('the round is about the same households as the rule: who does not live here is not to be visited', () => {
    const gone = aFile({ people: [aPerson({ closed: 'moved-away', closedOn: '2025-10-01' })] });
    const away = aFile({ people: [aPerson({ residence: 'permanent-away' })], visits: [] });
    const empty = aFile({ people: [], visits: [] });
    const { coverage, tallies } = tallyFiles([gone, away, empty, aFile()], aCampaign(), THE_DAY);
    expect(coverage).toEqual([1, 2]);
    expect(denominatorOf(tallies['culture-expected']!)).toBe(2);
  });

  it('a household that splits on 01/12 is one on 30/11 and two on 01/12', () => {
    const stays = aFile({ people: [aPerson(), aPerson({ closed: 'moved-away', closedOn: '2025-12-01' })] });
    const begins = aFile({ people: [aPerson({ arrivedOn: '2025-12-01' })] });
    const inside = (rule: 'insurance' | 'culture-expected', day: string) =>
      [stays, begins]
        .flatMap((file) => classify(rule, file, day, aCampaign()))
        .filter((one) => one.class !== 'outside').length;
    expect([inside('culture-expected', '2025-11-30'), inside('insurance', '2025-11-30')]).toEqual([1, 2]);
    expect([inside('culture-expected', '2025-12-01'), inside('insurance', '2025-12-01')]).toEqual([2, 2]);
  });
});
