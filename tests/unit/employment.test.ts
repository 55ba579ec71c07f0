import { describe, expect, it } from 'vitest';
import { classify } from '$lib/domain/figures/classify';
import type { RuleName } from '$lib/domain/plan/rules';
import type { Person } from '$lib/domain/people/person';
import { aCampaign, aFile, aPerson, THE_DAY } from '../support/factories';

const judged = (rule: RuleName, person: Partial<Person>, asOf = THE_DAY, campaign = aCampaign()) => {
  const [only] = classify(rule, aFile({ people: [aPerson(person)] }), asOf, campaign);
  return `${only?.class}: ${only?.reason}`;
};

describe('lao động có việc làm (8a)', () => {
  it.each<[string, Partial<Person>, string]>([
    ['at work', {}, 'counted: employed'],
    ['out of work', { activity: 'unemployed' }, 'missing: unemployed'],
    ['at school', { activity: 'inactive', inactiveReason: 'study' }, 'outside: study'],
    ['retired before the age', { activity: 'inactive', inactiveReason: 'retired' }, 'outside: retired'],
    ['unable to work', { activity: 'inactive', inactiveReason: 'unable' }, 'outside: unable'],
    ['doing military service', { activity: 'inactive', inactiveReason: 'military' }, 'outside: military'],
    [
      'keeping house, which the plan’s reading leaves out',
      { activity: 'inactive', inactiveReason: 'housework' },
      'outside: housework'
    ],
    ['not working, no reason asked', { activity: 'inactive' }, 'unknown: no-inactive-reason'],
    [
      'not working, a reason of a later version',
      { activity: 'inactive', inactiveReason: 'caring' },
      'unknown: unrecognised'
    ],
    ['nobody asked', { activity: null }, 'unknown: not-asked'],
    ['asked, not clear', { activity: 'unclear' }, 'unknown: unclear'],
    ['an activity of a later version', { activity: 'apprentice' }, 'unknown: unrecognised'],
    ['birth not known', { birth: null }, 'unknown: no-birth']
  ])('%s', (_, person, expected) => expect(judged('employment', person)).toBe(expected));

  it('the ward may count housework and others as able to work', () => {
    const wide = aCampaign({ choices: { ...aCampaign().choices, ableToWork: ['housework', 'other'] } });
    const keepsHouse = { activity: 'inactive', inactiveReason: 'housework' };
    expect(judged('employment', keepsHouse, THE_DAY, wide)).toBe('missing: able-not-working');
    expect(judged('training', keepsHouse, THE_DAY, wide)).toBe('outside: outside-labour-force');
  });
});

const YOUNG = 'outside: under-working-age';
const OLD = 'outside: past-working-age';
const IN = 'counted: employed';

describe('working age, to the day', () => {
  it.each<[string, Partial<Person>, string, string]>([
    ['the day before the 15th birthday', { birth: '2010-12-01' }, '2025-11-30', YOUNG],
    ['on the 15th birthday', { birth: '2010-11-30' }, '2025-11-30', IN],
    ['born on 29 February, 15 on 28 February', { birth: '2008-02-29' }, '2023-02-28', IN],
    ['born on 29 February, not yet on the 27th', { birth: '2008-02-29' }, '2023-02-27', YOUNG],
    // 2025: men at 61 years 3 months, women at 56 years 8 months.
    ['a man the day before 61 years 3 months', { sex: 'male', birth: '1964-08-31' }, '2025-11-29', IN],
    ['a man at 61 years 3 months', { sex: 'male', birth: '1964-08-30' }, '2025-11-30', OLD],
    ['a woman the day before 56 years 8 months', { birth: '1969-04-01' }, '2025-11-30', IN],
    ['a woman at 56 years 8 months', { birth: '1969-03-30' }, '2025-11-30', OLD],
    // 2026: 61 years 6 months and 57 years.
    ['a woman on the eve of 57, in 2026', { birth: '1969-06-15' }, '2026-06-14', IN],
    ['a woman of 57 in 2026', { birth: '1969-06-15' }, '2026-06-15', OLD],
    [
      'a man the day before 61 years 6 months, in 2026',
      { sex: 'male', birth: '1964-12-15' },
      '2026-06-14',
      IN
    ],
    ['a man at 61 years 6 months in 2026', { sex: 'male', birth: '1964-12-15' }, '2026-06-15', OLD],
    // The table of NĐ 135/2020: a man born in 09/1964 reaches 61 years 3 months in 2025 and stays retired in 2026.
    [
      'who retired in December is not of working age again in January',
      { sex: 'male', birth: '1964-09-20' },
      '2026-01-05',
      OLD
    ],
    [
      'who was a day short in December waits for the next year’s age',
      { sex: 'male', birth: '1964-10-01' },
      '2026-01-05',
      IN
    ],
    ['men stay at 62 from 2028', { sex: 'male', birth: '1970-06-01' }, '2032-06-01', OLD],
    ['and before 62 they work', { sex: 'male', birth: '1970-06-02' }, '2032-06-01', IN],
    ['women reach 60 in 2035', { birth: '1975-06-01' }, '2035-06-01', OLD],
    ['beyond the table its last year goes on', { birth: '1980-06-02' }, '2040-06-01', IN],
    ['before the table its first year holds', { sex: 'male', birth: '1959-03-01' }, '2019-06-01', OLD],
    // A year alone is 1 January, a month alone its first day (NĐ 135/2020, Điều 3).
    ['a year-only birth is 1 January', { birth: '2010' }, '2025-01-01', IN],
    ['a year-only birth, the day before', { birth: '2010' }, '2024-12-31', YOUNG],
    ['a month-only birth is its first day', { birth: '2010-11' }, '2025-11-01', IN]
  ])('%s', (_, person, asOf, expected) => expect(judged('employment', person, asOf)).toBe(expected));

  // NĐ 135/2020, Phụ lục I: first and last month of birth that retire at each age, and the month in which they reach it.
  it.each([
    ['female', '1968-09', '2025-05'],
    ['female', '1969-04', '2025-12'],
    ['female', '1969-05', '2026-05'],
    ['female', '1969-12', '2026-12'],
    ['female', '1970-01', '2027-05'],
    ['male', '1964-01', '2025-04'],
    ['male', '1964-09', '2025-12'],
    ['male', '1964-10', '2026-04'],
    ['male', '1965-06', '2026-12'],
    ['male', '1965-07', '2027-04'],
    ['male', '1966-04', '2028-04']
  ])('%s born in %s: reaches it in %s and not a day sooner', (sex, born, month) => {
    const person = { sex, birth: `${born}-15` };
    expect(judged('employment', person, `${month}-14`)).toBe(IN);
    expect(judged('employment', person, `${month}-15`)).toBe(OLD);
    expect(judged('employment', person, `${Number(month.slice(0, 4)) + 1}-01-01`)).toBe(OLD);
  });

  it('without the sex, outside only where it is certain for both', () => {
    const at = (birth: string) => judged('employment', { sex: null, birth }, '2025-11-30');
    expect(at('1969-05-01')).toBe('counted: employed');
    expect(at('1969-03-30')).toBe('unknown: no-sex');
    expect(at('1964-09-01')).toBe('unknown: no-sex');
    expect(at('1964-08-30')).toBe('outside: past-working-age');
  });
});

describe('lao động qua đào tạo (8b), in both readings', () => {
  it.each<[string | null, string, string]>([
    ['none', 'missing: untrained', 'missing: untrained'],
    ['skilled-no-certificate', 'counted: trained', 'missing: no-certificate'],
    ['certificate-under-3-months', 'counted: trained', 'missing: no-certificate'],
    ['elementary', 'counted: trained', 'counted: certified'],
    ['postgraduate', 'counted: trained', 'counted: certified'],
    [null, 'unknown: not-asked', 'unknown: not-asked'],
    ['unclear', 'unknown: unclear', 'unknown: unclear'],
    ['micro-credential', 'unknown: unrecognised', 'unknown: unrecognised']
  ])('%s', (training, broad, certified) => {
    expect(judged('training', { training })).toBe(broad);
    expect(judged('training-certified', { training })).toBe(certified);
  });

  it.each<[string, Partial<Person>, string]>([
    [
      'the unemployed are of the labour force',
      { activity: 'unemployed', training: 'none' },
      'missing: untrained'
    ],
    [
      'a student is not, however trained',
      { activity: 'inactive', inactiveReason: 'study' },
      'outside: study'
    ],
    ['a pensioner who works is past working age', { birth: '1950', training: 'university' }, OLD],
    [
      'while the activity is open, so is this',
      { activity: null, training: 'university' },
      'unknown: activity-open'
    ]
  ])('%s', (_, person, expected) => expect(judged('training', person)).toBe(expected));
});
