import { describe, expect, it } from 'vitest';
import { classify } from '$lib/domain/figures/classify';
import type { RuleName } from '$lib/domain/plan/rules';
import { aCampaign, aFile, anAssessment, THE_DAY } from '../support/factories';

const judged = (rule: RuleName, state: string | null) => {
  const file = aFile({ assessments: [anAssessment({ state })] });
  const [only] = classify(rule, file, THE_DAY, aCampaign());
  return `${only?.class}: ${only?.reason}`;
};

describe('gia đình văn hóa (13a), expected and recognised', () => {
  it.each<[string | null, string, string]>([
    ['expected', 'counted: expected', 'missing: awaiting-decision'],
    ['published', 'counted: published', 'missing: awaiting-decision'],
    ['proposed', 'counted: proposed', 'missing: awaiting-decision'],
    ['recognised', 'counted: recognised', 'counted: recognised'],
    ['objected', 'unknown: objection-open', 'unknown: objection-open'],
    ['not-expected', 'missing: not-expected', 'missing: not-expected'],
    ['barred', 'missing: barred', 'missing: barred'],
    ['too-new', 'missing: too-new', 'missing: too-new'],
    ['under-review', 'unknown: unrecognised', 'unknown: unrecognised'],
    [null, 'unknown: not-assessed', 'unknown: not-assessed']
  ])('%s', (state, expected, recognised) => {
    expect(judged('culture-expected', state)).toBe(expected);
    expect(judged('culture-recognised', state)).toBe(recognised);
  });

  it('last year’s recognition says nothing about this year', () => {
    const file = aFile({ assessments: [anAssessment({ year: 2024, state: 'recognised' })] });
    expect(classify('culture-recognised', file, THE_DAY, aCampaign())[0]?.reason).toBe('not-assessed');
  });

  it('a rule that this version does not know classifies nobody', () => {
    expect(classify('sport' as RuleName, aFile(), THE_DAY, aCampaign())).toEqual([]);
    expect(classify('constructor' as RuleName, aFile(), THE_DAY, aCampaign())).toEqual([]);
  });
});
