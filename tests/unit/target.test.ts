import { describe, expect, it } from 'vitest';
import type { Direction, Target } from '$lib/domain/plan/indicator';
import { addFigures, addTallies, denominatorOf } from '$lib/domain/figures/tally';
import type { Tally } from '$lib/domain/figures/group-figures';
import { judgeTarget, shareDigits } from '$lib/domain/figures/target';
import { aGroupId, someFigures } from '../support/factories';

const share = (part: number, of: number): Target => ({ kind: 'share', part, of });
const tallyOf = (counted: number, of: number): Tally => [counted, of - counted, 0, 7];

describe('reached or not, on integers', () => {
  it.each<[string, Direction, Target, Tally, ReturnType<typeof judgeTarget>]>([
    [
      '470 of 480 is not 98 %, however it prints',
      'up',
      share(98, 100),
      tallyOf(470, 480),
      { reached: false, lacking: 1 }
    ],
    ['471 of 480 is', 'up', share(98, 100), tallyOf(471, 480), { reached: true, lacking: 0 }],
    ['49 of 50 is exactly 98 %', 'up', share(98, 100), tallyOf(49, 50), { reached: true, lacking: 0 }],
    ['48 of 50 lacks one', 'up', share(98, 100), tallyOf(48, 50), { reached: false, lacking: 1 }],
    ['nobody of 480 lacks 471', 'up', share(98, 100), tallyOf(0, 480), { reached: false, lacking: 471 }],
    [
      '121 of 125 is exactly 96,8 %',
      'up',
      share(968, 1000),
      tallyOf(121, 125),
      { reached: true, lacking: 0 }
    ],
    ['120 of 125 lacks one', 'up', share(968, 1000), tallyOf(120, 125), { reached: false, lacking: 1 }],
    [
      '36.749 of 37.500 prints as 98,00 % and is not',
      'up',
      share(98, 100),
      tallyOf(36_749, 37_500),
      { reached: false, lacking: 1 }
    ],
    [
      'the unknown are in the denominator',
      'up',
      share(98, 100),
      [98, 0, 3, 0],
      { reached: false, lacking: 1 }
    ],
    ['those outside are not', 'up', share(98, 100), [98, 2, 0, 900], { reached: true, lacking: 0 }],
    ['every child', 'equal', { kind: 'all' }, tallyOf(25, 25), { reached: true, lacking: 0 }],
    ['every child but one', 'equal', { kind: 'all' }, tallyOf(24, 25), { reached: false, lacking: 1 }],
    ['no child of five: không phát sinh', 'equal', { kind: 'all' }, [0, 0, 0, 40], 'not-arising'],
    ['nobody at all', 'up', share(98, 100), [0, 0, 0, 0], 'not-arising'],
    [
      'no poor household',
      'equal',
      { kind: 'count', value: 0 },
      tallyOf(0, 480),
      { reached: true, lacking: 0 }
    ],
    [
      'one new poor household breaks it',
      'equal',
      { kind: 'count', value: 0 },
      tallyOf(1, 480),
      { reached: false, lacking: 1 }
    ],
    [
      '3 of 500 near-poor is exactly 0,6 %',
      'down',
      share(6, 1000),
      tallyOf(3, 500),
      { reached: true, lacking: 0 }
    ],
    ['4 of 500 is one too many', 'down', share(6, 1000), tallyOf(4, 500), { reached: false, lacking: 1 }],
    ['a planning figure judges nobody', 'informational', share(92, 10_000), tallyOf(1, 100), 'not-judged'],
    ['nor does a figure of the ward', 'up', { kind: 'figure', value: '98.5' }, tallyOf(1, 100), 'not-judged']
  ])('%s', (_, direction, target, tally, expected) =>
    expect(judgeTarget({ direction, target }, tally)).toEqual(expected)
  );

  it('"còn thiếu N" is the least that reaches it, for every size of group', () => {
    for (const [part, of] of [
      [98, 100],
      [968, 1000],
      [75, 100],
      [9, 10]
    ] as const) {
      for (let den = 1; den <= 960; den += 1) {
        const judged = judgeTarget({ direction: 'up', target: share(part, of) }, tallyOf(0, den));
        if (typeof judged === 'string') throw new Error(judged);
        expect(judged.lacking * of >= part * den && (judged.lacking - 1) * of < part * den).toBe(true);
      }
    }
  });
});

describe('decimals that do not contradict the judgement', () => {
  it.each<[Target, number, number, number]>([
    [share(98, 100), 460, 480, 1],
    [share(98, 100), 470, 480, 2],
    [share(98, 100), 49, 50, 1],
    [share(98, 100), 36_749, 37_500, 3],
    [share(98, 100), 36_751, 37_500, 3],
    [{ kind: 'all' }, 9_999, 10_000, 2],
    [{ kind: 'all' }, 0, 0, 1]
  ])('%j with %i of %i takes %i', (target, counted, of, digits) => {
    expect(shareDigits(target, counted, of)).toBe(digits);
  });

  it('one short of 98 % never prints as 98, whatever the size', () => {
    for (let den = 50; den <= 50_000; den += 50) {
      const digits = shareDigits(share(98, 100), den * 0.98 - 1, den);
      expect(Number((((den * 0.98 - 1) / den) * 100).toFixed(digits))).toBeLessThan(98);
    }
  });
});

describe('adding up', () => {
  it('the ward is Σ counted of Σ denominators, not the mean of percentages', () => {
    const [small, large] = [someFigures(aGroupId(1), [1, 1, 0, 0]), someFigures(aGroupId(2), [98, 0, 0, 5])];
    const ward = addFigures([small, large]).tallies.insurance!;
    expect(ward).toEqual([99, 1, 0, 5]);
    expect(denominatorOf(ward)).toBe(100);
    expect(addTallies([1, 2, 3, 4], [10, 20, 30, 40])).toEqual([11, 22, 33, 44]);
  });
});
