import { describe, expect, it } from 'vitest';
import { shownRules } from '$lib/domain/plan/rules';
import { isToReview, progressOf, whoExpiresSoon, whoLacks } from '$lib/domain/figures/progress';
import { tallyFiles } from '$lib/domain/figures/tally';
import type { Visit } from '$lib/domain/people/visit';
import { aCampaign, aFile, aHousehold, anAssessment, aPerson, aVisit, THE_DAY } from '../support/factories';

const campaign = aCampaign();
const progress = (...args: Parameters<typeof aFile>) => progressOf(aFile(...args), campaign, THE_DAY);

describe('how far a household is', () => {
  it('everything answered and nothing missing: nothing open', () => {
    expect(progress()).toMatchObject({ unanswered: 0, missing: 0, open: 0, reviewed: 'yes' });
  });

  it('counts each question once: training waits for the activity', () => {
    const people = [aPerson({ insurance: null, activity: null, training: null })];
    expect(progress({ people, assessments: [] })).toMatchObject({ unanswered: 3, missing: 0 });
    expect(progress({ people: [aPerson({ insurance: null, training: null })] }).unanswered).toBe(2);
  });

  it('does not ask a child for work, nor anybody about who has left', () => {
    const child = aPerson({ birth: '2018-05-01', activity: null, training: null });
    const left = aPerson({ closed: 'moved-away', closedOn: '2025-10-01', insurance: null, activity: null });
    expect(progress({ people: [child, left] }).open).toBe(0);
  });

  it('a household whose people have all gone waits for no visit, as the coverage has it', () => {
    const gone = aPerson({ closed: 'moved-away', closedOn: '2025-10-01' });
    expect(isToReview(progress({ people: [gone], visits: [] }))).toBe(false);
    expect(isToReview(progress({ visits: [] }))).toBe(true);
    expect(isToReview(progress({ people: [], visits: [] }))).toBe(true);
  });

  it('missing is what was answered and is not there', () => {
    const people = [aPerson({ insurance: 'no' }), aPerson({ activity: 'unemployed', training: 'none' })];
    expect(progress({ people })).toMatchObject({ unanswered: 0, missing: 3, open: 3 });
  });

  it.each<[string, Partial<Visit>[], string]>([
    ['no visit', [], 'no'],
    ['a visit on the first day of the campaign', [{ on: campaign.startsOn }], 'yes'],
    ['a visit before it', [{ on: '2025-09-08' }], 'no'],
    ['a visit today', [{ on: THE_DAY }], 'yes'],
    ['a visit dated tomorrow', [{ on: '2025-12-01' }], 'no'],
    ['nobody at home', [{ outcome: 'absent' }], 'absent'],
    ['nobody at home, then at home', [{ outcome: 'absent' }, { outcome: 'reviewed' }], 'yes'],
    ['a visit taken back', [{ undone: true }], 'no'],
    ['a visit taken back after nobody was at home', [{ outcome: 'absent' }, { undone: true }], 'absent'],
    ['an outcome of a later version is a visit', [{ outcome: 'phoned' }], 'yes']
  ])('%s', (_, visits, reviewed) => expect(progress({ visits: visits.map(aVisit) }).reviewed).toBe(reviewed));
});

describe('độ phủ', () => {
  it('counts households reviewed among the open ones', () => {
    const files = [
      aFile(),
      aFile({ visits: [aVisit({ outcome: 'absent' })] }),
      aFile({ household: aHousehold({ closed: 'moved-away', closedOn: '2025-11-20' }) })
    ];
    expect(tallyFiles(files, campaign, THE_DAY).coverage).toEqual([1, 2]);
    expect(tallyFiles(files, campaign, '2025-11-19').coverage).toEqual([2, 3]);
    expect(tallyFiles(files, campaign, THE_DAY, '2025-11-01').coverage).toEqual([0, 2]);
  });

  it('of no households is nothing, and no rule is left out', () => {
    const { coverage, tallies } = tallyFiles([], campaign, THE_DAY);
    expect(coverage).toEqual([0, 0]);
    expect(Object.keys(tallies).sort()).toEqual([...shownRules(campaign)].sort());
  });
});

describe('còn N người nữa', () => {
  const person = (name: string, changed: Parameters<typeof aPerson>[0]) => aPerson({ name, ...changed });
  const files = [
    aFile({ household: aHousehold({ walkOrder: 2 }), people: [person('chưa có thẻ', { insurance: 'no' })] }),
    aFile({ household: aHousehold({ walkOrder: 3 }), people: [person('chưa hỏi, xa', { insurance: null })] }),
    aFile({
      household: aHousehold({ walkOrder: 1 }),
      people: [
        person('hết hạn', { insuranceExpiry: '2025-11-01' }),
        person('chưa hỏi, gần', { insurance: 'unclear' })
      ]
    }),
    aFile({ people: [person('đủ', {}), person('sắp hết hạn', { insuranceExpiry: '2025-12-05' })] })
  ];

  it('by name, the easiest first: a question, a card to renew, a card to buy', () => {
    expect(whoLacks(files, 'insurance', campaign, THE_DAY).map((one) => one.person?.name)).toEqual([
      'chưa hỏi, gần',
      'chưa hỏi, xa',
      'hết hạn',
      'chưa có thẻ'
    ]);
  });

  it('people of one household stand by name', () => {
    const people = ['Nguyễn Văn Yên', 'Nguyễn Thị Ánh', 'Bùi Văn Đức'].map((name) =>
      aPerson({ name, insurance: 'no' })
    );
    const names = whoLacks([aFile({ people })], 'insurance', campaign, THE_DAY).map(
      (one) => one.person?.name
    );
    expect(names).toEqual(['Nguyễn Thị Ánh', 'Bùi Văn Đức', 'Nguyễn Văn Yên']);
  });

  it('is as long as the tally says', () => {
    const [, missing, unknown] = tallyFiles(files, campaign, THE_DAY).tallies.insurance!;
    expect(whoLacks(files, 'insurance', campaign, THE_DAY)).toHaveLength(missing + unknown);
  });

  it('whose card ends soon is still counted, and listed apart', () => {
    expect(whoExpiresSoon(files, campaign, THE_DAY).map((one) => one.person?.name)).toEqual(['sắp hết hạn']);
  });

  it('names the household where the rule is about households, the barred last', () => {
    const of = (walkOrder: number, state: string | null) =>
      aFile({ household: aHousehold({ walkOrder }), assessments: [anAssessment({ state })] });
    const lacking = whoLacks(
      [of(1, 'barred'), of(2, 'not-expected'), of(3, null), of(4, 'expected')],
      'culture-expected',
      campaign,
      THE_DAY
    );
    expect(lacking.map(({ file, person: nobody }) => [file.household.walkOrder, nobody])).toEqual([
      [3, undefined],
      [2, undefined],
      [1, undefined]
    ]);
  });
});
