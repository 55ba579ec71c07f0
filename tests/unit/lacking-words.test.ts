import { describe, expect, it } from 'vitest';
import type { Tally } from '$lib/domain/figures/group-figures';
import { judgeTarget } from '$lib/domain/figures/target';
import { campaign2025 } from '$lib/server/plan/campaign-2025';
import { lackingSentence } from '$lib/ui/indicator-words';
import { shortLacking, wholeLacking } from '$lib/ui/ward/lacking-words';

const indicator = (code: string) => campaign2025.indicators.find((one) => one.code === code)!;

function said(code: string, tally: Tally) {
  const judged = judgeTarget(indicator(code), tally);
  const lacking = typeof judged === 'object' ? judged.lacking : 0;
  const meaning = typeof judged === 'object' && judged.reached ? 'reached' : 'missing';
  const [counted, missing, unknown] = tally;
  const cell = {
    counted,
    of: counted + missing + unknown,
    unknown,
    lacking,
    meaning,
    digits: 1,
    trend: null
  } as const;
  return {
    phone: lackingSentence(judged, indicator(code), unknown),
    narrow: shortLacking(cell, indicator(code)),
    whole: wholeLacking(cell, indicator(code))
  };
}

describe('who was not asked is never told as one too many', () => {
  it('no poor household is known, three were not asked', () => {
    expect(said('7a', [0, 477, 3, 0])).toEqual({
      phone: 'chưa rõ 3 hộ',
      narrow: { mark: '?', word: 'chưa rõ 3' },
      whole: { mark: '?', word: 'chưa rõ 3 hộ' }
    });
  });

  it('two are known and 305 not asked: both are said', () => {
    const { phone, narrow, whole } = said('7a', [2, 10_693, 305, 0]);
    expect(phone).toBe('vượt 2 hộ');
    expect(narrow).toEqual({ mark: '!', word: 'vượt 2, chưa rõ 305' });
    expect(whole).toEqual({ mark: '!', word: 'vượt 2 hộ, chưa rõ 305 hộ' });
  });

  it('near-poor households are under what the plan allows, and some were not asked', () => {
    expect(said('7b', [2, 490, 8, 0]).whole).toEqual({ mark: '?', word: 'chưa rõ 7 hộ' });
    expect(said('7b', [3, 497, 0, 0]).whole).toEqual({ mark: '✓', word: 'đạt' });
  });

  it('where more is better, what is lacking is split in the same way', () => {
    expect(said('10', [440, 20, 40, 0])).toEqual({
      phone: 'còn 50 người',
      narrow: { mark: '!', word: 'còn 50' },
      whole: { mark: '!', word: 'còn thiếu 10 người, chưa rõ 40 người' }
    });
  });
});
