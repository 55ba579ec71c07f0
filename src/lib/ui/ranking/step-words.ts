import type { Step } from '$lib/domain/figures/explain';
import { isLessBetter } from '$lib/domain/figures/target';
import type { Indicator } from '$lib/domain/plan/indicator';
import type { RuleName } from '$lib/domain/plan/rules';
import { showCount } from '../format';

/** What one more of it is, where there is a shorter word than its name: "thêm 4 thẻ BHYT". */
const UNITS: Readonly<Partial<Record<RuleName, string>>> = {
  insurance: 'thẻ BHYT',
  employment: 'người có việc làm',
  training: 'người qua đào tạo',
  'culture-expected': 'gia đình văn hóa'
};

/** "thêm 4 thẻ BHYT"; where less is better "hỏi rõ 5 hộ, bớt 2 hộ ở …": who was not asked is no one too many. */
export function sayStep(
  { rule, more, asked }: Step,
  indicator: Pick<Indicator, 'level' | 'direction' | 'target' | 'shortName'>
): string {
  const unit = indicator.level === 'household' ? 'hộ' : 'người';
  const where = `ở chỉ tiêu “${indicator.shortName}”`;
  if (!isLessBetter(indicator)) return `thêm ${showCount(more)} ${UNITS[rule] ?? `${unit} ${where}`}`;
  const said = [
    asked > 0 && `hỏi rõ ${showCount(asked)} ${unit}`,
    more > asked && `bớt ${showCount(more - asked)} ${unit}`
  ];
  return `${said.filter(Boolean).join(', ')} ${where}`;
}
