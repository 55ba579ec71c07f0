import { describe, expect, it } from 'vitest';
import { answerTo, openQuestions } from '$lib/domain/figures/open-questions';
import { aCampaign, aFile, aHousehold, aPerson, THE_DAY } from '../support/factories';

const campaign = aCampaign();
const asked = (...args: Parameters<typeof aFile>) =>
  openQuestions(aFile(...args), campaign, THE_DAY).map(({ field, reason }) => `${field}: ${reason}`);

describe('what a visit still has to ask', () => {
  it('asks nothing where everything is known', () => {
    expect(asked()).toEqual([]);
  });

  it('asks of a person what nobody has asked; training only once the work is known', () => {
    const fresh = { insurance: null, activity: null, training: null, answers: {} };
    expect(asked({ people: [aPerson(fresh)] })).toEqual([
      'insurance: not-asked',
      'activity: not-asked',
      'q-exercise: not-asked'
    ]);
    expect(asked({ people: [aPerson({ training: null })] })).toEqual(['training: not-asked']);
    expect(asked({ people: [aPerson({ activity: 'inactive' })] })).toEqual([
      'inactiveReason: no-inactive-reason'
    ]);
  });

  it.each([
    ['2025-11-29', ['insuranceExpiry: card-expired']],
    ['2025-11-30', ['insuranceExpiry: card-expires-soon']],
    ['2025-12-30', ['insuranceExpiry: card-expires-soon']],
    ['2025-12-31', []]
  ])('asks for a new card when the old one ends on %s', (insuranceExpiry, expected) => {
    expect(asked({ people: [aPerson({ insuranceExpiry })] })).toEqual(expected);
  });

  it('does not ask again what was answered with a no', () => {
    expect(
      asked({ people: [aPerson({ insurance: 'no', activity: 'unemployed', training: 'none' })] })
    ).toEqual([]);
  });

  it('asks again what nobody could tell', () => {
    expect(asked({ people: [aPerson({ insurance: 'unclear' })] })).toEqual(['insurance: unclear']);
  });

  it('the household is asked after its people, the assessment last', () => {
    const household = aHousehold({ answers: { 'q-poverty': 'none', 'q-water': 'unclear' } });
    const people = [aPerson({ insurance: null }), aPerson({ birth: null })];
    expect(asked({ household, people, assessments: [] })).toEqual([
      'insurance: not-asked',
      'birth: no-birth',
      'q-water: unclear',
      'q-waste: not-asked',
      'state: not-assessed'
    ]);
  });

  it('asks nothing about who has left, lives elsewhere, or where nobody lives any more', () => {
    const left = aPerson({ closed: 'moved-away', closedOn: '2025-10-01', insurance: null, answers: {} });
    const away = aPerson({ residence: 'permanent-away', insurance: null, answers: {} });
    expect(asked({ people: [aPerson(), left, away] })).toEqual([]);
    expect(asked({ people: [left], assessments: [] })).toEqual([]);
  });

  it('knows the answer that stands', () => {
    const file = aFile({ people: [aPerson({ insurance: 'unclear' })] });
    const { id } = file.people[0]!;
    const of = (type: 'person' | 'household' | 'assessment', subject: string, field: string) =>
      answerTo({ type, id: subject, field, reason: 'not-asked' }, file, 2025);
    expect(of('person', id, 'insurance')).toBe('unclear');
    expect(of('person', id, 'q-exercise')).toBe('yes');
    expect(of('household', file.household.id, 'q-water')).toBe('piped');
    expect(of('household', file.household.id, 'q-new')).toBeNull();
    expect(of('assessment', file.household.id, 'state')).toBe('expected');
  });
});
