import { describe, expect, it } from 'vitest';
import { isDay } from '$lib/domain/calendar';
import { Campaign } from '$lib/domain/plan/campaign';
import { judgedRules, shownRules } from '$lib/domain/plan/rules';
import { RULES } from '$lib/domain/plan/rules';
import { REPORTING } from '$lib/domain/plan/rules';
import { campaign2025 } from '$lib/server/plan/campaign-2025';

const indicator = (code: string) => campaign2025.indicators.find((one) => one.code === code)!;

describe('the plan of 2025 as data', () => {
  it('survives the wire unchanged', () => {
    expect(Campaign.parse(JSON.parse(JSON.stringify(campaign2025)))).toEqual(campaign2025);
  });

  it('has 14 indicators, which are 20 judged values', () => {
    const codes = campaign2025.indicators.map(({ code }) => code);
    expect(codes).toEqual('1 2 3 4 5 6 7a 7b 8a 8b 9a 9b 9c 10 11 12 13a 13b 13c 14'.split(' '));
    expect(new Set(codes.map((code) => Number.parseInt(code))).size).toBe(14);
  });

  it.each([
    ['7b', { kind: 'share', part: 6, of: 1000 }],
    ['8a', { kind: 'share', part: 968, of: 1000 }],
    ['8b', { kind: 'share', part: 75, of: 100 }],
    ['9a', { kind: 'all' }],
    ['10', { kind: 'share', part: 98, of: 100 }],
    ['13a', { kind: 'share', part: 98, of: 100 }],
    ['13b', { kind: 'all' }],
    ['13c', { kind: 'share', part: 90, of: 100 }],
    ['7a', { kind: 'count', value: 0 }]
  ])('(%s) has its exact target', (code, target) => expect(indicator(code).target).toEqual(target));

  it('keeps what is stated as text beside the number: "17,220 tỷ" is seventeen, and 121 % is not made 118,9', () => {
    const texts = indicator('4').stated.map(({ text, value }) => [text, Number(value)]);
    expect(texts).toContainEqual(['17,220 tỷ đồng', 17.22]);
    expect(texts).toContainEqual(['121% dự toán giao', 121]);
    expect(indicator('2').stated[0]).toMatchObject({ text: '1.401,1 tỷ đồng', value: '1401.1' });
    for (const { stated, code } of campaign2025.indicators) {
      expect(stated.length, code).toBeGreaterThan(0);
      expect(stated.every(({ value }) => Number.isFinite(Number(value)))).toBe(true);
    }
  });

  it('fixes sport at 31/10, gia đình văn hóa before 25/11, cards and work at 30/11', () => {
    expect(['13c', '13a', '13b', '10', '8a'].map((code) => indicator(code).asOf)).toEqual([
      '2025-10-31',
      '2025-11-24',
      '2025-11-24',
      '2025-11-30',
      '2025-11-30'
    ]);
    expect(campaign2025.indicators.every(({ asOf }) => asOf !== null && isDay(asOf))).toBe(true);
  });

  it('reports are due strictly before 10/12 and 15/12, Vietnamese time', () => {
    const [units, ward] = campaign2025.reports;
    expect(units!.beforeDay).toBe('2025-12-10');
    expect(ward!.beforeDay).toBe('2025-12-15');
  });

  it('judges by rules in code what needs more than one answer, and by data what is an answer', () => {
    const answers = '7a 7b 9a 9b 9c 11 12 13c'.split(' ').map((code) => `answer:${code}`);
    expect(judgedRules(campaign2025)).toEqual([
      'culture-expected',
      'insurance',
      'employment',
      'training',
      ...answers
    ]);
    expect(shownRules(campaign2025)).toEqual([...RULES, ...answers]);
    expect(indicator('13a').name).toContain('dự kiến');
  });

  it('has the retirement table of NĐ 135/2020, in months', () => {
    const at = (year: number) => campaign2025.retirement.find((row) => row.year === year)!;
    expect(at(2021)).toEqual({ year: 2021, male: 723, female: 664 });
    expect(at(2025)).toEqual({ year: 2025, male: 61 * 12 + 3, female: 56 * 12 + 8 });
    expect(at(2026)).toEqual({ year: 2026, male: 61 * 12 + 6, female: 57 * 12 });
    expect(at(2027)).toEqual({ year: 2027, male: 61 * 12 + 9, female: 57 * 12 + 4 });
    expect(at(2028)).toEqual({ year: 2028, male: 62 * 12, female: 57 * 12 + 8 });
    expect(at(2035)).toEqual({ year: 2035, male: 62 * 12, female: 60 * 12 });
    expect(campaign2025.retirement).toHaveLength(15);
  });

  it('has a scale of 100 points that nobody has approved', () => {
    expect(campaign2025.scale.items.reduce((sum, { most }) => sum + most, 0)).toBe(100);
    expect(campaign2025.scale.decision).toBeNull();
    expect(campaign2025.scale.note).toContain('chưa được phê duyệt');
    const codes = new Set([...campaign2025.indicators.map(({ code }) => code), REPORTING]);
    expect(
      campaign2025.scale.items.flatMap(({ indicators }) => indicators).every((code) => codes.has(code))
    ).toBe(true);
  });

  it('has 23 groups with ids of their own', () => {
    expect(campaign2025.groups).toHaveLength(23);
    expect(new Set(campaign2025.groups.map(({ id }) => id)).size).toBe(23);
    expect(campaign2025.groups.map(({ order }) => order)).toEqual(
      Array.from({ length: 23 }, (_, index) => index + 1)
    );
  });
});
