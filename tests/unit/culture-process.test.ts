import { describe, expect, it } from 'vitest';
import { culturePoints } from '$lib/domain/people/culture-points';
import {
  cultureDates,
  isAgreed,
  isMeetingValid,
  nextSteps,
  publicUntil,
  standingOf,
  titleYears
} from '$lib/domain/people/culture-process';
import { judgeExpectedCulture, judgeRecognisedCulture } from '$lib/domain/figures/indicators/culture';
import { toNumber } from '$lib/domain/figures/fraction';
import { ASSESSMENT_STATES, type Assessment, type AssessmentState } from '$lib/domain/people/assessment';
import type { Meeting } from '$lib/domain/people/meeting';
import { aCampaign, aFile, aGroupId, anAssessment, THE_DAY } from '../support/factories';
import { culture as rules } from '$lib/server/plan/culture';

const codes = rules.standards.flatMap(({ criteria }) => criteria);
const allPoints = Object.fromEntries(codes.map(({ code, most }) => [code, most]));

const aMeeting = (changed: Partial<Meeting> = {}): Meeting => ({
  ...{
    group: aGroupId(1),
    year: 2025,
    heldOn: '2025-11-10',
    place: 'Nhà văn hóa',
    invited: 100,
    present: 60
  },
  ...{ note: null, publishedOn: '2025-11-14', publishedAt: 'bảng tin' },
  ...changed
});

function obstacles(to: AssessmentState, assessment: Assessment, meeting = aMeeting(), today = '2025-11-24') {
  return nextSteps(assessment, meeting, rules, today).find((step) => step.to === to)?.obstacles;
}

describe('points, by the year’s scale', () => {
  it('the example scale has 100 points over three standards and 15 criteria, and says that it is one', () => {
    expect(codes.reduce((sum, { most }) => sum + most, 0)).toBe(100);
    expect([rules.standards.length, codes.length]).toEqual([3, 15]);
    expect([rules.isExample, rules.decision]).toEqual([true, null]);
  });

  it('nothing passes or fails while a criterion is open', () => {
    const { 'III.5': _, ...some } = allPoints;
    expect(culturePoints({ points: some }, rules)).toMatchObject({ open: ['III.5'], passes: null });
  });

  it.each([
    [{}, 100, true],
    [{ 'I.1': 0 }, 85, true],
    [{ 'I.1': 0, 'I.4': 5 }, 84, false],
    [{ 'III.1': 0, 'III.2': 0, 'III.3': 3 }, 85, true],
    [{ 'I.1': 0, 'I.2': 3, 'I.3': 7, 'I.4': 6 }, 81, false]
  ])('with %j: %i points, passes: %s', (changed, total, passes) => {
    const points = culturePoints({ points: { ...allPoints, ...changed } }, rules);
    expect([toNumber(points.total), points.passes]).toEqual([total, passes]);
  });

  it('a standard under half of its own maximum fails whatever the total', () => {
    const low = { ...rules, passMark: 50 };
    const third = Object.fromEntries(['III.1', 'III.2', 'III.3'].map((code) => [code, 0]));
    expect(culturePoints({ points: { ...allPoints, ...third } }, low).passes).toBe(false);
    expect(culturePoints({ points: { ...allPoints, ...third, 'III.3': 3 } }, low).passes).toBe(true);
  });

  it('more than a criterion has is named, and counts as what it has', () => {
    const points = culturePoints({ points: { ...allPoints, 'II.1': 9 } }, rules);
    expect([points.tooMany, toNumber(points.total)]).toEqual([['II.1'], 100]);
  });
});

describe('the meeting', () => {
  it('is valid with 60 % of those invited, exactly too', () => {
    expect(isMeetingValid(aMeeting({ present: 60 }), rules)).toBe(true);
    expect(isMeetingValid(aMeeting({ present: 59 }), rules)).toBe(false);
    expect(isMeetingValid(aMeeting({ invited: null }), rules)).toBe(false);
    expect(isMeetingValid(aMeeting({ present: 1 }), { ...rules, leastPresent: null })).toBe(true);
  });

  it('a household is agreed with 60 % of those present', () => {
    expect([36, 35, null].map((agreed) => isAgreed(agreed, aMeeting(), rules))).toEqual([true, false, false]);
    expect(isAgreed(null, aMeeting(), { ...rules, leastAgreed: null })).toBe(true);
  });
});

describe('the steps of the year', () => {
  it('a bar is above all points', () => {
    const barred = anAssessment({ state: 'not-expected', bar: 'gambling', points: allPoints });
    expect(obstacles('expected', barred)).toEqual(['barred']);
    expect(obstacles('barred', barred)).toEqual([]);
    expect(obstacles('barred', anAssessment())).toEqual(['bar-missing']);
  });

  it('published after a valid meeting that agreed', () => {
    expect(obstacles('published', anAssessment({ agreed: 36 }))).toEqual([]);
    expect(obstacles('published', anAssessment({ agreed: 35 }), aMeeting({ present: 59 }))).toContain(
      'meeting-too-small'
    );
    expect(obstacles('published', anAssessment({ agreed: 10 }))).toEqual(['too-few-agreed']);
    expect(obstacles('published', anAssessment(), aMeeting({ heldOn: null }))).toEqual(['no-meeting']);
  });

  it('proposed after ten whole days in public', () => {
    const published = anAssessment({ state: 'published', agreed: 50 });
    expect(publicUntil(published, aMeeting(), rules)).toBe('2025-11-24');
    expect(obstacles('proposed', published, aMeeting(), '2025-11-23')).toEqual(['public-days-not-over']);
    expect(obstacles('proposed', published, aMeeting(), '2025-11-24')).toEqual([]);
    expect(obstacles('proposed', published, aMeeting({ publishedOn: null }))).toEqual([
      'public-days-not-over'
    ]);
  });

  it('not while somebody’s objection is open; after it was looked into, yes', () => {
    const objected = anAssessment({ state: 'objected', agreed: 50, objectionOn: '2025-11-16' });
    expect(obstacles('proposed', objected)).toEqual(['objection-open']);
    expect(obstacles('proposed', { ...objected, objectionFound: 'Không đúng' })).toEqual([]);
  });

  it('recognition is the office’s, and the end of the way', () => {
    expect(obstacles('recognised', anAssessment({ state: 'proposed' }))).toEqual(['office-only']);
    expect(nextSteps(anAssessment({ state: 'recognised' }), aMeeting(), rules, '2025-12-05')).toEqual([]);
  });

  it('nobody begins at the end: from nothing only the first judgements', () => {
    const first = nextSteps(undefined, undefined, rules, '2025-10-01').map(({ to }) => to);
    expect(first).toEqual(['expected', 'not-expected', 'barred', 'too-new']);
  });

  it('back from "trước ngày 25/11": list by 14/11, complete by 24/11, decided by 05/12', () => {
    expect(cultureDates(rules)).toEqual({
      ...{
        publishBy: '2025-11-14',
        completeBy: '2025-11-24',
        decideBy: '2025-12-05',
        announceBy: '2025-12-20'
      }
    });
  });
});

describe('dự kiến and được công nhận are never mixed', () => {
  it('each state is on one side, and the two figures of 13a agree with it', () => {
    for (const state of ASSESSMENT_STATES) {
      const file = aFile({ assessments: [anAssessment({ state })] });
      const isRecognised = judgeRecognisedCulture(file, THE_DAY, aCampaign()).class === 'counted';
      const isExpected = judgeExpectedCulture(file, THE_DAY, aCampaign()).class === 'counted';
      expect(isRecognised, state).toBe(standingOf(state) === 'recognised');
      expect(isExpected, state).toBe(['recognised', 'on-the-way'].includes(standingOf(state)));
    }
    expect(standingOf(null)).toBe('open');
  });

  it('years of the title count recognised ones only, without a gap; none for who may not hold it this year', () => {
    const year = (of: number, state: AssessmentState) => anAssessment({ year: of, state });
    const history = [2022, 2024, 2025].map((of) => year(of, 'recognised'));
    const yearsWith = (state: AssessmentState) => titleYears([...history, year(2026, state)], 2026);
    expect(titleYears(history, 2025)).toEqual([2025, 2024]);
    expect(titleYears(history, 2026), 'nobody has said anything yet').toEqual([]);
    expect(yearsWith('recognised')).toEqual([2026, 2025, 2024]);
    for (const state of ['expected', 'published', 'proposed'] as const)
      expect(yearsWith(state), state).toEqual([2025, 2024]);
    for (const state of ['not-expected', 'barred', 'too-new', 'objected'] as const)
      expect(yearsWith(state), state).toEqual([]);
  });
});
