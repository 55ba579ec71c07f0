import { isAnswerRule } from '$lib/domain/plan/rules';
import type { Indicator } from '$lib/domain/plan/indicator';
import type { ReasonCode } from '$lib/domain/figures/reason';
import { lowerFirst } from './format';

/** Why somebody counts, lacks, is not known or stands outside: short, after a name. */
export const REASON_WORDS: Readonly<Record<ReasonCode, string>> = {
  'card-valid': 'có thẻ',
  'card-expires-soon': 'thẻ sắp hết hạn',
  employed: 'có việc làm',
  trained: 'đã qua đào tạo',
  certified: 'có bằng, chứng chỉ',
  expected: 'dự kiến đạt',
  published: 'đã công khai',
  proposed: 'đã đề nghị',
  recognised: 'được công nhận',
  'card-expired': 'thẻ đã hết hạn',
  'no-card': 'chưa có thẻ',
  unemployed: 'thất nghiệp',
  'able-not-working': 'không đi làm',
  untrained: 'chưa qua đào tạo',
  'no-certificate': 'chưa có bằng, chứng chỉ',
  'not-expected': 'dự kiến không đạt',
  barred: 'thuộc diện không xét',
  'too-new': 'chưa đủ thời gian cư trú',
  'awaiting-decision': 'chờ quyết định công nhận',
  'not-asked': 'chưa hỏi',
  unclear: 'chưa rõ',
  unrecognised: 'ghi bằng bản mới hơn',
  'no-birth': 'chưa có năm sinh',
  'no-sex': 'chưa ghi nam, nữ',
  'no-inactive-reason': 'chưa ghi lý do không đi làm',
  'activity-open': 'chưa hỏi việc làm',
  'not-assessed': 'chưa bình xét',
  'objection-open': 'có ý kiến phản ánh, chờ giải quyết',
  'moved-away': 'đã chuyển đi',
  died: 'đã mất',
  'other-household': 'đã sang hộ khác',
  duplicate: 'ghi trùng',
  'entered-by-mistake': 'ghi nhầm',
  closed: 'đã thôi theo dõi',
  'lives-elsewhere': 'đi vắng, không tính ở đây',
  'not-here-yet': 'chưa đến ở',
  'not-born-yet': 'chưa sinh',
  'under-working-age': 'chưa đến tuổi lao động',
  'past-working-age': 'quá tuổi lao động',
  study: 'đi học',
  retired: 'hưu trí',
  housework: 'nội trợ',
  unable: 'không còn khả năng lao động',
  military: 'nghĩa vụ quân sự',
  other: 'lý do khác',
  'outside-labour-force': 'ngoài lực lượng lao động',
  answered: 'đạt',
  born: 'sinh trong năm',
  'died-here': 'mất trong năm',
  'answered-otherwise': 'chưa đạt',
  'born-in-other-years': 'không thuộc lứa tuổi này',
  'not-asked-of': 'không thuộc diện tính',
  'no-event': 'không sinh, không mất trong năm'
};

/** A reason after a name; of the plan's own questions it says which: "thể thao thường xuyên: chưa hỏi". */
export const sayReason = (reason: ReasonCode, { rule, shortName }: Indicator): string =>
  rule !== null && isAnswerRule(rule)
    ? `${lowerFirst(shortName)}: ${REASON_WORDS[reason]}`
    : REASON_WORDS[reason];
