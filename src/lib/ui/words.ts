import type { AssessmentState } from '$lib/domain/people/assessment';
import type { ClosingReason } from '$lib/domain/people/household';
import type {
  Activity,
  Answer,
  InactiveReason,
  InsuranceSource,
  Relation,
  Residence,
  Sex,
  Training
} from '$lib/domain/people/person';
import type { Class } from '$lib/domain/figures/tally';
import type { VisitOutcome } from '$lib/domain/people/visit';

// The first screen needs these alone.
export { FIELD_PROBLEM_WORDS, REJECTION_GENERAL, REJECTION_WORDS } from './outcome-words';

/** The words of a code; a code of a newer version has the general sentence (EN4). */
export const wordOf = <Code extends string>(
  words: Readonly<Record<Code, string>>,
  code: string | null | undefined,
  general = 'giá trị của bản mới hơn'
): string => (code && Object.hasOwn(words, code) ? words[code as Code] : general);

/** A list of codes and words for a choice, in the order given. */
export const optionsOf = <Code extends string>(
  words: Readonly<Record<Code, string>>,
  codes: readonly Code[]
): { value: Code; word: string }[] => codes.map((value) => ({ value, word: words[value] }));

export const STAGE_WORDS = {
  'on-phone': 'trên máy',
  received: 'phường đã nhận',
  approved: 'đã duyệt'
} as const;

export const ANSWER_WORDS: Readonly<Record<Answer, string>> = { yes: 'Có', no: 'Không', unclear: 'Chưa rõ' };

export const INSURANCE_GROUP_WORDS: Readonly<Record<string, string>> = {
  1: '1 · đi làm đóng',
  2: '2 · bảo hiểm xã hội đóng (hưu trí…)',
  3: '3 · nhà nước đóng',
  4: '4 · nhà nước hỗ trợ (học sinh…)',
  5: '5 · theo hộ gia đình'
};

export const INSURANCE_SOURCE_WORDS: Readonly<Record<InsuranceSource, string>> = {
  app: 'Xem VssID, VNeID',
  paper: 'Xem thẻ giấy',
  said: 'Nghe kể lại',
  list: 'Danh sách BHXH'
};

export const ACTIVITY_WORDS: Readonly<Record<Activity, string>> = {
  employed: 'Có việc',
  unemployed: 'Thất nghiệp',
  inactive: 'Không tham gia',
  unclear: 'Chưa rõ'
};

export const INACTIVE_REASON_WORDS: Readonly<Record<InactiveReason, string>> = {
  study: 'Đi học',
  retired: 'Hưu trí',
  housework: 'Nội trợ',
  unable: 'Không còn khả năng lao động',
  military: 'Nghĩa vụ quân sự',
  other: 'Lý do khác'
};

export const TRAINING_WORDS: Readonly<Record<Training, string>> = {
  none: 'Chưa qua đào tạo',
  'skilled-no-certificate': 'CNKT không bằng',
  'certificate-under-3-months': 'Chứng chỉ nghề dưới 3 tháng',
  elementary: 'Sơ cấp',
  intermediate: 'Trung cấp',
  college: 'Cao đẳng',
  university: 'Đại học',
  postgraduate: 'Trên đại học',
  unclear: 'Chưa rõ'
};

export const SEX_WORDS: Readonly<Record<Sex, string>> = { male: 'nam', female: 'nữ' };

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  head: 'chủ hộ',
  spouse: 'vợ hoặc chồng',
  child: 'con',
  parent: 'bố hoặc mẹ',
  sibling: 'anh, chị, em',
  grandchild: 'cháu',
  other: 'người khác'
};

export const RESIDENCE_WORDS: Readonly<Record<Residence, string>> = {
  permanent: 'thường trú',
  'permanent-away': 'thường trú, đi vắng',
  temporary: 'tạm trú',
  new: 'mới đến'
};

export const ASSESSMENT_WORDS: Readonly<Record<AssessmentState, string>> = {
  expected: 'Dự kiến đạt',
  'not-expected': 'Dự kiến không đạt',
  barred: 'Thuộc diện không xét',
  'too-new': 'Chưa đủ thời gian cư trú',
  published: 'Đã công khai',
  objected: 'Có ý kiến phản ánh',
  proposed: 'Đã đề nghị',
  recognised: 'Được công nhận'
};

export const BAR_WORDS: Readonly<Record<string, string>> = {
  prosecuted: 'a · truy cứu trách nhiệm hình sự',
  'military-or-tax': 'b · nghĩa vụ quân sự, thuế',
  'child-marriage': 'c1 · tảo hôn',
  'marriage-law': 'c2 · hôn nhân một vợ, một chồng',
  'public-order': 'c3 · trật tự công cộng',
  gambling: 'c4 · đánh bạc',
  'social-evils': 'c5 · tệ nạn xã hội',
  'fire-safety': 'c6 · phòng cháy, chữa cháy',
  'domestic-violence': 'c7 · bạo lực gia đình'
};

export const VISIT_WORDS: Readonly<Record<VisitOutcome, string>> = {
  unchanged: 'không thay đổi',
  reviewed: 'rà soát xong',
  absent: 'vắng nhà'
};

export const CLOSING_WORDS: Readonly<Record<ClosingReason, string>> = {
  'moved-away': 'đã chuyển đi',
  died: 'đã mất',
  'other-household': 'đã sang hộ khác',
  duplicate: 'ghi trùng',
  'entered-by-mistake': 'ghi nhầm'
};

export const CLASS_WORDS: Readonly<Record<Class, string>> = {
  counted: 'đủ',
  missing: 'thiếu',
  unknown: 'chưa rõ',
  outside: 'không tính'
};

/** Beside every colour a shape. */
export const CLASS_MARKS: Readonly<Record<Class, string>> = {
  counted: '✓',
  missing: '!',
  unknown: '?',
  outside: '–'
};
