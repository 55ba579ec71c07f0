import { type CodedRule, isAnswerRule, isCodedRule, type RuleName } from '$lib/domain/plan/rules';
import type { Indicator, Target } from '$lib/domain/plan/indicator';
import type { ReasonCode } from '$lib/domain/figures/reason';
import type { judgeTarget } from '$lib/domain/figures/target';
import { lowerFirst, showCount, showShare } from './format';
import { REASON_WORDS } from './reason-words';

/** "còn 5 người", "vượt 2 hộ" where fewer is better, "✓ đạt", "không phát sinh". */
export function lackingSentence(
  judged: ReturnType<typeof judgeTarget>,
  { level, direction, target }: Pick<Indicator, 'level' | 'direction' | 'target'>
): string {
  if (judged === 'not-arising') return 'không phát sinh';
  if (judged === 'not-judged') return 'không chấm';
  if (judged.reached) return '✓ đạt';
  const isTooMany = direction === 'down' || target.kind === 'count';
  return `${isTooMany ? 'vượt' : 'còn'} ${showCount(judged.lacking)} ${level === 'household' ? 'hộ' : 'người'}`;
}

/** A reason after a name; of the plan's own questions it says which: "thể thao thường xuyên: chưa hỏi". */
export const sayReason = (reason: ReasonCode, { rule, shortName }: Indicator): string =>
  rule !== null && isAnswerRule(rule)
    ? `${lowerFirst(shortName)}: ${REASON_WORDS[reason]}`
    : REASON_WORDS[reason];

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
  'culture-expected': 'Gia đình văn hóa',
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
