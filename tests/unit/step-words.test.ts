import { describe, expect, it } from 'vitest';
import { sayStep } from '$lib/ui/ranking/step-words';
import { aCampaign } from '../support/factories';

const { indicators } = aCampaign();
const say = (code: string, more: number, asked = 0) => {
  const indicator = indicators.find((one) => one.code === code)!;
  return sayStep({ indicator: code, rule: indicator.rule as 'insurance', more, asked }, indicator);
};

describe('what the next place needs, in words', () => {
  it.each([
    ['thêm 4 thẻ BHYT', say('10', 4)],
    ['thêm 4 thẻ BHYT', say('10', 4, 3)],
    ['thêm 12 người có việc làm', say('8a', 12)],
    ['thêm 2 gia đình văn hóa', say('13a', 2)],
    ['thêm 1.200 người ở chỉ tiêu “Nước sạch”', say('12', 1200)],
    ['bớt 2 hộ ở chỉ tiêu “Hộ cận nghèo”', say('7b', 2)],
    ['hỏi rõ 5 hộ ở chỉ tiêu “Hộ cận nghèo”', say('7b', 5, 5)],
    ['hỏi rõ 5 hộ, bớt 1 hộ ở chỉ tiêu “Không còn hộ nghèo”', say('7a', 6, 5)]
  ])('%s', (expected, said) => expect(said).toBe(expected));
});
