import { describe, expect, it } from 'vitest';
import { tallyFiles } from '$lib/domain/figures/tally';
import { CampaignId } from '$lib/domain/ids';
import { Campaign } from '$lib/domain/plan/campaign';
import type { CampaignProblemCode } from '$lib/domain/plan/campaign-problem';
import { copyCampaign } from '$lib/domain/plan/copy';
import { type NewIndicator, withIndicator } from '$lib/domain/plan/define-indicator';
import { answerRules, QUESTION_FIELD } from '$lib/domain/plan/answer-rules';
import { withoutIndicator } from '$lib/domain/plan/without-indicator';
import { validateCampaign } from '$lib/domain/plan/validate';
import { aCampaign, aFile, aHousehold, anId, aPerson, THE_DAY } from '../support/factories';

const plan = aCampaign();
const next = copyCampaign(plan, CampaignId.parse(anId(9)), 2026, anId);

describe('next year’s campaign is a copy', () => {
  it('with every date a year later, and the children a year younger', () => {
    expect(next).toMatchObject({ id: anId(9), year: 2026, startsOn: '2026-09-09', endsOn: '2026-12-31' });
    expect(next.reports.map(({ beforeDay }) => beforeDay)).toEqual(['2026-12-10', '2026-12-15']);
    expect(next.culture!.completeBefore).toBe('2026-11-25');
    expect(next.periods.map(({ name, asOf, dueBefore }) => [name.slice(-10), asOf, dueBefore])).toEqual([
      ['31/10/2026', '2026-10-31', '2026-11-06'],
      ['30/11/2026', '2026-11-30', '2026-12-10']
    ]);
    const bornIn = (code: string) => next.indicators.find((one) => one.code === code)!.counting!.bornIn;
    expect(['9a', '9b', '9c'].map(bornIn)).toEqual([[2021], [2020], [2015]]);
    expect(JSON.stringify({ ...next, groups: [] })).not.toContain('2025-');
  });

  it('with its questions, targets and groups; without the old plan’s words and approval', () => {
    const approved = aCampaign({ scale: { ...plan.scale, decision: '12/QĐ-UBND' } });
    const copy = copyCampaign(approved, CampaignId.parse(anId(9)), 2026, anId);
    expect(copy.questions).toEqual(plan.questions);
    expect(copy.groups).toEqual(plan.groups);
    expect(copy.indicators.map(({ target }) => target)).toEqual(plan.indicators.map(({ target }) => target));
    expect(copy.indicators.every(({ stated }) => stated.length === 0)).toBe(true);
    expect([copy.scale.decision, copy.legalBases]).toEqual([null, []]);
    expect(new Set([...copy.periods, ...plan.periods].map(({ id }) => id)).size).toBe(4);
  });

  it('keeps the names of congresses and terms of office', () => {
    expect(next.title).toContain('(2025 - 2030)');
    expect(next.shortTitle).toContain('năm 2026');
  });

  it('29/02 becomes 28/02', () => {
    const leap = aCampaign({ year: 2028, startsOn: '2028-02-29' });
    expect(copyCampaign(leap, leap.id, 2029, anId).startsOn).toBe('2029-02-28');
  });

  it('is sound, and travels', () => {
    expect(validateCampaign(next)).toEqual([]);
    expect(Campaign.parse(JSON.parse(JSON.stringify(next)))).toEqual(next);
  });
});

describe('an indicator is taken out of a draft', () => {
  it('out of the scale, its gates and its ties; its question goes when nobody else asks it', () => {
    const without = withoutIndicator(withoutIndicator(next, '7a'), '13c');
    expect(validateCampaign(without)).toEqual([]);
    expect(without.indicators.map(({ code }) => code)).not.toContain('7a');
    expect(without.scale.items.find(({ code }) => code === 'poverty')!.indicators).toEqual(['7b']);
    expect(without.scale.items.some(({ code }) => code === 'sport')).toBe(false);
    expect(without.scale.gates.some(({ indicator }) => indicator === '7a')).toBe(false);
    const fields = without.questions.map(({ field }) => field);
    expect(fields).toContain('q-poverty');
    expect(fields).not.toContain('q-exercise');
    expect(withoutIndicator(next, '13a').scale.ties).not.toContain('share:13a');
  });

  it('what is not there is not missed', () => {
    expect(withoutIndicator(next, '99')).toEqual(next);
  });
});

describe('what is wrong with a campaign', () => {
  const { scale, indicators, questions, periods } = plan;
  const first = <One>(all: readonly One[], changed: Partial<One>): One[] => [
    { ...all[0]!, ...changed },
    ...all.slice(1)
  ];
  const indicator = (code: string, changed: object) =>
    indicators.map((one) => (one.code === code ? { ...one, ...changed } : one));
  const items = (changed: object) => ({ scale: { ...scale, items: first(scale.items, changed) } });
  const counting = (changed: object) => ({
    indicators: indicator('7a', {
      counting: { ...indicators.find(({ code }) => code === '7a')!.counting!, ...changed }
    })
  });

  it('nothing with the plan of 2025', () => expect(validateCampaign(plan)).toEqual([]));

  it.each<[CampaignProblemCode, Partial<Campaign>]>([
    ['no-title', { title: ' ' }],
    ['dates-reversed', { startsOn: '2026-01-01' }],
    ['not-a-date', { endsOn: '2025-02-30' }],
    ['no-groups', { groups: [] }],
    ['code-twice', { indicators: [...indicators, indicators[0]!] }],
    [
      'rule-twice',
      { indicators: [...indicators, { ...indicators.find(({ code }) => code === '10')!, code: '10x' }] }
    ],
    ['no-name', { indicators: indicator('10', { name: '' }) }],
    [
      'target-out-of-range',
      { indicators: indicator('10', { target: { kind: 'share', part: 101, of: 100 } }) }
    ],
    ['target-out-of-range', { indicators: indicator('10', { target: { kind: 'share', part: 0, of: 0 } }) }],
    ['unknown-rule', { indicators: indicator('10', { rule: 'astrology' }) }],
    ['no-counting', { indicators: indicator('7a', { counting: null }) }],
    ['unknown-question', counting({ field: 'q-nothing' })],
    ['unknown-question', counting({ subject: 'person' })],
    ['unknown-answer', counting({ classes: { poor: 'counted', other: 'missing' } })],
    ['nothing-counted', counting({ classes: { poor: 'missing', 'near-poor': 'missing', none: 'missing' } })],
    ['field-twice', { questions: [...questions, questions[0]!] }],
    ['too-few-choices', { questions: first(questions, { answer: { kind: 'choice', choices: [] } }) }],
    ['period-reversed', { periods: first(periods, { dueBefore: '2025-10-31' }) }],
    ['period-outside', { periods: first(periods, { asOf: '2025-08-31' }) }],
    ['period-twice', { periods: [periods[0]!, periods[0]!] }],
    ['points-not-positive', items({ most: 0 })],
    ['unknown-indicator', items({ indicators: ['99'] })],
    ['indicator-twice', items({ indicators: ['13a', '10'] })],
    [
      'steps-wrong',
      items({ formula: { kind: 'steps', steps: [{ share: { part: 9, of: 10 }, points: 21 }] } })
    ],
    ['steps-wrong', items({ formula: { kind: 'steps', steps: [] } })],
    ['bands-not-descending', { scale: { ...scale, bands: [...scale.bands].reverse() } }],
    ['unknown-band', { scale: { ...scale, gates: first(scale.gates, { band: 'golden' }) } }],
    ['unknown-indicator', { scale: { ...scale, ties: ['share:99'] } }],
    ['grant-not-positive', { scale: { ...scale, bonuses: first(scale.bonuses, { points: 0 }) } }],
    ['coverage-out-of-range', { scale: { ...scale, leastCoverage: { part: 101, of: 100 } } }],
    ['digits-out-of-range', { scale: { ...scale, digits: 9 } }]
  ])('%s', (code, changed) => {
    expect(validateCampaign(aCampaign(changed)).map((problem) => problem.code)).toContain(code);
  });
});

describe('a new indicator, defined on a page', () => {
  const smoke: NewIndicator = {
    ...{ code: '15', name: 'Tỷ lệ hộ có bình chữa cháy', shortName: 'Bình chữa cháy', byMembers: false },
    question: {
      subject: 'household',
      ...{ text: 'Nhà mình có bình chữa cháy không?', shortText: 'Bình chữa cháy', help: null },
      answer: {
        kind: 'choice',
        choices: [
          { code: 'yes', label: 'Có' },
          { code: 'no', label: 'Không' },
          { code: 'flat', label: 'Ở chung cư' }
        ]
      }
    },
    ...{ counted: ['yes'], outside: ['flat'], range: null, bornIn: null, asOf: '2025-11-30' },
    ...{ direction: 'up', target: { kind: 'share', part: 1, of: 2 } }
  };
  const answered = (campaign: Campaign, ...answers: (string | number | null)[]) =>
    tallyFiles(
      answers.map((answer) => aFile({ household: aHousehold({ answers: { 'q-15': answer } }) })),
      campaign,
      THE_DAY
    ).tallies['answer:15'];

  it('is asked, counted and sound, with no line of code', () => {
    const campaign = withIndicator(plan, smoke);
    expect(validateCampaign(campaign)).toEqual([]);
    expect(answered(campaign, 'yes', 'no', 'flat', 'unclear', null)).toEqual([1, 1, 2, 1]);
    expect(QUESTION_FIELD.test(campaign.questions.at(-1)!.field)).toBe(true);
    expect(Campaign.parse(JSON.parse(JSON.stringify(campaign)))).toEqual(campaign);
  });

  it('defined again it is changed, not doubled', () => {
    const once = withIndicator(plan, smoke);
    const twice = withIndicator(once, { ...smoke, counted: ['yes', 'no'] });
    expect(twice.indicators).toHaveLength(21);
    expect(answered(twice, 'yes', 'no')).toEqual([2, 0, 0, 0]);
  });

  it('a number counts within its range, both ends included', () => {
    const trees = withIndicator(plan, {
      ...smoke,
      question: { ...smoke.question, answer: { kind: 'number', least: 0, most: 50, unit: 'cây' } },
      ...{ counted: [], outside: [], range: { from: 2, to: null } }
    });
    expect(validateCampaign(trees)).toEqual([]);
    expect(answered(trees, 1, 2, 50, null)).toEqual([2, 1, 1, 0]);
    const { household } = answerRules([trees]);
    expect([0, 50, 51, 'x'].map((value) => household['q-15']!(value, THE_DAY))).toEqual([
      undefined,
      undefined,
      'out-of-range',
      'not-a-number'
    ]);
  });

  it('of people of some years, or a household’s answer weighted by its members', () => {
    const young = withIndicator(plan, {
      ...smoke,
      question: { ...smoke.question, subject: 'person' },
      bornIn: [2007]
    });
    const people = ['2007-12-31', '2008-01-01'].map((birth) =>
      aPerson({ birth, answers: { 'q-15': 'yes' } })
    );
    expect(tallyFiles([aFile({ people })], young, THE_DAY).tallies['answer:15']).toEqual([1, 0, 0, 1]);
    const weighted = withIndicator(plan, { ...smoke, byMembers: true });
    const file = aFile({
      household: aHousehold({ answers: { 'q-15': 'yes' } }),
      people: [aPerson(), aPerson()]
    });
    expect(tallyFiles([file], weighted, THE_DAY).tallies['answer:15']).toEqual([2, 0, 0, 0]);
  });
});

describe('answers of an earlier campaign stay good', () => {
  it('what any of the ward’s campaigns offers is accepted, nothing else', () => {
    const later = aCampaign({
      questions: plan.questions.map((question) =>
        question.field === 'q-water'
          ? {
              ...question,
              answer: { kind: 'choice' as const, choices: [{ code: 'plant', label: 'Nhà máy' }] }
            }
          : question
      )
    });
    const { household, person } = answerRules([plan, later]);
    expect(['piped', 'plant', 'unclear', null].map((value) => household['q-water']!(value, THE_DAY))).toEqual(
      [...[undefined, undefined, undefined, undefined]]
    );
    expect(household['q-water']!('rain', THE_DAY)).toBe('unknown-code');
    expect(Object.keys(person).sort()).toEqual(['q-exercise', 'q-schooling']);
  });
});
