import { describe, expect, it } from 'vitest';
import { classify } from '$lib/domain/figures/classify';
import { progressOf, whoLacks } from '$lib/domain/figures/progress';
import { tallyFiles } from '$lib/domain/figures/tally';
import { judgeTarget } from '$lib/domain/figures/target';
import { dayOf } from '$lib/domain/calendar';
import type { RuleName } from '$lib/domain/plan/rules';
import { aCampaign, aFile, aHousehold, aPerson, THE_DAY } from '../support/factories';

const campaign = aCampaign();

/** The word of a rule on the one person, or the household, of a file. */
function said(rule: RuleName, file: ReturnType<typeof aFile>, asOf = THE_DAY): string {
  return classify(rule, file, asOf, campaign)
    .map((judged) => `${judged.class} ${judged.reason}`)
    .join(', ');
}

const child = (birth: string | null, school: string | null) =>
  aFile({ people: [aPerson({ birth, answers: { 'q-schooling': school } })] });

describe('9a, 9b, 9c: by birth year, whatever the month', () => {
  it.each<[RuleName, string | null, string | null, string]>([
    ['answer:9a', '2020-01-01', 'preschool', 'counted answered'],
    ['answer:9a', '2020-12-31', 'preschool', 'counted answered'],
    ['answer:9a', '2020', 'no', 'missing answered-otherwise'],
    ['answer:9a', '2020-06', null, 'unknown not-asked'],
    ['answer:9a', '2020-06-01', 'exempt', 'outside not-asked-of'],
    ['answer:9a', '2019-12-31', 'primary', 'outside born-in-other-years'],
    ['answer:9a', '2021-01-01', 'preschool', 'outside born-in-other-years'],
    ['answer:9a', null, 'preschool', 'unknown no-birth'],
    ['answer:9b', '2019-12-31', 'primary', 'counted answered'],
    ['answer:9b', '2019-01-01', 'preschool', 'missing answered-otherwise'],
    ['answer:9c', '2014-05-05', 'secondary', 'counted answered'],
    ['answer:9c', '2014-05-05', 'not-finished-primary', 'outside not-asked-of'],
    ['answer:9c', '2014-05-05', 'primary', 'outside not-asked-of'],
    ['answer:9c', '2014-05-05', 'no', 'missing answered-otherwise'],
    ['answer:9c', '2014', 'unclear', 'unknown unclear'],
    ['answer:9c', '2014', 'an answer of a later plan', 'unknown unrecognised']
  ])('%s, born %s, %s: %s', (rule, birth, school, expected) =>
    expect(said(rule, child(birth, school))).toBe(expected)
  );

  it('a child who went away in November is counted until then, and not after', () => {
    const left = aPerson({ birth: '2020-03-01', answers: { 'q-schooling': 'preschool' } });
    const file = aFile({ people: [aPerson(), { ...left, closed: 'moved-away', closedOn: '2025-11-20' }] });
    expect(said('answer:9a', file, '2025-11-19')).toContain('counted');
    expect(said('answer:9a', file, '2025-11-20')).not.toContain('counted');
  });
});

describe('7a, 7b, 11, 12, 13c: what the answers count for', () => {
  it.each<[RuleName, Record<string, string | null>, string]>([
    ['answer:7a', { 'q-poverty': 'poor' }, 'counted answered'],
    ['answer:7a', { 'q-poverty': 'near-poor' }, 'missing answered-otherwise'],
    ['answer:7b', { 'q-poverty': 'near-poor' }, 'counted answered'],
    ['answer:7b', { 'q-poverty': 'poor' }, 'missing answered-otherwise'],
    ['answer:7b', {}, 'unknown not-asked'],
    ['answer:11', { 'q-waste': 'sorted' }, 'counted answered'],
    ['answer:11', { 'q-waste': 'no' }, 'missing answered-otherwise']
  ])('%s with %j', (rule, answers, expected) =>
    expect(said(rule, aFile({ household: aHousehold({ answers }) }))).toBe(expected)
  );

  it('12 is weighted by members: a household of four without piped water is four people', () => {
    const people = [aPerson(), aPerson(), aPerson(), aPerson()];
    const wells = aFile({ household: aHousehold({ answers: { 'q-water': 'well' } }), people });
    const piped = aFile({ household: aHousehold({ answers: { 'q-water': 'piped' } }) });
    expect(tallyFiles([wells, piped], campaign, THE_DAY).tallies['answer:12']).toEqual([1, 4, 0, 0]);
  });

  it('who lives elsewhere is in no denominator', () => {
    const away = aPerson({ residence: 'permanent-away', answers: { 'q-exercise': 'no' } });
    expect(said('answer:13c', aFile({ people: [away] }))).toBe('outside lives-elsewhere');
  });
});

describe('births and deaths of 5: events of the year', () => {
  const born = (birth: string, changed = {}) =>
    said('births', aFile({ people: [aPerson({ birth, ...changed })] }));

  it.each([
    ['2025-11-30', 'counted born'],
    ['2025-12-01', 'outside no-event'],
    ['2025-01-01', 'counted born'],
    ['2024-12-31', 'outside no-event'],
    ['2025', 'counted born'],
    ['2025-03', 'counted born']
  ])('born %s, on 30/11: %s', (birth, expected) => expect(born(birth)).toBe(expected));

  it('a child entered twice is born once', () => {
    expect(born('2025-04-01', { closed: 'duplicate', closedOn: '2025-05-01' })).toBe('outside no-event');
  });

  it('a death on the last day counts, one after it not yet', () => {
    const died = (closedOn: string) =>
      said('deaths', aFile({ people: [aPerson({ closed: 'died', closedOn })] }));
    expect([died('2025-11-30'), died('2025-12-01'), died('2024-12-31')]).toEqual([
      'counted died-here',
      'outside no-event',
      'outside no-event'
    ]);
  });

  it('the day is the day in Việt Nam: at 18:00 UTC on 30/11 it is already December', () => {
    expect(dayOf(Date.UTC(2025, 10, 30, 16, 59, 59))).toBe('2025-11-30');
    expect(dayOf(Date.UTC(2025, 10, 30, 17))).toBe('2025-12-01');
  });
});

describe('where less is better, those counted are the ones lacking', () => {
  const files = [
    aFile({ household: aHousehold({ walkOrder: 1, answers: { 'q-poverty': 'near-poor' } }) }),
    aFile({ household: aHousehold({ walkOrder: 2, answers: { 'q-poverty': 'none' } }) }),
    aFile({ household: aHousehold({ walkOrder: 3, answers: { 'q-poverty': 'poor' } }) }),
    aFile({ household: aHousehold({ walkOrder: 4, answers: {} }) })
  ];
  const lacking = (rule: RuleName) =>
    whoLacks(files, rule, campaign, THE_DAY).map(({ file }) => file.household.walkOrder);

  it('near-poor households and, first, those to be asked', () => {
    expect(lacking('answer:7b')).toEqual([4, 1]);
    expect(lacking('answer:7a')).toEqual([4, 3]);
  });

  it('not asking does not keep a group free of poverty', () => {
    const { tallies } = tallyFiles([files[1]!, files[3]!], campaign, THE_DAY);
    const [none, near] = ['7a', '7b'].map((code) => campaign.indicators.find((one) => one.code === code)!);
    expect(judgeTarget(none!, tallies['answer:7a']!)).toEqual({ reached: false, lacking: 1 });
    expect(judgeTarget(near!, tallies['answer:7b']!)).toEqual({ reached: false, lacking: 1 });
  });
});

describe('a household’s questions are each asked once', () => {
  it('poverty serves two indicators, water all its members', () => {
    const file = aFile({ household: aHousehold({ answers: {} }), people: [aPerson(), aPerson()] });
    expect(progressOf(file, campaign, THE_DAY).unanswered).toBe(3);
  });

  it('a poor household lacks one thing, and a well one, however many live there', () => {
    const answers = { 'q-poverty': 'poor', 'q-water': 'well', 'q-waste': 'collected' };
    const file = aFile({ household: aHousehold({ answers }), people: [aPerson(), aPerson()] });
    expect(progressOf(file, campaign, THE_DAY)).toMatchObject({ unanswered: 0, missing: 2 });
  });
});
