import { type CodedRule, isCodedRule, type RuleName } from '$lib/domain/plan/rules';
import type { Indicator, Target } from '$lib/domain/plan/indicator';
import { isLessBetter, type judgeTarget, splitLacking } from '$lib/domain/figures/target';
import { showCount, showShare } from './format';

/** "còn 5 người"; where fewer is better "vượt 2 hộ", or "chưa rõ 3 hộ" while nobody too many is known; "✓ đạt". */
export function lackingSentence(
  judged: ReturnType<typeof judgeTarget>,
  { level, direction, target }: Pick<Indicator, 'level' | 'direction' | 'target'>,
  unknown = 0
): string {
  if (judged === 'not-arising') return 'không phát sinh';
  if (judged === 'not-judged') return 'không chấm';
  if (judged.reached) return '✓ đạt';
  const unit = level === 'household' ? 'hộ' : 'người';
  if (!isLessBetter({ direction, target })) return `còn ${showCount(judged.lacking)} ${unit}`;
  const { sure, unasked } = splitLacking(judged.lacking, unknown);
  return sure > 0 ? `vượt ${showCount(sure)} ${unit}` : `chưa rõ ${showCount(unasked)} ${unit}`;
}

/** The target's place on a bar, 0 to 1. */
export function targetShare(target: Target): number | undefined {
  if (target.kind === 'share') return target.part / target.of;
  return target.kind === 'all' ? 1 : undefined;
}

/** "98 %", "96,8 %". */
export function showTarget(target: Target): string {
  if (target.kind === 'share')
    return showShare(target.part, target.of, (target.part * 100) % target.of === 0 ? 0 : 1);
  if (target.kind === 'all') return showShare(1, 1, 0);
  return String(target.value).replace('.', ',');
}

/** Short names for the narrow places of a phone; a campaign may rename the long ones. */
const RULE_WORDS: Readonly<Record<CodedRule, string>> = {
  'culture-expected': 'Gia đình văn hóa (dự kiến)',
  'culture-recognised': 'GĐVH đã công nhận',
  insurance: 'Bảo hiểm y tế',
  employment: 'Có việc làm',
  training: 'Qua đào tạo',
  'training-certified': 'Có bằng, chứng chỉ',
  births: 'Số sinh',
  deaths: 'Số mất'
};

/** What a figure is called where it stands alone: the rule's own short name, or its indicator's. */
export const nameOfRule = (rule: RuleName, { shortName }: Indicator): string =>
  isCodedRule(rule) ? RULE_WORDS[rule] : shortName;
